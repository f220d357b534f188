from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType, Rows, Step
from cura.lib import london
from placements.leaving import forms
from placements.leaving.actions import gone_step
from placements.leaving.models import AfterContact, Leaving, MovingOn, MovingStep
from residents.child.board import StandingDetail


def _day(day) -> str:
    return london.day_words(day) if day else "not known yet"


moving_on = RecordType(
    model=MovingOn,
    form=forms.MovingOnForm,
    slug="moving-on",
    prefix="MN",
    title="Moving on",
    scope="child",
    section="Plans",
    icon="signpost",
    columns=(
        Column(title="Where to", of=lambda row: row.get_place_display()),
        Column(title="When", of=lambda row: _day(row.planned_for)),
        Column(title="What is planned", of=lambda row: row.words, words=True),
    ),
    preload=("child", "home"),
    rows=(
        Rows(
            model=MovingStep, form=forms.MovingStepForm, fk="plan", title="Steps on the way",
        ),
    ),
    moments=(
        Moment(
            key="ended", title="Not any more", done="Not any more", permission=P.PLAN_WRITE,
            form=forms.OverForm,
        ),
    ),
    search=("words", "own_words", "ready"),
    views={"detail": StandingDetail},
)  # fmt: skip
leaving = RecordType(
    model=Leaving,
    form=forms.LeavingForm,
    slug="leavings",
    prefix="LV",
    title="Leaving",
    scope="child",
    section="Plans",
    icon="door-open",
    columns=(
        Column(title="When", of=lambda row: london.words(row.happened_at)),
        Column(title="How", of=lambda row: row.get_kind_display()),
        Column(title="Where to", of=lambda row: row.get_place_display()),
    ),
    preload=("child", "home"),
    moments=(
        Moment(
            key="signed", title="Sign", done="Signed", permission=P.RECORD_SIGN, with_save=True
        ),
    ),
    steps=(
        Step(
            key="gone", title="The child has left today", permission=P.CHILD_WRITE, do=gone_step,
            form=forms.GoneForm, when=lambda row: not row.child.left_at,
        ),
    ),
    search=("reason_child", "reason_council", "reason_home", "goodbye", "lesson"),
    files=4,
)  # fmt: skip
after_contact = RecordType(
    model=AfterContact,
    form=forms.AfterContactForm,
    slug="contacts-after-leaving",
    prefix="CX",
    title="Contacts after leaving",
    scope="child",
    section="Plans",
    icon="telephone",
    columns=(
        Column(title="When", of=lambda row: london.words(row.happened_at)),
        Column(title="Which", of=lambda row: row.why),
        Column(title="Who", of=lambda row: row.who.first_name if row.who else ""),
        Column(
            title="How it went", of=lambda row: row.get_went_display() or "To come", status=True
        ),
    ),
    preload=("child", "home", "who"),
    moments=(
        Moment(
            key="held", title="Write how it went", done="Held", permission=P.PLAN_WRITE,
            form=forms.HeldForm,
        ),
    ),
    search=("why", "words", "own_words"),
)  # fmt: skip
