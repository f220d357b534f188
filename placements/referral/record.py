from cura.core.records.types import Column, RecordType
from cura.lib import london
from placements.referral.forms import ReferralForm
from placements.referral.models import Referral

referral = RecordType(
    model=Referral,
    form=ReferralForm,
    slug="referrals",
    prefix="RF",
    title="Referrals",
    scope="home",
    section="Coming to live here",
    icon="inbox",
    columns=(
        Column(title="Came", of=lambda row: london.words(row.happened_at)),
        Column(title="For whom", of=lambda row: row.name),
        Column(title="Council", of=lambda row: row.authority),
        Column(
            title="Our answer",
            of=lambda row: row.get_answer_display() or "Not answered yet",
            status=True,
        ),
    ),
    preload=("child", "home"),
    search=("authority", "from_name", "first_name", "last_name"),
)
