"""How often a home does what the law leaves to it. Each change is a row of its own, with why."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from cura.core.accounts.home import Home
from cura.core.accounts.people import User
from cura.core.deadlines import offsets
from cura.core.deadlines.duty import duty
from cura.core.deadlines.offsets import Before, Offset

MOST = 999


class PolicyInterval(models.Model):
    """The newest row of a home and a duty counts for all that is not done yet. What was done before
    keeps the interval of its time, so that no change of policy makes an old lateness good."""

    class Unit(models.TextChoices):
        HOURS = "hour", "hours"
        DAYS = "day", "days"
        WORKING_DAYS = "working day", "working days"
        WEEKS = "week", "weeks"
        MONTHS = "month", "months"
        YEARS = "year", "years"

    about = ("by",)
    keep = "home_file"
    append_only = True

    home = models.ForeignKey(Home, models.PROTECT, related_name="+")
    duty = models.CharField(max_length=32)
    amount = models.PositiveSmallIntegerField(
        "how long?", validators=[MinValueValidator(1), MaxValueValidator(MOST)]
    )
    unit = models.CharField("of what?", max_length=12, choices=Unit.choices)
    since = models.DateField(
        "we begin to count on",
        null=True,
        blank=True,
        help_text="Only for what has never been done here: the first one is counted from this day.",
    )
    why = models.CharField("why?", max_length=300)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField("set")

    class Meta:
        default_permissions = ()
        ordering = ("id",)
        indexes = (models.Index(fields=("home", "duty"), name="deadlines_policy_home"),)

    def __str__(self) -> str:
        return f"{self.duty}: {self.offset.words}"

    @property
    def offset(self) -> Offset:
        """What is counted back from a day (a report before a review) stays counted back."""
        length = offsets.of(self.amount, self.unit)
        back = isinstance(duty(self.duty).interval, Before)
        return Before(length) if back else length
