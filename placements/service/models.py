"""What the home does for a child who has no room here: it has aims, sessions and an end."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.base import Record, RecordRow
from cura.core.records.pairs import at_and_by
from residents.child.models import Child

# CPR 2010 reg. 48 (to be checked): short breaks at one place count as one placement while no stay
# is longer than 17 days and all of them in twelve months are no more than 75 days.
LONGEST_BREAK = 17
MOST_DAYS_A_YEAR = 75


class Service(Record):
    """Outreach, help with a move, mentoring, short breaks. `happened_at` is when it began.

    Without a room there is no place in the register of children and no notice under regulation 41.
    """

    read, write = P.PLACEMENT_READ, P.PLACEMENT_WRITE
    about = ("child", "author")
    keep = "child_file"

    class Kind(models.TextChoices):
        OUTREACH = "outreach", "Help where the child lives"
        MOVE = "move", "Help with a move"
        MENTOR = "mentor", "Mentoring after care"
        CARERS = "carers", "Help for carers"
        GROUP = "group", "A group for those who have left"
        BREAKS = "breaks", "Short breaks"

    kind = models.CharField("what do we do?", max_length=8, choices=Kind.choices)
    child = models.ForeignKey(
        Child, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="for whom, of those who live or lived here?",
    )  # fmt: skip
    for_whom = models.CharField("or for whom else?", max_length=160, blank=True)
    asked_by = models.CharField("who asked for it?", max_length=160, blank=True)
    aims = models.TextField("what is it for?", help_text="What will be different, in her words.")
    own_words = models.TextField("what the child or carer says of it", blank=True)
    agreed_until = models.DateField("agreed until", null=True, blank=True)
    ended_at = models.DateTimeField("ended", null=True, editable=False)
    ended_by = models.ForeignKey(
        User, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="by"
    )
    ended_how = models.TextField("how did it end, and what has changed?", blank=True)

    class Meta(Record.Meta):
        verbose_name = "service"
        constraints = (*Record.Meta.constraints, at_and_by("ended"))

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.name}"

    @property
    def name(self) -> str:
        return self.child.name if self.child_id else self.for_whom

    def clean(self) -> None:
        if not self.child_id and not self.for_whom.strip():
            raise ValidationError({"for_whom": "Say for whom it is."})


class Session(RecordRow):
    """One time together, or one short break from its first to its last day."""

    about = ("service__child",)
    keep = "child_file"

    service = models.ForeignKey(Service, models.PROTECT, related_name="sessions")
    on = models.DateField("when")
    until = models.DateField("until", null=True, blank=True)
    minutes = models.PositiveSmallIntegerField("minutes", null=True, blank=True)
    who = models.CharField("who of us", max_length=80, blank=True)
    words = models.CharField("what was done, and what was said", max_length=400)

    class Meta(RecordRow.Meta):
        ordering = ("on", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("on")),
                name="placements_session_ends_after_start",
            ),
        )

    def clean(self) -> None:
        if self.on and self.until and self.until < self.on:
            raise ValidationError({"until": "It ends before it begins."})
        if self.days > LONGEST_BREAK:
            raise ValidationError(
                {"until": f"A short break is at most {LONGEST_BREAK} days. Longer is a placement."}
            )

    @property
    def days(self) -> int:
        """Days of a short break; 0 for an hour together."""
        return (self.until - self.on).days if self.on and self.until else 0


def days_in_year(service: Service, until) -> int:
    """Days of short breaks in the twelve months up to this day."""
    since = until - timedelta(days=365)
    return sum(s.days for s in service.sessions.all() if since < s.on <= until)
