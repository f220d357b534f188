from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, Part, RecordType, Rows, Step
from cura.lib import london
from residents.keywork.actions import keep_promise
from residents.keywork.forms import (
    DoneForm,
    KeyWorkActionForm,
    KeyWorkForm,
    KeyWorkPrivateForm,
)
from residents.keywork.models import KeyWork, KeyWorkAction, KeyWorkPrivate
from residents.keywork.views import KeyWorkDetail


def has_open_promises(record: KeyWork) -> bool:
    return record.actions.filter(done=None).exists()


key_work = RecordType(
    model=KeyWork,
    form=KeyWorkForm,
    slug="key-work",
    prefix="KW",
    title="Key work",
    scope="child",
    section="Daily life",
    icon="chat-quote",
    columns=(
        Column(title="When", of=lambda work: london.words(work.happened_at)),
        Column(title="What about", of=lambda work: work.get_topic_display()),
        Column(title="What we did", of=lambda work: work.words, words=True),
        Column(title="How it came", of=lambda work: work.get_kind_display(), status=True),
        Column(title="With", of=lambda work: work.author.first_name),
    ),
    preload=("child", "home"),
    rows=(
        Rows(model=KeyWorkAction, form=KeyWorkActionForm, fk="key_work", title="What comes next"),
    ),
    moments=(
        Moment(
            key="signed", title="Sign", done="Signed", permission=P.RECORD_SIGN, with_save=True
        ),
    ),
    steps=(
        Step(
            key="done", title="A promise is kept", permission=P.KEYWORK_WRITE, do=keep_promise,
            form=DoneForm, when=has_open_promises,
        ),
    ),
    parts=(
        Part(
            model=KeyWorkPrivate, form=KeyWorkPrivateForm, name="private",
            title="What was asked to be kept between few",
        ),
    ),
    search=("words", "own_words"),
    views={"detail": KeyWorkDetail},
    files=4,
)  # fmt: skip
