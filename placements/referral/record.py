from cura.core.permissions import Permission as P
from cura.core.records.types import Column, RecordType, Rows, Step
from cura.lib import london
from placements.referral import actions
from placements.referral.forms import NeedForm, NoForm, ReferralForm, YesForm
from placements.referral.models import Referral, ReferralNeed
from placements.referral.views import ReferralDetail, ReferralInbox

Answer = Referral.Answer
OPEN = ("", Answer.MAYBE)


def _said(row: Referral) -> str:
    if row.child_id:
        return "She came"
    why = f": {row.get_reason_display().lower()}" if row.reason else ""
    return f"{row.get_answer_display()}{why}" if row.answer else "Not answered yet"


def _plain(action):
    """A step that asks nothing more."""

    def do(*, record, by, values, now):
        return action(record=record, by=by, now=now)

    return do


def _no(*, record, by, values, now):
    return actions.say_no(
        record=record, reason=values["reason"], words=values["words"], by=by, now=now
    )


def _yes(*, record, by, values, now):
    return actions.say_yes(record=record, by=by, now=now, **values)


def _step(key: str, title: str, do, answers, form=None, tone: str = "") -> Step:
    return Step(
        key=key, title=title, permission=P.PLACEMENT_WRITE, do=do, form=form, tone=tone,
        when=lambda record: not record.child_id and record.answer in answers,
    )  # fmt: skip


referral = RecordType(
    model=Referral,
    form=ReferralForm,
    slug="referrals",
    prefix="RF",
    title="Referrals",
    scope="home",
    section="Coming to live here",
    icon="inbox",
    columns=(
        Column(title="Came", of=lambda row: london.words(row.happened_at)),
        Column(title="For whom", of=lambda row: row.own_title()),
        Column(title="Council", of=lambda row: row.authority),
        Column(title="Our answer", of=_said, status=True),
    ),
    preload=("child", "home", "bed", "answered_by"),
    rows=(
        Rows(model=ReferralNeed, form=NeedForm, fk="referral", title="Needs and risks", extra=0),
    ),
    steps=(
        _step("yes", "Yes", _yes, OPEN, YesForm),
        _step("plan", "Another day or room", _yes, (Answer.YES,), YesForm),
        _step("maybe", "Maybe", _plain(actions.say_maybe), ("",)),
        _step("no", "No", _no, (*OPEN, Answer.YES), NoForm),
        _step(
            "withdrawn", "The council took it back", _plain(actions.withdraw), (*OPEN, Answer.YES)
        ),
        _step("never-came", "She never came", _plain(actions.never_came), (Answer.YES,)),
        _step("again", "Open it again", _plain(actions.open_again), Referral.GONE),
    ),
    search=("authority", "from_name", "first_name", "last_name", "called", "pasted"),
    views={"detail": ReferralDetail, "list": ReferralInbox},
    files=12,
)
