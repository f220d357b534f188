"""The steps of one paper, in the shape that a record's page asks for."""

from cura.core.permissions import Permission as P
from cura.core.records.types import Step
from placements.papers import actions
from placements.papers.forms import CarriedForm, NotNeededForm, ReadForm, SaidForm
from placements.papers.models import Paper


def _said(*, record, by, values, now):
    return actions.answered(paper=record, by=by, now=now, **values)


def _read(*, record, by, values, now):
    return actions.read(paper=record, by=by, now=now, **values)


def _carried(*, record, by, values, now):
    return actions.carried(paper=record, by=by, now=now, **values)


def _not_needed(*, record, by, values, now):
    return actions.not_needed(paper=record, by=by, now=now, **values)


def owed(paper: Paper) -> bool:
    return not (paper.received_at or paper.not_needed_at)


STEPS = (
    Step(
        key="said", title="They told us something", permission=P.PLAN_WRITE, do=_said,
        form=SaidForm, when=owed,
    ),
    Step(
        key="read", title="I have read it", permission=P.PLAN_WRITE, do=_read, form=ReadForm,
        when=lambda paper: bool(paper.received_at),
    ),
    Step(
        key="carried", title="It is in a plan now", permission=P.PLAN_WRITE, do=_carried,
        form=CarriedForm, when=lambda paper: bool(paper.received_at),
    ),
    Step(
        key="not-needed", title="We do not need it", permission=P.PLAN_WRITE, do=_not_needed,
        form=NotNeededForm, when=owed,
    ),
)  # fmt: skip
