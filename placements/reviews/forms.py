from datetime import time

from django import forms

from cura.core.deadlines.calendar import ENGLAND
from cura.core.records.forms import RecordForm, RowForm
from cura.core.ui.layout import Card, Fold, Pair, cards
from cura.core.ui.widgets import DayInput, Tiles
from cura.lib import london
from placements.reviews.models import LookedAfterReview, ReviewDecision
from residents.coming import ComingInput
from residents.diary.called_off_form import CalledOffForm
from residents.diary.models import DiaryEntry
from residents.people.models import ImportantPerson

SCHOOL = (time(8, 45), time(15, 30))


class ReviewForm(RecordForm):
    """First the day and who is asked to come; what came of it waits below until it was held."""

    class Meta(RecordForm.Meta):
        model = LookedAfterReview
        fields = (
            "happened_at", "which", "place", "chair", "asked", "school_time", "school_reason",
            "told", "held_at", "she_came", "she_came_why", "her_views", "who_came", "words",
            "moving_on", "moving_on_why", "stays", "next_on",
        )  # fmt: skip
        widgets = {
            "which": Tiles,
            "school_time": Tiles,
            "told": Tiles,
            "she_came": Tiles,
            "next_on": DayInput(),
        }

    def prepare(self) -> None:
        self.fields["happened_at"].label = "When is it planned for?"
        self.fields["happened_at"].widget = ComingInput()
        self.fields["which"].choices = LookedAfterReview.Which.choices
        self.fields["school_time"].choices = LookedAfterReview.SchoolTime.choices
        self.fields["told"].choices = DiaryEntry.Told.choices
        self.fields["she_came"].choices = LookedAfterReview.Came.choices
        if self.instance._state.adding and self.user:
            self.initial["which"] = self._which()
        later = self._after()
        self.helper = cards(
            Card("When, where, who", "happened_at", "which", Pair("place", "chair"), "asked"),
            Card("School and the child", "school_time", "school_reason", "told"),
            *later,
        )

    def _after(self) -> list:
        """What came of it: shut while the day is still to come."""
        over = self.instance.held_at or (
            self.now and not self.instance._state.adding and self.instance.happened_at <= self.now
        )
        if over:
            return [
                Card("It was held", "held_at", "who_came", "she_came", "she_came_why"),
                Card("What the child wanted to be said", "her_views"),
                Card("What was talked about", "words"),
                Card("Moving on", "moving_on", "moving_on_why", "stays", "next_on"),
            ]
        return [
            Fold(
                "It was held already", "held_at", "who_came", "she_came", "she_came_why",
                "her_views", "words", "moving_on", "moving_on_why", "stays", "next_on",
            )
        ]  # fmt: skip

    def _which(self) -> str:
        """As far as we know: what was held before she came may not be written here."""
        Which = LookedAfterReview.Which
        held = LookedAfterReview.objects.visible_to(self.user).held().filter(child=self.subject)
        return (Which.FIRST, Which.SECOND, Which.LATER)[min(held.count(), 2)]

    def clean_chair(self) -> str:
        chair = self.cleaned_data["chair"].strip()
        if chair or self.user is None:
            return chair
        people = ImportantPerson.objects.visible_to(self.user).standing()
        people = people.filter(child=self.subject, who=ImportantPerson.Who.IRO, ended_at=None)
        found = people.order_by("place_in_list", "name").first()
        return found.name if found else ""

    def clean(self):
        held = self.cleaned_data.get("held_at")
        if self.instance.cancelled_at:
            raise forms.ValidationError("This was called off. Plan another one instead.")
        if held and self.now and held > self.now:
            self.add_error("held_at", "This time has not come yet.")
        if self._on_a_school_day() and not self.cleaned_data.get("school_time"):
            self.add_error("school_time", "That is an hour of a school day: is it in school time?")
        return super().clean()

    def _on_a_school_day(self) -> bool:
        """As far as a calendar without terms knows."""
        when = self.cleaned_data.get("happened_at")
        if when is None or not ENGLAND.is_school_day(london.local_date(when)):
            return False
        return SCHOOL[0] <= london.local(when).time() < SCHOOL[1]


class DecisionForm(RowForm):
    class Meta(RowForm.Meta):
        model = ReviewDecision
        fields = ("what", "who", "by_when")
        widgets = {"by_when": DayInput()}


class CancelForm(CalledOffForm):
    class Meta(CalledOffForm.Meta):
        model = LookedAfterReview
