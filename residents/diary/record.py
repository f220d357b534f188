from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType, Step
from cura.lib import london
from residents.diary.actions import again_step
from residents.diary.forms import AgainForm, CancelForm, DiaryForm, OutcomeForm
from residents.diary.models import DiaryEntry
from residents.diary.reading import going
from residents.diary.views import DiaryDetail, DiaryEdit, DiaryList


def _stands(entry: DiaryEntry) -> str:
    if entry.cancelled_at:
        return "Called off"
    return "It happened" if entry.outcome_at else ""


diary_entry = RecordType(
    model=DiaryEntry,
    form=DiaryForm,
    slug="diary-entries",
    prefix="DE",
    title="Everything in the diary",
    scope="home",
    section="The house",
    icon="calendar-event",
    columns=(
        Column(title="When", of=lambda entry: london.words(entry.happened_at)),
        Column(title="What", of=lambda entry: entry.title),
        Column(title="For", of=lambda entry: entry.child.name if entry.child else "The house"),
        Column(title="Kind", of=lambda entry: entry.get_kind_display()),
        Column(title="Who goes", of=going),
        Column(title="How it stands", of=_stands, status=True),
    ),
    preload=("child", "child__home", "child__key_worker", "home", "driver"),
    moments=(
        Moment(
            key="outcome", title="Write how it went", done="It happened", permission=P.DIARY_WRITE,
            form=OutcomeForm,
        ),
        Moment(
            key="cancelled", title="Call it off", done="Called off", permission=P.DIARY_WRITE,
            form=CancelForm,
        ),
    ),
    steps=(
        Step(
            key="again", title="The same again", permission=P.DIARY_WRITE, do=again_step,
            form=AgainForm,
        ),
    ),
    search=("title", "words", "place"),
    views={"detail": DiaryDetail, "edit": DiaryEdit, "list": DiaryList},
)  # fmt: skip
