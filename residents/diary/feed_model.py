"""A personal address from which a calendar fetches the diary. Ended like any other access."""

from django.db import models
from django.db.models import Q

from cura.core.accounts.people import User
from cura.lib.uuid7 import uuid7


class DiaryFeed(models.Model):
    """Whoever knows the secret reads initials and times. We keep the secret's hash only."""

    about = ("user",)
    keep = "system"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    secret_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    fetched_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        ordering = ("-made_at",)
        constraints = (
            models.UniqueConstraint(
                fields=("user",), condition=Q(ended_at=None), name="residents_diaryfeed_one_now"
            ),
        )

    def __str__(self) -> str:
        return "Diary in my calendar"
