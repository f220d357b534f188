"""Files as rows: an `Upload` belongs to a draft and may go; an `Attachment` stays for ever."""

from django.db import models

from cura.core.accounts import soft
from cura.core.accounts.people import User
from cura.lib.uuid7 import uuid7


class File(models.Model):
    """What is known of a stored file. The bytes lie in the store under `sha256`."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField("name", max_length=120)
    mime = models.CharField("kind", max_length=100)
    size = models.PositiveIntegerField("size in bytes")
    sha256 = models.CharField(max_length=64)
    width = models.PositiveIntegerField("width in pixels", null=True)
    height = models.PositiveIntegerField("height in pixels", null=True)
    thumb_sha256 = models.CharField(max_length=64, blank=True)
    uploaded_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="added by")
    at = models.DateTimeField("added")

    class Meta:
        abstract = True
        default_permissions = ()
        ordering = ("at", "id")

    def __str__(self) -> str:
        return self.name


class Upload(File):
    """A file of a draft. Only who sent it sees it, and it goes when the draft goes."""

    about = ("uploaded_by",)
    keep = "draft"

    draft = models.UUIDField(db_index=True)


class AttachmentQuerySet(models.QuerySet):
    def visible_to(self, user, now=None) -> "AttachmentQuerySet":
        """Files of the records that she may read: by home, child, permission and exclusion."""
        return self.filter(soft.visible(user, now))


class Attachment(File):
    """A file of a record, which is known by label and id only. Never changed, never deleted, once
    it stays: those of a record whose words go after a while go with them (docs/adr/0018)."""

    about = ("child_id", "uploaded_by")
    keep = "child_file"
    append_only = True
    stays = "stays_at"

    label = models.CharField(max_length=80)
    object_id = models.UUIDField(db_index=True)
    home_id = models.UUIDField()
    child_id = models.UUIDField(null=True)
    permission = models.CharField(max_length=40)
    stays_at = models.DateTimeField("stays from", null=True, editable=False)

    objects = AttachmentQuerySet.as_manager()

    @property
    def entered_as_name(self) -> str:
        """What the log calls it: the name of a file that goes is a word that goes."""
        return self.name if self.stays_at else "A file that is kept for a short while"
