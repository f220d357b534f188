from cura.core.records.forms import RecordForm, RowForm
from cura.core.ui.layout import Card, Pair, cards
from cura.core.ui.widgets import Tiles
from residents.belongings.models import Belonging, Belongings


class BelongingsForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Belongings
        fields = ("occasion", "happened_at", "money", "money_kept", "child_says")
        widgets = {"occasion": Tiles}

    def prepare(self) -> None:
        self.fields["money"].widget.attrs |= {"class": "form-control short", "min": "0"}
        self.helper = cards(
            Card("When", "occasion", "happened_at"),
            Card("Money", Pair("money", "money_kept")),
            Card("In the child's words", "child_says"),
        )


class BelongingForm(RowForm):
    class Meta(RowForm.Meta):
        model = Belonging
        fields = ("what", "count", "worth", "kept")

    def prepare(self) -> None:
        for name in ("count", "worth"):
            self.fields[name].widget.attrs |= {"class": "form-control short"}
        self.helper.layout = cards("what", Pair("count", "worth"), "kept").layout
