"""A mail that is to be sent, kept until it is: the outbox. Anybody may read a mail, so it names no
child and holds nobody's words (`wording.py`)."""

from hashlib import sha256
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models
from django.db.models import Q

from cura.core.accounts.people import User


class MailQuerySet(models.QuerySet):
    def waiting(self) -> "MailQuerySet":
        return self.filter(sent_at=None, ended_at=None)

    def due(self, now) -> "MailQuerySet":
        return self.waiting().filter(next_at__lte=now)


class Mail(models.Model):
    """One mail to one person. `key` says what it is for: the same thing is written only once.

    `user` is one of ours; somebody without an account has an address only (`to`). What goes to her
    may hold a link, which is a key: its text is emptied once it has gone, or is not wanted.
    `next_at` is when it is tried next, and while somebody tries it, until when nobody else does.
    `ended_at`: no longer wanted, refused, or given up; `trouble` says which.
    """

    about = ("user",)
    keep = "system"

    user = models.ForeignKey(User, models.PROTECT, null=True, related_name="mails")
    to = models.EmailField(blank=True)
    key = models.CharField(max_length=120, unique=True)
    urgent = models.BooleanField(default=False)
    home_ids = models.JSONField(default=list)  # whose quiet hours it keeps; urgent: none
    subject = models.CharField(max_length=120)
    body = models.TextField()
    made_at = models.DateTimeField()
    next_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=200, blank=True)

    objects = MailQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(sent_at=None) | Q(ended_at=None), name="notices_mail_sent_or_ended"
            ),
            models.CheckConstraint(
                condition=Q(user=None) ^ Q(to=""), name="notices_mail_to_one_person"
            ),
        )
        indexes = (
            models.Index(
                fields=("next_at",),
                condition=Q(sent_at=None, ended_at=None),
                name="notices_mail_waiting",
            ),
            models.Index(fields=("made_at", "user"), name="notices_mail_made"),
        )

    def __str__(self) -> str:
        return self.subject

    @property
    def address(self) -> str:
        """Where it goes; "" when she wants no mails, or has left."""
        if self.user is None:
            return self.to
        wants = self.user.is_active and self.user.mails_on
        return self.user.email if wants else ""

    @property
    def message_id(self) -> str:
        """The same at every try, so that a mail server sees one mail in two."""
        host = urlsplit(settings.SITE_URL).hostname or "cura"
        return f"<{sha256(self.key.encode()).hexdigest()[:32]}@{host}>"
