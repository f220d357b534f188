"""Visits of those who have a duty to a child, or to whom she goes: planned, held, called off."""

from django.core.exceptions import ValidationError
from django.db import models

from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.base import RecordQuerySet
from cura.core.records.pairs import at_and_by
from placements.visits.kinds import BY_KEY, CHOICES, Kind
from residents.child.record import ChildRecord
from residents.diary.called_off import CalledOff
from residents.diary.models import DiaryEntry


class VisitQuerySet(RecordQuerySet):
    def held(self) -> "VisitQuerySet":
        return self.standing().exclude(held_at=None)

    def planned(self) -> "VisitQuerySet":
        """Neither held nor called off, the soonest first."""
        rows = self.standing().filter(held_at=None, cancelled_at=None)
        return rows.order_by("happened_at", "id")


class Visit(CalledOff, ChildRecord):
    """One visit (CPR 2010 reg. 28 for the social worker's). `happened_at` is when it is planned,
    and once it was held, when that was.

    What she said about it is hers: a parent who reads the diary does not see it.
    """

    read, write = P.PLAN_READ, P.KEYWORK_WRITE

    class Alone(models.TextChoices):
        YES = "yes", "Yes"
        NOT_WANTED = "not_wanted", "The child did not want to"
        NO = "no", "No"

    kind = models.CharField("who is it?", max_length=14, choices=CHOICES)
    who = models.CharField(
        "name", max_length=120, blank=True,
        help_text="Leave it empty for the one who stands among the child's people.",
    )  # fmt: skip
    place = models.CharField("where?", max_length=160, blank=True)
    purpose = models.CharField("what for?", max_length=200, blank=True)
    told = models.CharField(
        "does the child know?", max_length=7, choices=DiaryEntry.Told.choices, blank=True
    )
    told_how = models.CharField("how was it said, or why not?", max_length=200, blank=True)

    held_at = models.DateTimeField("it took place, written", null=True, editable=False)
    held_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="by"
    )
    seen_alone = models.CharField(
        "was the child seen alone?", max_length=10, choices=Alone.choices, blank=True
    )
    seen_alone_why = models.CharField("why not?", max_length=300, blank=True)
    own_words = models.TextField(
        "what the child said of it",
        blank=True,
        help_text="In the child's own words. Or: did not want to say.",
    )
    came_of_it = models.TextField("what came of it", blank=True)
    next_on = models.DateField(
        "seen again on or before", null=True, blank=True, help_text="As they said. Or leave it."
    )
    next_words = models.CharField(
        "what is to be done next, and by whom?", max_length=300, blank=True
    )

    objects = VisitQuerySet.as_manager()

    class Meta(ChildRecord.Meta):
        verbose_name = "visit"
        constraints = (*ChildRecord.Meta.constraints, at_and_by("held"), at_and_by("cancelled"))

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        if self.held_at and self.cancelled_at:
            raise ValidationError("This was called off.")
        if self.held_at and self.happened_at > self.held_at:
            raise ValidationError({"happened_at": "This time has not come yet."})
        if self.held_at and self.seen_alone == self.Alone.NO and not self.seen_alone_why.strip():
            raise ValidationError({"seen_alone_why": "Say why the child was not seen alone."})

    @property
    def sort(self) -> Kind:
        return BY_KEY[self.kind]

    @property
    def title(self) -> str:
        """ "Social worker, Martin Cole"."""
        what = self.get_kind_display() if self.kind != "other" or not self.who else ""
        return ", ".join(words for words in (what, self.who) if words)

    def own_title(self) -> str:
        return self.title
