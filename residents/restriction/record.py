from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType, Step
from cura.lib import london
from residents.restriction import forms
from residents.restriction.actions import go_on
from residents.restriction.models import Restriction


def stands(row: Restriction) -> str:
    return "Over" if row.again_at else "In force"


restriction = RecordType(
    model=Restriction,
    form=forms.RestrictionForm,
    slug="family-time-limits",
    prefix="RS",
    title="Limits on family time",
    scope="child",
    section="Keeping safe",
    icon="slash-circle",
    columns=(
        Column(title="Since", of=lambda row: london.words(row.happened_at)),
        Column(title="With", of=lambda row: row.about_whom),
        Column(title="What", of=lambda row: row.what, words=True),
        Column(
            title="Now", of=stands, status=True,
            tone=lambda row: "quiet" if row.again_at else "warn",
        ),
    ),
    preload=("child", "home", "person"),
    moments=(
        Moment(
            key="signed", title="Sign", done="Signed", permission=P.RECORD_SIGN, with_save=True
        ),
        Moment(
            key="told", title="The council is told", done="Council told",
            permission=P.SAFEGUARDING_WRITE, form=forms.ToldForm,
        ),
        Moment(
            key="again", title="Look at it again", done="Looked at again",
            permission=P.RECORD_SIGN, form=forms.AgainForm, after="signed",
        ),
    ),
    steps=(
        Step(
            key="go-on", title="Write what goes on", permission=P.SAFEGUARDING_WRITE, do=go_on,
            form=forms.GoOnForm,
            when=lambda row: row.goes_on and not hasattr(row, "followed_by"),
        ),
    ),
    search=("words", "what", "own_words", "again_words"),
    files=3,
)  # fmt: skip
