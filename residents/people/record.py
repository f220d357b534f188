from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType
from residents.child.board import StandingDetail
from residents.people.forms import ImportantPersonForm, KnownForm, NotAnyMoreForm
from residents.people.models import ImportantPerson
from residents.people.views import PeopleBoard


def not_asked(*, record: ImportantPerson, by, now) -> str:
    """Asked of those on her side only, and while they are."""
    if record.who in ImportantPerson.HERS_TO_REACH and not record.ended_at:
        return ""
    return "This is asked of those whom a child must be able to reach: the reviewing officer first."


important_person = RecordType(
    model=ImportantPerson,
    form=ImportantPersonForm,
    slug="people",
    prefix="IP",
    title="People",
    scope="child",
    section="About the child",
    icon="person-heart",
    columns=(
        Column(title="Name", of=lambda person: person.name),
        Column(title="Who", of=lambda person: person.role),
        Column(title="Phone", of=lambda person: person.phone),
        Column(title="Not allowed", of=lambda person: person.limits),
    ),
    preload=("child", "home"),
    moments=(
        Moment(
            key="ended", title="Not any more", done="Not any more", permission=P.CHILD_WRITE,
            form=NotAnyMoreForm,
        ),
        Moment(
            key="known", title="The child knows how to reach them", done="Knows how to reach them",
            permission=P.CHILD_WRITE, form=KnownForm, refuse=not_asked,
        ),
    ),
    search=("name", "who_words", "limits"),
    views={"list": PeopleBoard, "detail": StandingDetail},
)  # fmt: skip
