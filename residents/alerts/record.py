from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType
from cura.lib import london
from residents.alerts.forms import AlertForm, EndAlertForm
from residents.alerts.models import Alert
from residents.alerts.views import AlertBoard
from residents.child.board import StandingDetail
from residents.seen.reading import I_HAVE_READ_IT

alert = RecordType(
    model=Alert,
    form=AlertForm,
    slug="alerts",
    prefix="AL",
    title="Alerts",
    scope="child",
    section="About the child",
    icon="exclamation-triangle",
    columns=(
        Column(title="What everybody must know", of=lambda alert: alert.words),
        Column(title="How urgent", of=lambda alert: alert.get_tone_display()),
        Column(title="Look again", of=lambda alert: london.day_words(alert.review_on)),
    ),
    preload=("child", "home"),
    moments=(
        Moment(
            key="ended", title="This no longer stands", done="Ended", permission=P.CHILD_WRITE,
            form=EndAlertForm,
        ),
    ),
    steps=(I_HAVE_READ_IT,),
    search=("words", "why"),
    views={"list": AlertBoard, "detail": StandingDetail},
)  # fmt: skip
