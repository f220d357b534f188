"""A child comes to live here: what was in hand before the door opened, and when she came."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from cura.core.accounts.home import Bed
from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.base import Record
from cura.core.records.pairs import at_and_by
from cura.lib import london
from placements.referral.models import Referral
from residents.child.models import Child


class Known(models.TextChoices):
    """An answer to a question that must be asked. "Nobody could say" is one, and is seen."""

    NONE = "none", "No: we asked"
    YES = "yes", "Yes"
    UNKNOWN = "unknown", "Nobody could say"


def _asked(question: str) -> models.CharField:
    return models.CharField(question, max_length=7, choices=Known.choices, blank=True)


class Admission(Record):
    """Planned or in an emergency, one record. Open until she is here; then it stays as it was."""

    read, write = P.PLACEMENT_READ, P.PLACEMENT_WRITE
    about = ("child", "author")
    keep = "home_file"

    ASKED = (
        ("danger", "whether anybody is in danger, here or because of her coming"),
        ("allergies", "whether there are allergies"),
        ("medicines", "whether medicines come along"),
        ("hidden", "whether somebody must not know the address"),
    )

    referral = models.ForeignKey(
        Referral, models.PROTECT, related_name="admissions", verbose_name="who comes?"
    )
    short_break = models.BooleanField("this is a short break", default=False)
    legal_status = models.CharField(
        "on what legal basis?", max_length=8, choices=Child.LegalStatus.choices, blank=True
    )
    legal_from = models.CharField(
        "who told us so, and is there a paper?", max_length=160, blank=True,
        help_text="Name, and how. The paper itself may be owed.",
    )  # fmt: skip
    looked_after_on = models.DateField(
        "looked after by the council since", null=True, blank=True,
        help_text="Leave it empty if that begins with her coming. Reviews and visits are counted "
        "from it.",
    )  # fmt: skip
    consent_from = models.CharField(
        "whom do we ring tonight for a yes?", max_length=160, blank=True,
        help_text="Name and number of the one who may consent.",
    )  # fmt: skip
    danger = _asked("is anybody in danger, here or because of her coming?")
    danger_words = models.TextField("from whom, for whom, and what do we do?", blank=True)
    allergies = _asked("any allergies?")
    allergies_words = models.TextField("to what, and what helps?", blank=True)
    medicines = _asked("do medicines come along?")
    medicines_words = models.TextField("which, for what, when was the last one?", blank=True)
    unlabelled = models.BooleanField(
        "some have no pharmacy label with her name: they are not given", default=False
    )
    hidden = _asked("must somebody not know the address?")
    hidden_words = models.TextField("who, and by whose decision?", blank=True)
    on_shift = models.CharField(
        "who is on shift, tonight too?", max_length=200, blank=True,
        help_text="Everybody who will meet her. Is it enough?",
    )  # fmt: skip
    came_at = models.DateTimeField("when did she come through the door?", null=True, blank=True)
    bed = models.ForeignKey(
        Bed, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="room"
    )
    key_worker = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="key worker"
    )
    child = models.ForeignKey(
        Child, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name="the child who came",
    )  # fmt: skip
    admitted_at = models.DateTimeField("came to live here", null=True, editable=False)
    admitted_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name="who let her in",
    )  # fmt: skip

    class Meta(Record.Meta):
        verbose_name = "admission"
        constraints = (
            *Record.Meta.constraints,
            at_and_by("admitted"),
            models.UniqueConstraint(
                fields=("referral",), condition=~Q(admitted_at=None),
                name="placements_admission_once",
            ),
        )  # fmt: skip

    def looked_after_since(self) -> date | None:
        """The day that the law counts from (CPR 2010 regs 28 and 33). None of a child who comes on
        another basis, unless somebody said it."""
        if self.looked_after_on or self.legal_status == Child.LegalStatus.OTHER:
            return self.looked_after_on
        return london.local_date(self.came_at) if self.came_at else None

    def not_in_hand(self) -> list[str]:
        """What must be known before the door opens, and is not. Everything else may be owed."""
        child = self.referral
        missing = [
            (child.first_name and child.last_name, "her first and last name"),
            (child.born, "her date of birth"),
            (self.legal_status, "on what legal basis she comes"),
            (self.consent_from, "whom we ring tonight for a yes"),
            *((getattr(self, name), words) for name, words in self.ASKED),
            (self.on_shift, "who is on shift"),
        ]
        return [words for there, words in missing if not there]

    def clean(self) -> None:
        for name, _ in self.ASKED:
            if getattr(self, name) == Known.YES and not getattr(self, f"{name}_words").strip():
                raise ValidationError({f"{name}_words": "Say it in a few words."})
