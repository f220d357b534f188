"""A child whom somebody asks us to look after: who asks, for whom, and what we said."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from cura.core.accounts.home import Bed
from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.base import Record, RecordQuerySet
from cura.core.records.pairs import at_and_by
from residents.child.models import Child, Sex


class ReferralQuerySet(RecordQuerySet):
    def open(self) -> "ReferralQuerySet":
        """Not answered for good: new, or "maybe"."""
        return self.standing().filter(answer__in=("", Referral.Answer.MAYBE))

    def waiting(self) -> "ReferralQuerySet":
        """We said yes and she has not come yet."""
        return self.standing().filter(answer=Referral.Answer.YES, child=None)


class Referral(Record):
    """One question of one council (CHR 2015 reg. 14(2)(a)). `happened_at` is when it came.

    It hangs on the home, for nobody is a child of this home until she is admitted: `child` is
    written then, by the admission alone.
    """

    read, write = P.PLACEMENT_READ, P.PLACEMENT_WRITE
    about = ("child", "author")
    keep = "home_file"

    class Came(models.TextChoices):
        MAIL = "mail", "By mail"
        PHONE = "phone", "By phone"
        PORTAL = "portal", "Through a portal"
        OTHER = "other", "In another way"

    class Answer(models.TextChoices):
        MAYBE = "maybe", "Maybe"
        YES = "yes", "Yes"
        NO = "no", "No"
        WITHDRAWN = "withdrawn", "The council took it back"
        NEVER_CAME = "never_came", "Yes, but she never came"

    came_by = models.CharField(
        "how did it come?", max_length=8, choices=Came.choices, default=Came.MAIL
    )
    needed_tonight = models.BooleanField("a place is needed today or tonight", default=False)
    authority = models.CharField("which council asks?", max_length=120, blank=True)
    from_name = models.CharField("who asks?", max_length=120, blank=True)
    from_phone = models.CharField("phone", max_length=30, blank=True)
    from_email = models.EmailField("email", blank=True)
    first_name = models.CharField("first name", max_length=60, blank=True)
    last_name = models.CharField("last name", max_length=60, blank=True)
    called = models.CharField("likes to be called", max_length=60, blank=True)
    born = models.DateField("date of birth", null=True, blank=True)
    sex = models.CharField("sex", max_length=6, choices=Sex.choices, blank=True)
    wanted_from = models.DateField("wanted from", null=True, blank=True)
    planned_arrival = models.DateTimeField("to come on", null=True, editable=False)
    bed = models.ForeignKey(
        Bed, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="room"
    )
    answer = models.CharField(
        "our answer", max_length=10, choices=Answer.choices, blank=True, editable=False
    )
    answered_at = models.DateTimeField("answered", null=True, editable=False)
    answered_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name="answered by",
    )
    child = models.ForeignKey(
        Child, models.PROTECT, null=True, editable=False, related_name="referrals",
        verbose_name="the child who came",
    )  # fmt: skip

    objects = ReferralQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = "referral"
        constraints = (
            *Record.Meta.constraints,
            at_and_by("answered"),
            models.UniqueConstraint(
                fields=("bed",),
                condition=Q(answer="yes", child=None, void_at=None),
                name="placements_referral_room_once",
            ),
        )

    def __str__(self) -> str:
        return f"Referral of {self.name}"

    @property
    def name(self) -> str:
        return self.called or self.first_name or "a child"

    def clean(self) -> None:
        if self.born and self.happened_at and self.born > self.happened_at.date():
            raise ValidationError({"born": "This day is after the day when the referral came."})
