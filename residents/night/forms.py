from datetime import time, timedelta

from cura.core.records.forms import RecordForm
from cura.core.ui.layout import Card, Pair, cards
from cura.core.ui.widgets import DayInput, Tiles
from cura.lib import london
from residents.child.models import Child
from residents.night.models import LEAST_MINUTES, MOST_MINUTES, USUAL_NIGHTS, NightCheckPlan
from residents.night.times import night_of
from residents.until import ClockInput

FROM, UNTIL = time(22, 30), time(2)
LATELY = timedelta(days=7)
DATES = ("first_night", "last_night", "review_on")


class NightCheckPlanForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = NightCheckPlan
        fields = (
            "why", "looks_at", "every_minutes", "from_time", "to_time", "first_night",
            "last_night", "agreed", "own_words", "review_on",
        )  # fmt: skip
        widgets = dict.fromkeys(DATES, DayInput) | {
            "from_time": ClockInput, "to_time": ClockInput, "agreed": Tiles,
        }  # fmt: skip

    def prepare(self) -> None:
        if self.now and self.instance._state.adding:
            tonight = night_of(self.now + timedelta(hours=8))  # asked by day, it means tonight
            last = tonight + timedelta(days=USUAL_NIGHTS - 1)
            days = {"first_night": tonight, "last_night": last, "review_on": last}
            self.initial = {**days, "from_time": FROM, "to_time": UNTIL, **self._given()}
        often = self.fields["every_minutes"]
        often.min_value = LEAST_MINUTES
        often.widget.attrs |= {"min": LEAST_MINUTES, "max": MOST_MINUTES, "step": 5}
        if before := self._before(self.initial.get("first_night")):
            self.fields["why"].help_text = (
                f"There were checks until {london.day_words(before.last_night)}. "
                "What was seen since, and why do they go on?"
            )
        self.fields["agreed"].choices = NightCheckPlan.Agreed.choices
        self.helper = cards(
            Card("Why, and what is looked at", "why", "looks_at"),
            Card("How often", "every_minutes", Pair("from_time", "to_time")),
            Card("From when to when", Pair("first_night", "last_night"), "review_on"),
            Card("Agreed with the child", "agreed", "own_words"),
        )  # fmt: skip

    def clean(self) -> dict:
        """Checks that go on have a reason of their own, or they become a habit of the house."""
        given = super().clean()
        before, why = self._before(given.get("first_night")), given.get("why") or ""
        if before and why.split() == before.why.split():
            self.add_error("why", "Going on needs its own reason. What was seen since the last?")
        return given

    def _before(self, first_night) -> NightCheckPlan | None:
        """The plan that ended, or is about to, just before this one begins."""
        if not first_night or not isinstance(self.subject, Child):
            return None
        rows = NightCheckPlan.objects.standing().filter(child=self.subject)
        rows = rows.exclude(pk=self.instance.pk).exclude(signed_at=None)
        lately = rows.filter(first_night__lt=first_night, last_night__gte=first_night - LATELY)
        return lately.order_by("-last_night").first()

    def _given(self) -> dict:
        return {name: value for name, value in self.initial.items() if value is not None}


class EndForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = NightCheckPlan
        fields = ("why_ended",)

    def prepare(self) -> None:
        self.fields["why_ended"].required = True
