"""What stands beside a record: words added later, and what a manager asked for. Never changed."""

from django.db import models

from cura.core.accounts.people import User
from cura.lib.uuid7 import uuid7


class Beside(models.Model):
    """A row about some record, known by label and id, with its home and child for the scope."""

    append_only = True
    snapshotted = True  # its log entries hold it whole: `verify_audit` compares

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    label = models.CharField(max_length=80)
    object_id = models.UUIDField()
    home_id = models.UUIDField()
    child_id = models.UUIDField(null=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        abstract = True
        default_permissions = ()
        ordering = ("at", "id")
        indexes = (models.Index(fields=("object_id",), name="%(class)s_object"),)


class Amendment(Beside):
    """Words added to one field of a signed record, with the reason. The old words stay.

    It changes no number, time or person: a wrong fact is replaced (docs/adr/0004).
    """

    about = ("child_id", "by")
    keep = "child_file"

    row_id = models.UUIDField(null=True)  # the line it belongs to, when it is not of the record
    field = models.CharField(max_length=80)
    words = models.TextField("what you want to add")
    reason = models.CharField("why it is added now", max_length=300)

    def __str__(self) -> str:
        return f"Words added to {self.field}"


class Remark(Beside):
    """What a manager asked for when she returned a record to its author."""

    about = ("child_id", "by")
    keep = "child_file"

    words = models.TextField("what is missing")

    def __str__(self) -> str:
        return "Asked for more"
