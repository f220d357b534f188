from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType
from cura.lib import london
from staffing.authorised.forms import AuthorisedForm
from staffing.authorised.models import Authorised
from staffing.authorised.reading import is_registered

NOT_REGISTERED = "Only the registered manager or the responsible individual authorises somebody."


def not_registered(*, record: Authorised, by, now) -> str:
    return "" if is_registered(by, record.home, now) else NOT_REGISTERED


def _until(row: Authorised) -> str:
    if row.ended_at:
        return f"ended {london.words(row.ended_at)}"
    return london.words(row.until) if row.until else "until it is ended"


authorised = RecordType(
    model=Authorised,
    form=AuthorisedForm,
    slug="authorised",
    prefix="AU",
    title="Authorised persons",
    scope="home",
    section="Team",
    icon="person-check",
    columns=(
        Column(title="Who", of=lambda row: row.person.name),
        Column(title="For what", of=lambda row: row.get_task_display()),
        Column(title="From", of=lambda row: london.words(row.happened_at)),
        Column(title="Until", of=_until),
        Column(title="By", of=lambda row: row.author.name),
    ),
    preload=("home", "person"),
    moments=(
        Moment(
            key="signed", title="Sign", done="Signed", permission=P.RECORD_SIGN, with_save=True,
            refuse=not_registered,
        ),
        Moment(
            key="ended", title="End it now", done="Ended", permission=P.RECORD_REVIEW,
            after="signed", refuse=not_registered,
        ),
    ),
)  # fmt: skip
