from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType
from cura.lib import london
from residents.visitors.forms import LeftForm, VisitorForm
from residents.visitors.models import Visitor
from residents.visitors.views import VisitorDetail, VisitorsList

visitor = RecordType(
    model=Visitor,
    form=VisitorForm,
    slug="visitors",
    prefix="VI",
    title="Visitors' book",
    scope="home",
    section="The house",
    icon="person-walking",
    columns=(
        Column(title="Name", of=lambda v: v.name),
        Column(title="From", of=lambda v: v.come_from),
        Column(title="To see", of=lambda v: v.seeing),
        Column(title="Came", of=lambda v: london.words(v.happened_at)),
        Column(title="Left", of=lambda v: london.words(v.went_at) if v.went_at else "Here now"),
        Column(title="Card or letter", of=lambda v: v.get_identity_display()),
    ),
    preload=("child", "staff", "home"),
    moments=(
        Moment(key="left", title="Has left", done="Left", permission=P.DIARY_WRITE, form=LeftForm),
    ),
    search=("name", "come_from", "about_what"),
    views={"detail": VisitorDetail, "list": VisitorsList},
)
