"""Who owes what by which day. The days are the home's policy, counted from the day she came; the
report is counted back from the review, which the law counts from becoming looked after."""

from django.db.models import Case, F, Q, Value, When

from cura.core.accounts.people import User
from cura.core.deadlines.offsets import Before, Days, Hours, OnDay
from cura.core.deadlines.rules import Alert, DeadlineRule, Late
from placements.assessment.disciplines import Discipline
from placements.assessment.models import Assessment
from placements.assessment.part_models import AssessmentPart

WHOLE, PART = "placements.assessment", "placements.assessmentpart"
# A part goes on with the assessment that puts its own right.
_GOES_ON = Q(assessment__void_at=None) | Q(assessment__replaced_by__isnull=False)


def coordinator(deadline, now) -> list[User]:
    rows = Assessment.objects.filter(pk=deadline.object_id).values("coordinator")
    return list(User.objects.filter(pk__in=rows))


def writer(deadline, now) -> list[User]:
    """Who writes the part; for what somebody outside was asked for, who brings it together."""
    part = AssessmentPart.objects.filter(pk=deadline.object_id).select_related("assessment").first()
    if part is None or not (part.writer_id or part.assessment_id):
        return []
    return [User.objects.get(pk=part.writer_id or part.assessment.coordinator_id)]


# What a duty says of a part, by its name and not by its code.
VIEW = Case(
    *(
        When(discipline=value, then=Value(label.lower()))
        for value, label in Discipline.choices
        if value != Discipline.OTHER
    ),
    default=F("title"),
)
CODES = {"coordinator": coordinator, "writer": writer}
_SOON = (Alert(Before(Days(3)), to=("writer",)),)
_LATE = (Late(Hours(0), to=("writer", "manager")),)
_BRING = {
    "remind": (Alert(Before(Days(3)), to=("coordinator",)),),
    "escalate": (Late(Hours(0), to=("coordinator", "manager")), Late(Days(3), to=("ri",))),
}


def _while_here(done: str) -> Q:
    """What was not done when she left is due no more; what was done stays as it was."""
    return Q(child__left_at=None) | Q(**{f"{done}__isnull": False})


def _parts(duty: str, title: str, applies: Q, escalate: tuple) -> tuple[DeadlineRule, ...]:
    """By the day that the home has set for all, or by the other day that was agreed."""
    wanted = Q(_GOES_ON, _while_here("signed_at"), applies)
    common = {
        "duty": duty, "model": PART, "done": "signed_at", "title": title, "remind": _SOON,
        "escalate": escalate,
    }  # fmt: skip
    return (
        DeadlineRule(starts="assessment__came_at", applies=Q(wanted, due_on=None), **common),
        DeadlineRule(
            aspect="agreed", starts="due_on", due=OnDay(),
            applies=Q(wanted, due_on__isnull=False), **common,
        ),
    )  # fmt: skip


# What somebody outside was asked for is owed to us: chased, and never our own lateness.
_THEIRS = ~Q(outsider="")
RULES = (
    *_parts("ASSESS-DRAFT", "Write the assessment of {child}: {view}", ~_THEIRS, _LATE),
    *_parts(
        "ASSESS-ASKED", "Asked for the assessment of {child}: {view}", _THEIRS,
        (Late(Hours(0), to=("writer",)),),
    ),
    DeadlineRule(
        duty="ASSESS-MEET", model=WHOLE, starts="came_at", done="met_at", planned="meeting_at",
        title="Hold the assessment meeting about {child}", applies=_while_here("met_at"), **_BRING,
    ),
    DeadlineRule(
        duty="ASSESS-REPORT", model=WHOLE, starts="review_on", done="sent_at",
        applies=Q(_while_here("sent_at"), review_on__isnull=False),
        title="Send the assessment of {child} to the reviewing officer", **_BRING,
    ),
    DeadlineRule(
        duty="ASSESS-28", model=WHOLE, starts="came_at", done="signed_at",
        title="Finish the 28-day assessment of {child}", applies=_while_here("signed_at"), **_BRING,
    ),
)  # fmt: skip
