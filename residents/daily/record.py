from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType
from cura.lib import london
from residents.daily.forms import DailyNoteForm
from residents.daily.models import DailyNote

daily_note = RecordType(
    model=DailyNote,
    form=DailyNoteForm,
    slug="daily-notes",
    prefix="DN",
    title="Daily notes",
    scope="child",
    section="Daily life",
    icon="journal-text",
    columns=(
        Column(title="When", of=lambda note: london.words(note.happened_at)),
        Column(title="What happened", of=lambda note: note.words, words=True),
        Column(title="About", of=lambda note: note.get_kind_display()),
        Column(title="By", of=lambda note: note.author.first_name),
    ),
    preload=("child", "home"),
    moments=(
        Moment(key="signed", title="Sign", done="Signed", permission=P.RECORD_SIGN, with_save=True),
    ),
    search=("words", "own_words"),
    files=4,
)
