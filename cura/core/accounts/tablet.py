"""House tablets: devices of the home on which people change by PIN."""

from django.db import models
from django.db.models import Q

from cura.core.accounts.home import Home
from cura.core.accounts.people import User
from cura.lib.uuid7 import uuid7


class Tablet(models.Model):
    """A device that belongs to the home. Its cookie holds a secret of which we keep the hash."""

    about = ()
    keep = "home_file"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    home = models.ForeignKey(Home, models.PROTECT, related_name="tablets")
    name = models.CharField("name of the tablet", max_length=60)
    secret_hash = models.CharField(max_length=64, editable=False)
    registered_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    registered_at = models.DateTimeField("registered")
    ended_at = models.DateTimeField("ended", null=True, blank=True)

    class Meta:
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(
                fields=("home", "name"),
                condition=Q(ended_at=None),
                name="accounts_tablet_name_once",
            ),
        )

    def __str__(self) -> str:
        return self.name


class TabletPerson(models.Model):
    """Who has signed in fully on this tablet, when, and how many wrong PINs since.

    Within `HomeSettings.pin_hours` of that sign-in her PIN is enough here, and nowhere else.
    Without a time she only proved herself here as a second person: wrong PINs count all the same.
    """

    about = ("user",)
    keep = "system"

    tablet = models.ForeignKey(Tablet, models.PROTECT, related_name="people")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    full_sign_in_at = models.DateTimeField(null=True)
    wrong_pins = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("tablet", "user"), name="accounts_tablet_person_once"),
        )

    def __str__(self) -> str:
        return f"{self.user_id} on {self.tablet_id}"


class SignInAttempt(models.Model):
    """One failed sign-in, for the lock-out. `client` is a known device's key, or empty.

    A stranger's guesses count against strangers only: the person's own devices have a count of
    their own, so nobody can lock her out from outside (ASVS 5.0 6.3.1).
    """

    about = ()
    keep = "system"

    name_hash = models.CharField(max_length=64)
    client = models.CharField(max_length=64, blank=True)
    address_hash = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField()

    class Meta:
        indexes = (
            models.Index(fields=("name_hash", "client", "at"), name="accounts_attempt_name"),
            models.Index(fields=("address_hash", "at"), name="accounts_attempt_address"),
        )

    def __str__(self) -> str:
        return f"{self.at:%d %b %Y %H:%M}"
