"""The organisation, its homes, their beds and settings, and days that the law makes holidays."""

from datetime import time

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from cura.core.permissions import CHOICES, Permission
from cura.lib.uuid7 import uuid7


class Organisation(models.Model):
    """The registered provider (CHR 2015 reg. 2): homes and their head office belong to it."""

    about = ()
    keep = "home_file"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField("name", max_length=120, unique=True)

    def __str__(self) -> str:
        return self.name


class Home(models.Model):
    """A registered children's home, or the organisation's head office. Access hangs on it."""

    class Kind(models.TextChoices):
        HOME = "home", "Children's home"
        OFFICE = "office", "Head office"

    read = Permission.HOME_READ
    entered_as = "home_id"
    about = ()
    keep = "home_file"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="homes")
    kind = models.CharField("kind", max_length=8, choices=Kind.choices, default=Kind.HOME)
    name = models.CharField("name", max_length=120)
    slug = models.SlugField("name in addresses", max_length=60, unique=True)
    urn = models.CharField("Ofsted number (URN)", max_length=20, blank=True)
    places = models.PositiveSmallIntegerField("registered places", default=0)
    address = models.TextField("address", blank=True)
    phone = models.CharField("phone", max_length=30, blank=True)

    class Meta:
        ordering = ("name",)
        default_permissions = ()
        permissions = CHOICES

    def __str__(self) -> str:
        return self.name


class Bed(models.Model):
    """A room where one child sleeps. The number of beds is not the number of places."""

    about = ()
    keep = "home_file"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    home = models.ForeignKey(Home, models.PROTECT, related_name="beds")
    name = models.CharField("room", max_length=60)
    in_use = models.BooleanField("in use", default=True)

    class Meta:
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(fields=("home", "name"), name="accounts_bed_name_once"),
        )

    def __str__(self) -> str:
        return f"{self.name} room"


class HomeSettings(models.Model):
    """What a home decides for itself. Each column is a policy of the home, not the law."""

    about = ()
    keep = "home_file"

    home = models.OneToOneField(Home, models.PROTECT, primary_key=True, related_name="settings")
    idle_minutes = models.PositiveSmallIntegerField(
        "minutes until an unused screen closes",
        default=20,
        validators=[MinValueValidator(5), MaxValueValidator(60)],
    )
    pin_hours = models.PositiveSmallIntegerField(
        "hours that a PIN works on a house tablet after a full sign-in",
        default=14,
        validators=[MinValueValidator(1), MaxValueValidator(26)],
        help_text="Long enough for one shift with a sleep-in.",
    )
    late_hours = models.PositiveSmallIntegerField(
        "hours after which an entry is marked as written late",
        default=24,
        validators=[MinValueValidator(1), MaxValueValidator(72)],
    )
    quiet_from = models.TimeField(
        "no mails from",
        default=time(22),
        help_text="But for what is urgent, and of that at most two mails a night for each person.",
    )
    quiet_until = models.TimeField(
        "until",
        default=time(7),
        help_text="The same time twice: there are no quiet hours.",
    )
    marking = models.CharField(
        "words at the top of each printed page", max_length=60, default="Official: sensitive"
    )
    child_word = models.CharField(
        "what we call a child",
        max_length=20,
        default="child",
        choices=(("child", "child"), ("young person", "young person")),
    )
    referral_days = models.PositiveSmallIntegerField(
        "days until the words about a child who does not come are deleted",
        default=30,
        validators=[MinValueValidator(1), MaxValueValidator(180)],
        help_text="Counted from our answer. Month, reason, age and council stay, to be counted.",
    )
    reparation_percent = models.PositiveSmallIntegerField(
        "most of a week's pocket money that may go into paying something back, in percent",
        default=67,
        validators=[MaxValueValidator(100)],
        help_text="Two thirds, unless you decide on less. It is always paid in parts.",
    )
    local_council = models.CharField(
        "the council in whose area the home is", max_length=120, blank=True,
        help_text="It hears of each child that another council places here.",
    )  # fmt: skip
    impact_days = models.PositiveSmallIntegerField(
        "days after which an impact risk assessment is looked at again",
        default=14,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
    )
    childline = models.CharField("Childline", max_length=30, default="0800 1111")
    advocate = models.CharField("advocate's phone", max_length=60, blank=True)

    class Meta:
        verbose_name_plural = "home settings"

    def __str__(self) -> str:
        return f"Settings of {self.home_id}"


class BankHolidayOverride(models.Model):
    """A bank holiday added or taken away after the calendar was made (a coronation, a move)."""

    about = ()
    keep = "system"

    day = models.DateField("day", unique=True)
    is_holiday = models.BooleanField("is a bank holiday", default=True)
    why = models.CharField("why", max_length=120)

    class Meta:
        ordering = ("day",)

    def __str__(self) -> str:
        return f"{self.day:%d %b %Y}"
