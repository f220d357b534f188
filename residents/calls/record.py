from cura.core.records.types import Column, RecordType
from cura.lib import london
from residents.calls.forms import PhoneCallForm
from residents.calls.models import PhoneCall

phone_call = RecordType(
    model=PhoneCall,
    form=PhoneCallForm,
    slug="calls",
    prefix="PC",
    title="Phone log",
    scope="home",
    section="The house",
    icon="telephone",
    columns=(
        Column(title="When", of=lambda call: london.words(call.happened_at)),
        Column(title="Who", of=lambda call: call.who),
        Column(title="How", of=lambda call: call.get_direction_display()),
        Column(title="About", of=lambda call: call.child.name if call.child else ""),
        Column(title="Said", of=lambda call: call.words, words=True),
        Column(title="Agreed", of=lambda call: call.agreed),
    ),
    preload=("child", "home"),
    search=("who", "words", "agreed"),
)
