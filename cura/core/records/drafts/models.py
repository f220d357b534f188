"""What somebody is typing: private, half done, rows and all, kept as the posted form."""

from datetime import timedelta

from django.db import models

from cura.core.accounts.people import User
from cura.lib.uuid7 import uuid7

KEPT = timedelta(days=30)  # after the last change; the writer is warned 7 days and 1 day before
WARNED_BEFORE = (timedelta(days=7), timedelta(days=1))


class DraftQuerySet(models.QuerySet):
    def unfinished(self) -> "DraftQuerySet":
        return self.filter(finished_at=None)


class Draft(models.Model):
    """One page of words that is not a record yet. Its id becomes the record's `submission`."""

    about = ("child_id", "user")
    keep = "draft"

    id = models.UUIDField(primary_key=True, default=uuid7)
    user = models.ForeignKey(User, models.PROTECT, related_name="drafts")
    label = models.CharField(max_length=80)
    subject_id = models.UUIDField()
    record_id = models.UUIDField(null=True)  # the record being changed, if it is one
    version = models.PositiveIntegerField(null=True)  # of that record, when typing began
    home_id = models.UUIDField()
    child_id = models.UUIDField(null=True)
    title = models.CharField(max_length=120)
    body = models.JSONField(default=dict)  # name -> list of values, as the browser posts them
    rev = models.PositiveIntegerField(default=0)
    page = models.UUIDField(null=True)  # the open page that wrote last: its own words never clash
    # What other pages wrote on top of an older text: page -> {"at", "body"}. Kept till somebody
    # has looked at both.
    others = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    warned = models.PositiveSmallIntegerField(default=0)  # how many of WARNED_BEFORE were sent
    # Its words became a record: the row stays empty for a while, so that a copy which a device
    # sends late is known for what it is.
    finished_at = models.DateTimeField(null=True)

    objects = DraftQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ("-updated_at",)
        indexes = (
            models.Index(fields=("user", "-updated_at"), name="records_draft_user"),
            models.Index(fields=("home_id", "-updated_at"), name="records_draft_home"),
            models.Index(fields=("updated_at",), name="records_draft_age"),
        )

    def __str__(self) -> str:
        return self.title
