from cura.core.records.base import not_in_future
from cura.core.records.forms import RecordForm, RowForm
from cura.core.ui.layout import Card, LineFold, Pair, cards
from cura.core.ui.widgets import ChoiceChips
from residents.measures.instruments import instrument
from residents.measures.models import Measure, MeasureScore


class MeasureForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Measure
        fields = (
            "instrument", "other", "informant", "answered_by", "scored_by", "happened_at", "words",
        )  # fmt: skip
        widgets = {"informant": ChoiceChips}
        labels = {"happened_at": "When was it filled in?"}

    def prepare(self) -> None:
        self.fields["informant"].choices = Measure.Informant.choices  # without the empty one
        self.helper = cards(
            Card("Which one, and whose answers", "instrument", "other", "informant", "answered_by"),
            Card("Who scored it, and when", Pair("scored_by", "happened_at"), "words"),
        )

    def clean_happened_at(self):
        at = self.cleaned_data["happened_at"]
        if self.now:
            not_in_future(at, self.now)
        return at


class MeasureScoreForm(RowForm):
    class Meta(RowForm.Meta):
        model = MeasureScore
        fields = ("scale", "score", "band", "level")

    def prepare(self) -> None:
        self.fields["level"].disabled = True  # worked out, never typed
        self.fields["score"].widget.attrs["class"] = "form-control short"
        own = LineFold("The scorer's own band", "band", css_id=f"{self.prefix}-own")
        self.helper.layout = cards(Pair("scale", "score"), own).layout

    def has_changed(self) -> bool:
        """A scale that stands ready and got no figure is no line. One with a figure is judged each
        time, for its band hangs on whose answers they are."""
        return any(self[name].value() not in (None, "") for name in ("score", "band"))


def ready(key: str) -> dict[str, list[str]]:
    """The lines of an instrument as a page would post them: each scale, without a figure."""
    known = instrument(key)
    scales = known.scales if known else ()
    body = {
        "measurescore-TOTAL_FORMS": [str(len(scales) or 1)],
        "measurescore-INITIAL_FORMS": ["0"],
    }
    for number, scale in enumerate(scales):
        body[f"measurescore-{number}-scale"] = [scale.title]
    return body
