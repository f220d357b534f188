from cura.core.records.types import Column, RecordType
from cura.lib import london
from placements.papers import reading
from placements.papers.documents import EVIDENCE
from placements.papers.forms import PaperForm
from placements.papers.making import begin
from placements.papers.models import Paper
from placements.papers.steps import STEPS
from placements.papers.views import PaperDetail, PaperList


def _about(paper: Paper) -> str:
    return (paper.child or paper.referral).name


def _stands(paper: Paper) -> str:
    return reading.how_it_stands(paper, "", None)[0]


def _tone(paper: Paper) -> str:
    return reading.how_it_stands(paper, "", None)[1]


paper = RecordType(
    model=Paper,
    form=PaperForm,
    slug="papers-owed",
    prefix="PA",
    title="All papers owed to us",
    scope="home",
    section="Coming to live here",
    icon="inbox",
    columns=(
        Column(title="Paper", of=lambda paper: paper.title),
        Column(title="About", of=_about),
        Column(title="How it stands", of=_stands, status=True, tone=_tone),
        Column(title="Asked", of=lambda paper: reading.times(paper.asks)),
        Column(
            title="Wanted by",
            of=lambda paper: london.day_words(paper.wanted_by) if paper.wanted_by else "",
        ),
    ),
    preload=("child", "child__home", "child__key_worker", "referral", "home"),
    steps=STEPS,
    search=("kind", "name"),
    views={"detail": PaperDetail, "list": PaperList},
    documents=(EVIDENCE,),
    files=20,
    after=begin,
)
