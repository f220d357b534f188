"""The moments and steps that every plan has."""

from cura.core.permissions import Permission as P
from cura.core.records.types import Moment, Step
from residents.plan import actions, reading
from residents.plan.forms import LookForm, SharedForm
from residents.plan.models import Plan
from residents.seen.reading import I_HAVE_READ_IT


def _overtaken(*, record: Plan, by, now) -> str:
    if reading.is_newest(record):
        return ""
    return "A newer version was signed meanwhile. Write what is new in a version after that one."


def _stands(record: Plan) -> bool:
    return bool(record.signed_at) and reading.is_newest(record)


def moments(shared: type[SharedForm]) -> tuple[Moment, ...]:
    """A plan stays open for days; the key worker signs it, then goes through it with the child."""
    return (
        Moment(
            key="signed", title="Sign this version", done="Signed", permission=P.PLAN_WRITE,
            refuse=_overtaken, then=actions.signed,
        ),
        Moment(
            key="shared", title="Gone through with the child", done="Gone through together",
            permission=P.PLAN_WRITE, form=shared, after="signed",
        ),
    )  # fmt: skip


STEPS = (
    Step(
        key="read", title=I_HAVE_READ_IT.title, permission=I_HAVE_READ_IT.permission,
        do=I_HAVE_READ_IT.do, when=_stands, tone="primary",
    ),
    Step(
        key="stands", title="Looked at again: it stands as it is", permission=P.PLAN_WRITE,
        do=actions.stands, form=LookForm, when=_stands,
    ),
)  # fmt: skip
