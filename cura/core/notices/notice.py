"""A line in somebody's inbox: what happened, and where it leads."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from cura.core.accounts import soft
from cura.core.accounts.people import User

TEXT_LENGTH = 200


class NoticeQuerySet(models.QuerySet):
    def visible_to(self, user, now=None) -> "NoticeQuerySet":
        """Her own, without those about what she may no longer see (a right ended, an exclusion)."""
        return self.filter(Q(object_id=None) | soft.visible(user, now), user=user)

    def unread(self) -> "NoticeQuerySet":
        return self.filter(read_at=None)

    def before(self, pk: int) -> "NoticeQuerySet":
        """Older ones, for the next page: by key, in the order in which they were written."""
        return self.filter(pk__lt=pk)


class Notice(models.Model):
    """One thing one person should know. `text` names people and kinds, never a child's words.

    It points at a record (label, id), at an address of our own (`url`), or at both: then the
    address leads on, and the record says who may still be told. `key` makes a second
    sending of the same thing find the first. Not part of a child's file.
    """

    about = ("user", "child_id")
    keep = "system"

    user = models.ForeignKey(User, models.PROTECT, related_name="notices")
    text = models.CharField(max_length=TEXT_LENGTH)
    label = models.CharField(max_length=80, blank=True)
    object_id = models.UUIDField(null=True)
    home_id = models.UUIDField(null=True)
    child_id = models.UUIDField(null=True)
    permission = models.CharField(max_length=40, blank=True)
    url = models.CharField(max_length=200, blank=True)
    key = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(
                fields=("user", "key"), condition=~Q(key=""), name="notices_notice_key_once"
            ),
        )
        indexes = (
            models.Index(fields=("user", "-id"), name="notices_notice_user"),
            models.Index(fields=("user",), condition=Q(read_at=None), name="notices_notice_unread"),
        )

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        """Where it leads; empty when it only tells."""
        if self.url or not self.object_id:
            return self.url
        return reverse("go", args=[self.label, self.object_id])


def unread(user) -> int:
    """How many notices wait for her: the figure beside the bell. One query."""
    return Notice.objects.visible_to(user).unread().count()
