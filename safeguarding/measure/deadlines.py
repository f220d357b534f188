"""The three rules of CHR 2015 reg. 35(3), the same for every kind of measure."""

from django.db.models import Case, F, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce

from cura.core.deadlines.offsets import Hours
from cura.core.deadlines.rules import Alert, DeadlineRule, Late
from safeguarding.measure.models import ChildTalk

# A record that was put right keeps what was done in time for the first one, about the same child.
_SAME = Q(replaces__child=F("child"), replaces__home=F("home"))
_MINE = Q(object_id=OuterRef("pk")) | Q(
    object_id=OuterRef("replaces_id"),
    child_id=OuterRef("child_id"),
    home_id=OuterRef("home_id"),
)
_TALKS = ChildTalk.objects.filter(_MINE)
_REFUSED = _TALKS.filter(outcome=ChildTalk.Outcome.REFUSED).order_by("at").values("at")[:1]
_PLANNED = _TALKS.exclude(planned_at=None).order_by("-at").values("planned_at")[:1]
_LATE = (Late(Hours(0), to=("manager",)), Late(Hours(24), to=("ri",), urgent=True))


def _done(name: str, *else_) -> Coalesce:
    first = Case(When(_SAME, then=F(f"replaces__{name}")))
    return Coalesce(first, F(name), *else_)


def rules(model: str, it: str) -> tuple[DeadlineRule, ...]:
    """`it` is how people call the measure: "the hold"."""
    return (
        DeadlineRule(
            duty="R35-REC", model=model, done=_done("signed_at"),
            title=f"Write and sign the record of {it} with {{child}}",
            remind=(Alert(Hours(20), to=("author", "lead")),), escalate=_LATE,
        ),
        DeadlineRule(
            duty="R35-USER", model=model, done=_done("user_spoken_at"),
            title=f"Talk with everyone who was part of {it} with {{child}}, and sign",
            remind=(Alert(Hours(40), to=("manager",)),), escalate=_LATE,
        ),
        # Done by the talk, or by the first refusal that was written: the text gives no exception,
        # and nobody makes a child talk (to be checked: statutory reference 1.12).
        DeadlineRule(
            duty="R35-CHILD", model=model,
            done=_done("child_spoken_at", Subquery(_REFUSED)), planned=Subquery(_PLANNED),
            title=f"Talk with {{child}} about {it}",
            remind=(Alert(Hours(72), to=("manager",)),), escalate=_LATE,
        ),
    )  # fmt: skip
