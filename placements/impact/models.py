"""The impact risk assessment: who lives here, pair by pair with the child who may come."""

import re

from django.core.exceptions import ValidationError
from django.db import models

from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.base import RecordRow, SignableRecord
from cura.core.records.pairs import at_and_by
from placements.referral.models import Referral
from residents.child.models import Child


class ImpactAssessment(SignableRecord):
    """Before anybody comes: what it would mean for each who lives here, and for the one who comes
    (CHR 2015 regs 12 and 14(1)). In an emergency the same record in ten minutes by phone.

    Signed it stays as it is. Whether it still counts is reckoned each time (`staleness.py`).
    """

    read, write = P.PLACEMENT_READ, P.PLACEMENT_WRITE
    about = ("referral__child", "author")
    keep = "home_file"

    class Voice(models.TextChoices):
        ASKED = "asked", "Yes, without saying who it is about"
        LATER = "later", "Not yet: we ask tomorrow"

    class Result(models.TextChoices):
        YES = "yes", "We can keep everybody safe"
        ONLY_IF = "only_if", "We can, if what stands below is true"
        NO = "no", "We cannot keep everybody safe"

    referral = models.ForeignKey(
        Referral, models.PROTECT, related_name="impacts", verbose_name="who may come?"
    )
    result = models.CharField(
        "can we keep everybody safe?", max_length=7, choices=Result.choices, blank=True
    )
    must_be_true = models.TextField(
        "what would have to be true?", blank=True,
        help_text="Who is on, which rooms, what is agreed before the door opens.",
    )  # fmt: skip
    staffing = models.TextField(
        "who is on, and is it enough?", blank=True,
        help_text="Tonight and the days after: how many, who knows whom, who may do what.",
    )  # fmt: skip
    last_home_who = models.CharField(
        "who at the last home told us, by phone?", max_length=160, blank=True,
        help_text="Name and number. If nobody could be reached: whom you tried, and when.",
    )  # fmt: skip
    last_home = models.TextField(
        "what did they say that stands on no paper?", blank=True,
        help_text="What frightened others, what helped, what they would do again.",
    )  # fmt: skip
    voice = models.CharField(
        "were those who live here asked?", max_length=5, choices=Voice.choices, blank=True
    )
    knew = models.CharField(max_length=64, blank=True, editable=False)
    restaffed_at = models.DateTimeField("staffing has changed", null=True, editable=False)
    restaffed_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="said by"
    )
    restaffed_why = models.CharField("what has changed?", max_length=200, blank=True)

    class Meta(SignableRecord.Meta):
        verbose_name = "impact risk assessment"
        constraints = (*SignableRecord.Meta.constraints, at_and_by("restaffed"))

    def wanting(self) -> str:
        """What must be written before it is signed; "" when it is all there."""
        asked = ((self.result, "whether we can keep everybody safe"),
                 (self.staffing, "who is on, and whether it is enough"))  # fmt: skip
        missing = [words for there, words in asked if not there]
        if self.result == self.Result.ONLY_IF and not self.must_be_true.strip():
            missing.append("what would have to be true")
        return f"Before you sign, write {' and '.join(missing)}." if missing else ""

    def clean(self) -> None:
        if self.signed_at and (wanting := self.wanting()):
            raise ValidationError(wanting, code="contents")


class Pair(RecordRow):
    """The child who may come and one who lives here, a young adult too."""

    about = ("child",)
    keep = "child_file"

    class Sure(models.TextChoices):
        SURE = "sure", "Sure"
        FAIRLY = "fairly", "Fairly sure"
        NOT = "not", "Not sure"

    assessment = models.ForeignKey(ImpactAssessment, models.PROTECT, related_name="pairs")
    child = models.ForeignKey(
        Child, models.PROTECT, related_name="+", verbose_name="who lives here"
    )
    on_them = models.TextField("what might it mean for this one?", blank=True)
    from_them = models.TextField("what might it mean for the one who comes?", blank=True)
    we_do = models.TextField("what do we do about it?", blank=True)
    sure = models.CharField("how sure are we?", max_length=6, choices=Sure.choices, blank=True)

    class Meta(RecordRow.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("assessment", "child"), name="placements_impact_pair_once"
            ),
        )

    @property
    def thought_of(self) -> bool:
        return bool(self.on_them.strip() or self.from_them.strip() or self.we_do.strip())


class HouseholdVoice(RecordRow):
    """What somebody who lives here says of a new child, asked without a name or a story."""

    about = ("child",)
    keep = "home_file"

    assessment = models.ForeignKey(ImpactAssessment, models.PROTECT, related_name="voices")
    child = models.ForeignKey(
        Child, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="who?"
    )
    words = models.TextField("in her or his words")


def names_in(words: str, referral: Referral) -> str:
    """The first name of the referred child that these words give away, or ""."""
    names = {referral.first_name, referral.last_name, referral.called} - {""}
    told = (n for n in sorted(names) if re.search(rf"\b{re.escape(n)}\b", words, re.IGNORECASE))
    return next(told, "")
