from cura.core.records.types import Column, RecordType
from cura.lib import london
from residents.child.board import StandingDetail
from residents.decisions.forms import DecisionForm
from residents.decisions.models import Decision
from residents.decisions.views import WhoDecides

decision = RecordType(
    model=Decision,
    form=DecisionForm,
    slug="who-decides",
    prefix="WD",
    title="Who decides?",
    scope="child",
    section="About the child",
    icon="signpost",
    columns=(
        Column(title="Question", of=lambda decision: decision.asked),
        Column(title="Answer", of=lambda decision: decision.get_who_display()),
        Column(title="Since", of=lambda decision: london.day_words(decision.since)),
    ),
    preload=("child", "home", "person"),
    search=("other_words", "without_asking", "limits"),
    views={"list": WhoDecides, "detail": StandingDetail},
    files=2,
)
