from django.core.exceptions import ValidationError

from cura.core.accounts.people import User
from cura.core.records.base import not_in_future
from cura.core.records.forms import RecordForm
from cura.core.ui.layout import Card, Fold, cards
from cura.core.ui.widgets import ChoiceChips, Faces
from residents.child.workers import workers
from residents.until import ClockField, UntilForm
from residents.whereabouts.models import Outing


class OutingForm(UntilForm, RecordForm):
    until_column = "expected_back"
    until = ClockField(label="Expected back at", required=False, help_text="Like 17:30.")

    class Meta(RecordForm.Meta):
        model = Outing
        fields = ("where", "company", "with_staff", "happened_at", "sleeps", "sleeps_at")
        labels = {"happened_at": "Went out"}
        widgets = {"with_staff": Faces, "sleeps": ChoiceChips}

    def prepare(self) -> None:
        self.fields["happened_at"].label = "Went out"
        field = self.fields["with_staff"]
        field.queryset = workers(self.home, self.now) if self.now else User.objects.all()
        field.empty_label = "None of us"
        self.fields["sleeps"].choices = Outing.Sleeps.choices
        self.show_until()
        self.helper = cards(
            Card("Where and with whom", "where", "with_staff", "company"),
            Card("When", "happened_at", "until"),
            Fold("Over night", "sleeps", "sleeps_at"),
        )

    def clean(self):
        cleaned = super().clean()
        if self.now:
            try:
                not_in_future(cleaned.get("happened_at"), self.now)
            except ValidationError as early:
                self.add_error("happened_at", early)
        self.keep_until(cleaned.get("happened_at"))
        return cleaned


class BackForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Outing
        fields = ("came_back_at", "back_note")

    def prepare(self) -> None:
        self.helper = cards(Card("Back home", "came_back_at", "back_note"))
