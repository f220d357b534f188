"""What the law asks of each measure of control, discipline or restraint (CHR 2015 reg. 35)."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models

from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.base import RecordRow, SignableRecord
from cura.core.records.beside import Beside
from cura.core.records.pairs import at_and_by
from residents.child.record import SignedChildRecord
from safeguarding.measure.screening import screen

# CHR 2015 reg. 35(3)(a)(ii) to (viii), as it is asked. The child's name and the date are there.
CONTENTS = (
    ("leading_up", "what came before it"),
    ("place", "where it was"),
    ("words", "what happened"),
    ("tried", "what was tried so that it need not come to this"),
    ("effect", "whether it helped, and how it ended"),
    ("came_after", "what came after"),
    ("hurt", "whether anyone was hurt"),
)
ASK = (
    "Please write it differently. If it is no punishment, say under "
    "“This is not a punishment” what it is: the manager reads it."
)


class Measure(SignedChildRecord):
    """A measure with the law's three moments: signed within 24 hours, everybody who used it talked
    with and the record signed as accurate within 48, the child talked with within 5 days.

    All but the time may be empty until it is signed: then the eight contents of reg. 35(3)(a) are
    there. `used_by()` and `seen_by()` give the keys of who used it and of who else was present.
    """

    read, write = P.SAFEGUARDING_READ, P.SAFEGUARDING_WRITE
    screened = ("came_after",)  # texts in which a prohibited punishment could hide

    class Hurt(models.TextChoices):
        NO = "no", "Nobody is hurt"
        YES = "yes", "Somebody is hurt"
        UNSURE = "unsure", "Not sure yet"

    place = models.CharField("where was it?", max_length=120, blank=True)
    words = models.TextField("what happened?", blank=True)
    leading_up = models.TextField(
        "what came before?", blank=True,
        help_text="What was said and done, what you saw in her or him, what may have set it off.",
    )  # fmt: skip
    tried = models.TextField(
        "what was tried so that it need not come to this?", blank=True,
        help_text="Each thing, and what came of it. If there was no time: why not.",
    )  # fmt: skip
    hurt = models.CharField("is anyone hurt?", max_length=6, choices=Hurt.choices, blank=True)
    treatment = models.TextField("what was done for whoever was hurt?", blank=True)
    effect = models.TextField("did it help, and how did it end?", blank=True)
    came_after = models.TextField(
        "what came after?", blank=True,
        help_text="What it led to, and how things were put right between people.",
    )  # fmt: skip
    not_punishment = models.TextField(
        "this is not a punishment", blank=True,
        help_text="Only if the page has asked: what it is, and why. The manager reads it.",
    )  # fmt: skip
    user_spoken_at = models.DateTimeField(
        "talked with everyone who used it", null=True, editable=False
    )
    user_spoken_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="signed by"
    )
    review = models.TextField(
        "what you make of it", blank=True,
        help_text="Was it needed, and no more than was needed? What do we do differently?",
    )  # fmt: skip
    child_spoken_at = models.DateTimeField("child talked with", null=True, editable=False)
    child_spoken_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="by"
    )
    child_words = models.TextField(
        "what the child said, in her or his words", blank=True,
        help_text="As said, without putting it right.",
    )  # fmt: skip

    class Meta(SignedChildRecord.Meta):
        abstract = True
        constraints = (
            *SignableRecord.Meta.constraints, at_and_by("user_spoken"), at_and_by("child_spoken"),
        )  # fmt: skip

    @property
    def first(self) -> "Measure | None":
        """The record that this one puts right, of the same home and child. What was signed and said
        in time was in time, and a talk is not held twice for a wrong minute."""
        old = self.replaces if self.replaces_id else None
        if old and (old.child_id, old.home_id) == (self.child_id, self.home_id):
            return old
        return None

    def versions(self) -> list[UUID]:
        return [self.pk, self.first.pk] if self.first else [self.pk]

    def lineage(self) -> "list[Measure]":
        """This one and all that it puts right, one after the other."""
        older = self.replaces.lineage() if self.replaces_id else []
        return [self, *older]

    def used_by(self) -> set[UUID]:
        raise NotImplementedError

    def seen_by(self) -> set[UUID]:
        return {row.person_id for row in self.present.all() if row.person_id}

    def contents(self) -> list[tuple[str, str]]:
        """What is missing of the eight contents: (field or "", what to write)."""
        missing = [(name, words) for name, words in CONTENTS if not getattr(self, name)]
        if self.hurt == self.Hurt.UNSURE:
            missing.append(("hurt", "whether anyone was hurt: you were not sure"))
        if self.hurt == self.Hurt.YES and not self.treatment:
            missing.append(("treatment", "what was done for whoever was hurt"))
        return missing

    def wanting(self) -> str:
        """The same as a sentence; "" when nothing is missing."""
        said = "; ".join(words for _, words in self.contents())
        return f"Before it is signed, the law wants to know: {said}." if said else ""

    def clean(self) -> None:
        self._not_prohibited()
        if self.signed_at and (wanting := self.wanting()):
            raise ValidationError(wanting, code="contents")
        if self.child_spoken_at and not self.child_words.strip():
            raise ValidationError("Write what the child said.", code="words")

    def _not_prohibited(self) -> None:
        """Reg. 19(2): nothing that it prohibits slips through free text. Asked while it is open;
        what is signed stays as it is, whatever the list says later."""
        if self.not_punishment or self.signed_at:
            return
        wrong = {}
        for name in self.screened:
            if met := screen(getattr(self, name)):
                said = " ".join(f"{m.say} ({m.cite}: “{m.found}”)" for m in met)
                wrong[name] = ValidationError(f"{said} {ASK}", code="prohibited")
        if wrong:
            raise ValidationError(wrong)

    def questioned(self) -> list[str]:
        """What sounded like a prohibited punishment, for the manager who reads why it is none."""
        return [m.found for name in self.screened for m in screen(getattr(self, name))]


class Present(RecordRow):
    """Somebody who was there and did not use the measure: one of us, or anybody by name."""

    about = ("person",)
    keep = "child_file"

    person = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="one of us"
    )
    name = models.CharField(
        "or somebody else", max_length=120, blank=True,
        help_text="Another child, a friend, a police officer.",
    )  # fmt: skip

    class Meta(RecordRow.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.name or str(self.person or "")

    def clean(self) -> None:
        if not self.person_id and not self.name:
            raise ValidationError("Say who was there.")


class UserTalk(Beside):
    """The registered person, or who is authorised, has talked with one who used the measure."""

    about = ("child_id", "by", "person")
    keep = "child_file"

    person = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="with whom")
    talked_at = models.DateTimeField("when")
    words = models.TextField("what was said", blank=True)

    class Meta(Beside.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("object_id", "person"), name="safeguarding_user_talk_once"
            ),
        )

    def __str__(self) -> str:
        return "Talk with somebody who used a measure"


class ChildTalk(Beside):
    """The child was asked, and it did not come to a talk: each attempt stands, with why not."""

    about = ("child_id", "by")
    keep = "child_file"

    class Outcome(models.TextChoices):
        REFUSED = "refused", "Did not want to talk"
        LATER = "later", "We agreed another time"
        NOT_POSSIBLE = "not_possible", "It was not possible"

    asked_at = models.DateTimeField("when")
    outcome = models.CharField("what came of it?", max_length=12, choices=Outcome.choices)
    words = models.TextField("her or his own words, or why not")
    planned_at = models.DateTimeField("the other time", null=True)

    def __str__(self) -> str:
        return "Asked the child about a measure"
