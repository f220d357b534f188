"""What is asked about a child: when she comes, and whenever her facts change."""

from django.core.exceptions import ValidationError
from django.db.models import Q

from cura.core.records.base import not_in_future
from cura.core.records.forms import RecordForm
from cura.core.ui.layout import Card, Pair, cards
from cura.core.ui.widgets import BirthDateField, DayInput
from residents.child import rooms
from residents.child.models import Child
from residents.child.nhs import nhs_number
from residents.child.workers import workers

BORN = {
    "label": "Date of birth",
    "help_text": "Day, month, year: 3 9 2011.",
}
ROOTS = ("religion", "background")
NAME = ("called", "pronouns", Pair("born", "sex"))
IN_LAW = ("legal_status", "looked_after_on", "authority", "came_from", "nhs_number")


class Facts(RecordForm):
    """The questions that both forms ask in the same way. `subject` is the child, or the home that
    she comes to."""

    born = BirthDateField(**BORN)

    def prepare(self) -> None:
        child, home = self.instance, self.instance.home
        team = workers(home, self.now).values("pk")
        self.fields["key_worker"].queryset = self.fields["key_worker"].queryset.filter(
            Q(pk__in=team) | Q(pk=child.key_worker_id)
        )
        self.fields["key_worker"].empty_label = "Nobody yet"
        statuses = [choice for choice in self.fields["legal_status"].choices if choice[0]]
        self.fields["legal_status"].choices = [("", "Not known yet"), *statuses]
        self.fields["nhs_number"].help_text = "Ten figures, when it is known."
        if child.left_at:
            del self.fields["bed"]
        else:
            self._free_rooms(child, home)
        self.helper = self.layout()

    def _free_rooms(self, child: Child, home) -> None:
        bed = self.fields["bed"]
        bed.queryset = rooms.free(besides=child).filter(home=home)
        bed.label, bed.empty_label = "Room", "Not decided yet"
        bed.error_messages["invalid_choice"] = rooms.TAKEN

    def clean_nhs_number(self) -> str:
        text = self.cleaned_data["nhs_number"]
        if not text or "nhs_number" not in self.changed_data:
            return text
        try:
            return nhs_number(text)
        except ValueError as wrong:
            raise ValidationError(str(wrong)) from wrong


class ChildForm(Facts):
    """What the top of a child's pages says. Judged by `actions.change`, never saved by itself."""

    class Meta(RecordForm.Meta):
        model = Child
        widgets = {"looked_after_on": DayInput()}
        fields = (
            "first_name", "last_name", "called", "pronouns", "born", "sex", "key_worker", "bed",
            "legal_status", "looked_after_on", "authority", "came_from", "nhs_number", "religion",
            "background",
        )  # fmt: skip

    def layout(self):
        at_home = [name for name in ("key_worker", "bed") if name in self.fields]
        return cards(
            Card(
                "Name", Pair("first_name", "last_name"), "called", "pronouns", Pair("born", "sex")
            ),
            Card("At home", *at_home),
            Card("In law", *IN_LAW),
            Card("Roots", *ROOTS),
        )


class WelcomeForm(Facts):
    """A child comes to live here. Judged by `actions.welcome`, never saved by itself."""

    class Meta(ChildForm.Meta):
        fields = (*ChildForm.Meta.fields, "arrived_at")

    def prepare(self) -> None:
        super().prepare()
        self.initial["arrived_at"] = self.now
        self.fields["arrived_at"].label = "When did the child come?"

    def clean_arrived_at(self):
        not_in_future(self.cleaned_data["arrived_at"], self.now)
        return self.cleaned_data["arrived_at"]

    def layout(self):
        return cards(
            Card("Name", Pair("first_name", "last_name"), *NAME),
            Card("At home", "arrived_at", "bed", "key_worker"),
            Card(
                "In law", *IN_LAW,
                hint="What is not known yet can be written later.",
            ),
            Card("Roots", *ROOTS),
        )  # fmt: skip
