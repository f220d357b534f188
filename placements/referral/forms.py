from cura.core.records.forms import RecordForm
from cura.core.ui.layout import Card, Pair, cards
from cura.core.ui.widgets import BirthDateField, Tiles
from placements.referral.models import Referral


class ReferralForm(RecordForm):
    born = BirthDateField(
        label="Date of birth", help_text="Day, month, year: 3 9 2011.", required=False
    )

    class Meta(RecordForm.Meta):
        model = Referral
        fields = (
            "happened_at", "came_by", "needed_tonight", "authority", "from_name", "from_phone",
            "from_email", "first_name", "last_name", "called", "born", "sex", "wanted_from",
        )  # fmt: skip
        widgets = {"came_by": Tiles}
        labels = {"happened_at": "When did it come?"}

    def prepare(self) -> None:
        self.helper = cards(
            Card("How it came", "happened_at", "came_by", "needed_tonight"),
            Card("Who asks", "authority", "from_name", Pair("from_phone", "from_email")),
            Card(
                "For whom", Pair("first_name", "last_name"), "called", Pair("born", "sex"),
                "wanted_from",
            ),
        )  # fmt: skip
