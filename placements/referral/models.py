"""A child whom somebody asks us to look after: who asks, for whom, and what we said."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q

from cura.core.accounts.home import Bed
from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.base import RecordQuerySet
from cura.core.records.pairs import at_and_by
from cura.core.records.short_lived import ShortLivedRecord, ShortLivedRow, forgotten_is_empty
from cura.lib import london
from placements.needs.needs import choices as need_choices
from residents.child.models import Child, Sex

WORDS = (
    "from_name", "from_phone", "from_email", "first_name", "last_name", "called", "pasted",
    "where_now", "happened", "danger", "legal_basis", "to_know", "reason_words", "void_reason",
)  # fmt: skip


class ReferralQuerySet(RecordQuerySet):
    def open(self) -> "ReferralQuerySet":
        """Not answered for good: new, or "maybe"."""
        return self.standing().filter(answer__in=("", Referral.Answer.MAYBE))

    def waiting(self) -> "ReferralQuerySet":
        """We said yes and she has not come yet."""
        return self.standing().filter(answer=Referral.Answer.YES, child=None)

    def undone(self) -> "ReferralQuerySet":
        """Whatever still wants something of us: an answer, or her arrival."""
        return self.open() | self.waiting()

    def not_come(self, now) -> "ReferralQuerySet":
        """Waited for, and the planned hour has passed without her."""
        return self.waiting().filter(planned_arrival__lt=now).order_by("planned_arrival")

    def declined(self) -> "ReferralQuerySet":
        """Answered, and she does not come: what was written goes after a while."""
        return self.standing().filter(answer__in=Referral.GONE, child=None)


class Referral(ShortLivedRecord):
    """One question of one council (CHR 2015 reg. 14(2)(a)). `happened_at` is when it came.

    It hangs on the home, for nobody is a child of this home until she is admitted: `child` is
    written then, by the admission alone. Of a child who does not come the words, names and files
    are deleted after a while; the row stays, to be counted (docs/adr/0018).
    """

    short_lived = (*WORDS, "born")
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

    GONE = ("no", "withdrawn", "never_came")

    class Reason(models.TextChoices):
        ROOM = "room", "No room is free"
        PURPOSE = "purpose", "Not what our home is for"
        RISK = "risk", "A risk with those who live here"
        FAR = "far", "Too far away"
        AGE = "age", "Age"
        OTHER = "other", "Another reason"

    class Danger(models.TextChoices):
        NO = "no", "Nobody, as far as they know"
        HERSELF = "herself", "The child herself"
        OTHERS = "others", "Other people"
        BOTH = "both", "Herself and others"

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
    age = models.PositiveSmallIntegerField(
        "age", null=True, blank=True, validators=[MaxValueValidator(25)],
        help_text="If the birthday is not known.",
    )  # fmt: skip
    pasted = models.TextField(
        "what they wrote", blank=True, help_text="The mail as it came. Needs are marked in it."
    )
    where_now = models.CharField("where is she now?", max_length=200, blank=True)
    happened = models.TextField("what has happened?", blank=True)
    danger = models.CharField(
        "is anyone in danger?", max_length=8, choices=Danger.choices, blank=True
    )
    legal_basis = models.CharField(
        "legal basis, if they know it", max_length=8, choices=Child.LegalStatus.choices, blank=True
    )
    to_know = models.TextField(
        "what would we need to know?", blank=True, help_text="Before we can say yes or no."
    )
    left = models.JSONField(default=list, editable=False)  # needs that were marked, and left
    planned_arrival = models.DateTimeField("to come on", null=True, editable=False)
    bed = models.ForeignKey(
        Bed, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="room"
    )
    answer = models.CharField(
        "our answer", max_length=10, choices=Answer.choices, blank=True, editable=False
    )
    reason = models.CharField(
        "why not", max_length=8, choices=Reason.choices, blank=True, editable=False
    )
    reason_words = models.CharField("in words", max_length=200, blank=True, editable=False)
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

    class Meta(ShortLivedRecord.Meta):
        verbose_name = "referral"
        constraints = (
            *ShortLivedRecord.Meta.constraints,
            at_and_by("answered"),
            forgotten_is_empty(WORDS, ("born",)),
            models.UniqueConstraint(
                fields=("bed",),
                condition=Q(answer="yes", child=None, void_at=None),
                name="placements_referral_room_once",
            ),
        )
        indexes = (
            *ShortLivedRecord.Meta.indexes,
            models.Index(
                fields=("answered_at",), condition=Q(forgotten_at=None), name="referral_to_forget"
            ),
        )

    def __str__(self) -> str:
        """For the log and for notices: it never names the child."""
        return f"Referral of {london.day_words(london.local_date(self.happened_at))}"

    @property
    def name(self) -> str:
        return self.called or self.first_name or "a child"

    def years(self) -> int | None:
        """How old she was when it came."""
        came = london.local_date(self.happened_at)
        return london.age(self.born, came) if self.born and self.born <= came else self.age

    def own_title(self) -> str:
        name = self.name if self.name != "a child" else "A child"
        years = self.years()
        return f"{name}, {years}" if years is not None else name

    def clean(self) -> None:
        if self.born and self.happened_at and self.born > london.local_date(self.happened_at):
            raise ValidationError({"born": "This day is after the day when the referral came."})


class ReferralNeed(ShortLivedRow):
    """A need or a risk that somebody took from the words, or knows. `said`: as it was written."""

    about = ("referral__child",)
    keep = "child_file"
    short_lived = ("said",)

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="needs")
    need = models.CharField("need or risk", max_length=30, choices=need_choices)
    said = models.CharField("what is known of it", max_length=300, blank=True)

    class Meta(ShortLivedRow.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("referral", "need"), name="placements_referral_need_once"
            ),
        )
