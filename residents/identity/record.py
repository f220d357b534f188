from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType
from cura.lib import london
from residents.identity.forms import AboutMeForm
from residents.identity.models import AboutMe
from residents.seen.reading import I_HAVE_READ_IT

about_me = RecordType(
    model=AboutMe,
    form=AboutMeForm,
    slug="about-me",
    prefix="AM",
    title="About me",
    scope="child",
    section="About the child",
    icon="chat-heart",
    columns=(
        Column(title="When", of=lambda page: london.words(page.happened_at)),
        Column(title="What I want you to know", of=lambda page: page.want_you_to_know, words=True),
        Column(title="Written down by", of=lambda page: page.author.first_name),
    ),
    preload=("child", "home"),
    moments=(
        Moment(key="signed", title="Sign", done="Signed", permission=P.RECORD_SIGN, with_save=True),
    ),
    steps=(I_HAVE_READ_IT,),
    search=("want_you_to_know", "people_like_me", "life_story"),
    files=4,
)
