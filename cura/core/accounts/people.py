"""A person who may sign in: staff, and outsiders with narrow access."""

from datetime import time

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.models import PermissionsMixin
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from cura.lib.uuid7 import uuid7

# Offered on the half hour, outside the night.
DIGEST_TIMES = tuple(
    (at, f"{at:%H:%M}")
    for at in (time(hour, minute) for hour in range(7, 22) for minute in (0, 30))
)


class UserManager(BaseUserManager):
    """People are made by `actions.add_person`; this is what Django's own tools ask for."""

    def create_user(self, username: str, name: str = "", **extra) -> "User":
        user = self.model(username=username.lower(), name=name or username.title(), **extra)
        user.set_unusable_password()
        user.save()
        return user

    def get_by_natural_key(self, username: str) -> "User":
        return self.get(username=username.lower())


class User(AbstractBaseUser, PermissionsMixin):
    """One person, one row, for as long as anything she wrote is kept (`keep = staff_file`)."""

    about = ("self",)
    keep = "staff_file"
    EMAIL_FIELD = "email"
    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ("name",)

    class Theme(models.TextChoices):
        AUTO = "auto", "As the device"
        LIGHT = "light", "Light"
        DARK = "dark", "Dark"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organisation = models.ForeignKey(
        "accounts.Organisation", models.PROTECT, null=True, blank=True, related_name="people"
    )
    username = models.CharField(
        "sign-in name",
        max_length=60,
        unique=True,
        validators=[RegexValidator(r"^[a-z0-9.@_-]+$", "Small letters, figures, dots and dashes.")],
    )
    email = models.EmailField("email", blank=True)
    name = models.CharField("full name", max_length=120)
    phone = models.CharField("phone", max_length=30, blank=True)
    line = models.CharField(
        "one friendly line about you", max_length=160, blank=True, help_text="Children may read it."
    )
    is_active = models.BooleanField("may sign in", default=True)
    pin = models.CharField("PIN (hashed)", max_length=160, blank=True, editable=False)
    theme = models.CharField("colours", max_length=5, choices=Theme.choices, default=Theme.AUTO)
    keys_on = models.BooleanField("single-key shortcuts", default=True)
    mails_on = models.BooleanField("tell me by mail, too", default=True)
    digest_at = models.TimeField("mail of the day at", choices=DIGEST_TIMES, default=time(7, 30))
    draft_key_version = models.PositiveSmallIntegerField(default=1, editable=False)
    # Not auto_now: Django's own name for when the account was made.
    date_joined = models.DateTimeField("added", default=timezone.now, editable=False)

    objects = UserManager()

    class Meta:
        verbose_name, verbose_name_plural = "person", "people"
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(
                Lower("email"), condition=~models.Q(email=""), name="accounts_user_email_once"
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def first_name(self) -> str:
        return self.name.split(" ")[0]

    @property
    def is_staff(self) -> bool:
        """Django's admin asks; `CuraAdminSite.has_permission` answers with dates and roles."""
        return self.is_active

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.first_name

    def set_pin(self, raw: str) -> None:
        self.pin = make_password(raw)

    def check_pin(self, raw: str) -> bool:
        return bool(self.pin) and check_password(raw, self.pin)
