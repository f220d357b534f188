"""A bundle: what was written in some days, printed into one file that can be proved later.

`Bundle` is what was asked for and how far it is. `BundlePart` is a sheet on its way into it, and
goes when the file is issued. `Issued` is the file that was handed out, and stays for ever.
"""

from django.db import models

from cura.core.accounts import access
from cura.core.accounts.home import Home
from cura.core.accounts.people import User
from cura.core.attachments.attachment import File
from cura.core.permissions import Permission as P
from cura.lib.reference import reference
from cura.lib.uuid7 import uuid7


class BundleQuerySet(models.QuerySet):
    def visible_to(self, user) -> "BundleQuerySet":
        """Her own, where she may still send records out; all of a home for who reads its log."""
        send, log = (access.scope(user, p).homes for p in (P.EXPORT, P.AUDIT_READ))
        mine = models.Q(asked_by=user.pk, home_id__in=send)
        return self.filter(mine | models.Q(home_id__in=send & log))


class Bundle(models.Model):
    """What was asked for. A worker claims it; it survives a restart, and a worker that died."""

    read = P.EXPORT
    about = ("child_id", "asked_by")
    keep = "home_file"
    never_deleted = True

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    home = models.ForeignKey(Home, models.PROTECT, related_name="+")
    child_id = models.UUIDField(null=True)  # None: it is of the home
    document = models.CharField(max_length=80, blank=True)  # a long PeriodDocument, in its parts
    kinds = models.JSONField(default=list)  # labels of record types
    first = models.DateField()
    last = models.DateField()
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    plan = models.JSONField(null=True)  # the parts in their order, once a worker has looked
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    claim = models.UUIDField(null=True)  # of the worker that has it now
    alive_at = models.DateTimeField(null=True)  # that worker's last sign of life
    tries = models.PositiveSmallIntegerField(default=0)  # begun since the last part was done
    finished_at = models.DateTimeField(null=True)
    stopped = models.CharField(max_length=200, blank=True)  # why there is no file, in words

    objects = BundleQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ("-asked_at",)
        indexes = (
            models.Index(fields=("home", "-asked_at"), name="bundle_home"),
            models.Index(fields=("asked_at",), condition=models.Q(finished_at=None),
                         name="bundle_waiting"),
        )  # fmt: skip

    def __str__(self) -> str:
        return f"Bundle {self.reference}"

    @property
    def reference(self) -> str:
        return reference("BU", self.pk)


class BundlePart(File):
    """One PDF of a bundle that is being made: a second worker goes on after it."""

    about = ("uploaded_by",)
    keep = "draft"

    bundle = models.ForeignKey(Bundle, models.PROTECT, related_name="parts")
    number = models.PositiveIntegerField()
    holds = models.JSONField(default=list)  # keys of the records that stand in it

    class Meta(File.Meta):
        constraints = (
            models.UniqueConstraint(fields=("bundle", "number"), name="bundle_part_once"),
        )


class Issued(File):
    """The file that was handed out. `contents` lists what is in it, each with its hash."""

    about = ("child_id", "uploaded_by")
    keep = "home_file"
    append_only = True

    bundle = models.OneToOneField(Bundle, models.PROTECT, related_name="issued")
    home_id = models.UUIDField()
    child_id = models.UUIDField(null=True)
    until = models.DateTimeField("can be fetched until")
    contents = models.JSONField(default=list)

    class Meta(File.Meta):
        indexes = (models.Index(fields=("sha256",), name="issued_hash"),)
