from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType, Step
from cura.lib import london
from placements.challenge.actions import next_level
from placements.challenge.documents import LETTER
from placements.challenge.forms import AnswerForm, ChallengeForm, NextForm
from placements.challenge.models import Challenge
from placements.challenge.reading import stands, tone

challenge = RecordType(
    model=Challenge,
    form=ChallengeForm,
    slug="challenges",
    prefix="CG",
    title="What we press for",
    scope="child",
    section="About the child",
    icon="megaphone",
    columns=(
        Column(title="Sent", of=lambda row: london.words(row.happened_at)),
        Column(title="What", of=lambda row: row.title),
        Column(title="To", of=lambda row: f"{row.to_name}, {row.agency}"),
        Column(title="Level", of=lambda row: row.get_level_display()),
        Column(title="How it stands", of=stands, tone=tone, status=True),
    ),
    preload=("child", "home", "followed_by"),
    moments=(
        Moment(
            key="signed", title="Sign, as it was sent", done="Sent", permission=P.RECORD_SIGN,
            with_save=True,
        ),
        Moment(
            key="answered", title="Write the answer", done="Answered",
            permission=P.REPORT_WRITE, form=AnswerForm, after="signed",
        ),
    ),
    steps=(
        Step(
            key="next", title="Go one level up", permission=P.RECORD_SIGN, do=next_level,
            form=NextForm,
            when=lambda row: bool(row.signed_at) and not (
                row.settled or row.is_last or hasattr(row, "followed_by")
            ),
        ),
    ),
    search=("title", "words", "why", "answer"),
    documents=(LETTER,),
    files=4,
)  # fmt: skip
