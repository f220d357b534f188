"""A check that nothing was changed behind the program's back, asked for by a manager."""

from django.db import models

from cura.core.accounts.home import Home
from cura.core.accounts.people import User


class Verification(models.Model):
    """One run over the log and the records of a home. A worker claims it; it survives a restart."""

    about = ("asked_by",)
    keep = "system"

    home = models.ForeignKey(Home, models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    alive_at = models.DateTimeField(null=True)  # the worker's last sign of life in this run
    step = models.PositiveSmallIntegerField(default=0)
    steps = models.PositiveSmallIntegerField(default=0)
    finished_at = models.DateTimeField(null=True)
    findings = models.JSONField(default=list)  # [[where, what], …], at most MOST of them
    found = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()
        ordering = ("-asked_at",)
        constraints = (
            models.UniqueConstraint(
                fields=("home",), condition=models.Q(finished_at=None), name="verification_one_now"
            ),
        )
        indexes = (models.Index(fields=("home", "-asked_at"), name="verification_home"),)

    def __str__(self) -> str:
        return f"Check of the log, {self.asked_at:%d %b %Y}"
