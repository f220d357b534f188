"""The moments and steps that every measure has."""

from cura.core.permissions import Permission as P
from cura.core.records.types import Moment, Step
from safeguarding.measure import actions, authority
from safeguarding.measure.forms import ChildTalkForm, UserTalkForm
from safeguarding.measure.models import Measure


def _wanting(*, record: Measure, by, now) -> str:
    return record.wanting()


def moments(user_form: type, child_form: type) -> tuple[Moment, ...]:
    """CHR 2015 reg. 35(3)(a), (b) and (c): three moments, with who signed each."""
    return (
        Moment(
            key="signed", title="Sign", done="Signed", permission=P.RECORD_SIGN, with_save=True,
            refuse=_wanting,
        ),
        Moment(
            key="user_spoken", title="Everyone talked with: sign as accurate",
            done="Talked with everyone, signed as accurate", permission=P.RECORD_SIGN,
            form=user_form, after="signed", not_by=("author", "signed"),
            refuse=authority.not_all_talked_with,
        ),
        Moment(
            key="child_spoken", title="Talk with the child", done="Talked with the child",
            permission=P.RECORD_SIGN, form=child_form, after="signed",
            refuse=authority.not_authorised,
        ),
    )  # fmt: skip


def _users_wait(record: Measure) -> bool:
    return bool(not record.user_spoken_at and authority.to_talk_with(record))


def _child_waits(record: Measure) -> bool:
    return not record.child_spoken_at


STEPS = (
    Step(
        key="user-talk", title="Talked with somebody who used it", permission=P.RECORD_SIGN,
        do=actions.talk_with_user, form=UserTalkForm, when=_users_wait, refuse=authority.not_apart,
    ),
    Step(
        key="child-asked", title="Asked the child, and it was not the time",
        permission=P.RECORD_SIGN, do=actions.ask_child, form=ChildTalkForm, when=_child_waits,
        refuse=authority.not_authorised,
    ),
)  # fmt: skip
