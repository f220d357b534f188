"""A line in somebody's inbox: what happened, and where it leads."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from cura.core.accounts import soft
from cura.core.accounts.people import User
from cura.core.deadlines.deadline import Deadline
from cura.core.notices.mail import Mail
from cura.lib import london

TEXT_LENGTH = 200
UNSETTLED = ("open", "overdue")


class NoticeQuerySet(models.QuerySet):
    def visible_to(self, user, now=None) -> "NoticeQuerySet":
        """Her own, without those about what she may no longer see (a right ended, an exclusion)."""
        return self.standing().filter(Q(object_id=None) | soft.visible(user, now), user=user)

    def standing(self) -> "NoticeQuerySet":
        """One thing is one line: of all that was told of one deadline only the newest."""
        return self.filter(replaced_at=None)

    def unsettled(self) -> "NoticeQuerySet":
        """Without those about a deadline that has been met meanwhile, or is none any more."""
        return self.filter(Q(deadline=None) | Q(deadline__state__in=UNSETTLED))

    def unread(self) -> "NoticeQuerySet":
        return self.filter(read_at=None)

    def needing(self) -> "NoticeQuerySet":
        """Deadlines that are not met, read or not; of all else what is not read."""
        return self.filter(Q(deadline__state__in=UNSETTLED) | Q(deadline=None, read_at=None))

    def of_home(self, home) -> "NoticeQuerySet":
        return self.filter(Q(home_id=home.pk) | Q(home_id=None))

    def before(self, pk: int) -> "NoticeQuerySet":
        """Older ones, for the next page: by key, in the order in which they were written."""
        return self.filter(pk__lt=pk)


class Notice(models.Model):
    """One thing one person should know. `text` names people and kinds, never a child's words.

    It points at a record (label, id), at an address of our own (`url`), or at both: then the
    address leads on, and the record says who may still be told. `key` makes a second
    sending of the same thing find the first. Not part of a child's file.

    Of a deadline: `kind` says what for, `late` that the system was not running at the minute,
    `replaced_at` that a newer one tells of the same. `mail` is the mail that told it, if any.
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
    deadline = models.ForeignKey(Deadline, models.PROTECT, null=True, related_name="notices")
    alert_no = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=12, blank=True)
    urgent = models.BooleanField(default=False)
    late = models.BooleanField(default=False)
    replaced_at = models.DateTimeField(null=True)
    mail = models.ForeignKey(Mail, models.PROTECT, null=True, related_name="notices")

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

    @property
    def is_settled(self) -> bool:
        """What it told of has been done, or is not asked any more."""
        return self.deadline_id is not None and self.deadline.state not in UNSETTLED

    def line(self, now) -> dict:
        """What a page prints of it (`notices/line.html`)."""
        when = london.short(self.at, now)
        if self.is_settled:
            when = f"{when}, done since" if self.deadline.done_at else f"{when}, not due any more"
        return {
            "id": self.pk,
            "text": self.text,
            "when": f"{when}, later than meant: Cura was not running" if self.late else when,
            "new": self.read_at is None and not self.is_settled,
            "leads": bool(self.object_id or self.url),
        }


def unread(user) -> int:
    """How many notices wait for her: the figure beside the bell. What is done waits for nobody.
    One query."""
    return Notice.objects.visible_to(user).unread().unsettled().count()
