from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType, Rows
from cura.lib import london
from residents.belongings.forms import BelongingForm, BelongingsForm
from residents.belongings.models import Belonging, Belongings

belongings = RecordType(
    model=Belongings,
    form=BelongingsForm,
    slug="belongings",
    prefix="BE",
    title="Belongings",
    scope="child",
    section="About the child",
    icon="backpack",
    columns=(
        Column(title="When", of=lambda row: london.words(row.happened_at)),
        Column(title="Occasion", of=lambda row: row.get_occasion_display()),
        Column(title="Money", of=lambda row: f"£{row.money:.2f}"),
        Column(title="Written by", of=lambda row: row.author.first_name),
    ),
    preload=("child", "home"),
    rows=(Rows(model=Belonging, form=BelongingForm, fk="belongings", title="Things"),),
    moments=(
        Moment(
            key="signed", title="Sign", done="Signed", permission=P.RECORD_SIGN, with_save=True
        ),
        Moment(
            key="checked", title="I have looked at it, too", done="Looked at by a second adult",
            permission=P.DAILY_WRITE, after="signed", not_by=("signed",), proof="pin",
        ),
    ),
    search=("child_says", "money_kept"),
    files=4,
)  # fmt: skip
