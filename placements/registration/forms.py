from cura.core.records.forms import RecordForm
from cura.core.ui.layout import Card, Pair, cards
from cura.core.ui.widgets import DayInput, Tiles
from placements.registration.models import Purpose, RegistrationCertificate

DAY = DayInput()


class CertificateForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = RegistrationCertificate
        fields = (
            "number", "since", "places", "age_from", "age_to", "sexes", "kinds", "emergencies",
            "conditions", "happened_at",
        )  # fmt: skip
        widgets = {"sexes": Tiles, "since": DAY}
        labels = {"happened_at": "When did it come to us?"}

    def prepare(self) -> None:
        self.helper = cards(
            Card("The paper", Pair("number", "since"), "happened_at"),
            Card(
                "What it allows", "places", Pair("age_from", "age_to"), "sexes", "kinds",
                "emergencies", "conditions",
                hint="As it stands on the paper. Only a newer one lifts it.",
            ),
        )  # fmt: skip


class PurposeForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Purpose
        fields = (
            "edition", "since", "age_from", "age_to", "sexes", "emergencies", "meets", "not_met",
            "words", "happened_at",
        )  # fmt: skip
        widgets = {"sexes": Tiles, "since": DAY}
        labels = {"happened_at": "When was it decided?"}

    def prepare(self) -> None:
        self.helper = cards(
            Card("The paper", Pair("edition", "since"), "happened_at"),
            Card("For whom", Pair("age_from", "age_to"), "sexes", "emergencies", "words"),
            Card("What we can do", "meets", "not_met"),
        )
