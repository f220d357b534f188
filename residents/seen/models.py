from django.db import models

from cura.core.accounts.people import User
from cura.lib.uuid7 import uuid7
from residents.child.models import Child


class Seen(models.Model):
    """One person has read one version of what everybody must know about a child.

    The next change asks again. The page knows the record by label and id, as notices do.
    """

    about = ("child", "by")
    keep = "child_file"
    append_only = True
    snapshotted = True

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    label = models.CharField(max_length=80)
    object_id = models.UUIDField()
    version = models.PositiveIntegerField()
    child = models.ForeignKey(Child, models.PROTECT, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        ordering = ("at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("object_id", "version", "by"), name="residents_seen_once"
            ),
        )

    def __str__(self) -> str:
        return "Read"
