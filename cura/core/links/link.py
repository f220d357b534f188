"""An address that is its own key: for one person without an account, one purpose, some days."""

import hashlib
import secrets

from django.db import models
from django.db.models import F, Q

from cura.core.accounts.people import User
from cura.lib.uuid7 import uuid7


class LinkQuerySet(models.QuerySet):
    def live(self, now) -> "LinkQuerySet":
        return self.filter(ended_at=None, expires_at__gt=now)

    def about_record(self, record) -> "LinkQuerySet":
        return self.filter(label=record._meta.label_lower, object_id=record.pk)


class Link(models.Model):
    """Who was given which record to open. Kept with the file: it says what left the home.

    The secret stands in the address and nowhere here; we keep its hash. `used_at` is the first
    opening.
    """

    about = ("child_id", "made_by")
    keep = "child_file"
    never_deleted = True

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    purpose = models.CharField(max_length=60)
    secret_hash = models.CharField(max_length=64, unique=True)
    label = models.CharField(max_length=80)
    object_id = models.UUIDField()
    home_id = models.UUIDField()
    child_id = models.UUIDField(null=True, blank=True)
    to_name = models.CharField("for whom", max_length=120)
    to_email = models.EmailField("email", blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = LinkQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ("-made_at", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("made_at")), name="links_link_expires_later"
            ),
        )
        indexes = (models.Index(fields=("object_id",), name="links_link_object"),)

    def __str__(self) -> str:
        return f"Link for {self.to_name}"

    @property
    def holder(self) -> str:
        """The actor in the log."""
        return f"link holder: {self.to_name}"


def new_secret() -> str:
    """256 bits: nobody guesses it, so its plain hash may be looked up."""
    return secrets.token_urlsafe(32)


def hash_of(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def by_secret(secret: str) -> Link | None:
    """The database compares hashes, so how long it takes says nothing about a secret."""
    return Link.objects.filter(secret_hash=hash_of(secret)).first()
