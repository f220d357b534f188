from django import forms

from cura.core.accounts.people import User
from cura.core.permissions import Permission as P
from cura.core.records.forms import BareForm, RecordForm, RowForm
from cura.core.ui.layout import Card, Fold, Pair, cards
from cura.core.ui.widgets import DayInput, Tiles
from cura.lib import london
from placements.assessment.days import last_lawful
from placements.assessment.models import (
    WANTED,
    Assessment,
    CoSignature,
    Disagreement,
    Recommended,
    StartingPoint,
)
from residents.child.workers import workers
from residents.coming import ComingInput


class AssessmentForm(RecordForm):
    """Begun with one card; the rest is written as it comes in."""

    class Meta(RecordForm.Meta):
        model = Assessment
        fields = (
            "happened_at", "coordinator", "looked_after_on", "review_on", "review_booked",
            "asked_for", "meeting_at", "met_at", "met_who", "summary", "child_view", "family_view",
            "recommendation", "recommendation_words",
        )  # fmt: skip
        labels = {"happened_at": "When was it begun?"}
        widgets = {
            "looked_after_on": DayInput(), "review_on": DayInput(), "recommendation": Tiles,
        }  # fmt: skip

    def prepare(self) -> None:
        for name, _ in WANTED:
            self.fields[name].later = True
        self.fields["recommendation"].choices = Assessment.Recommendation.choices
        self.fields["meeting_at"].widget = ComingInput()
        self._people()
        if self.instance._state.adding:
            self._begin()
        card = Fold if self.instance._state.adding else Card
        days = (Pair("happened_at", "coordinator"), Pair("looked_after_on", "review_on"))
        self.helper = cards(
            Card("Days and people", *days, "review_booked", "asked_for"),
            card("The meeting", Pair("meeting_at", "met_at"), "met_who"),
            card("Who she or he is, and what they say", "summary", "child_view", "family_view"),
            card("What we recommend", "recommendation", "recommendation_words"),
        )

    def _people(self) -> None:
        """Whoever writes plans here; nobody is offered who could not."""
        field = self.fields["coordinator"]
        field.empty_label = None
        if self.home and self.now:
            found = workers(self.home, self.now, P.PLAN_WRITE)
            held = self.instance.coordinator_id
            field.queryset = (found | User.objects.filter(pk=held)) if held else found

    def _begin(self) -> None:
        child = self.subject
        self.initial.setdefault("coordinator", self.user)
        since = getattr(child, "looked_after_on", None)
        if since and self.now:
            self.initial.setdefault("looked_after_on", since)
            last = last_lawful(since)
            if last >= london.local_date(self.now):
                self.initial.setdefault("review_on", last)

    def clean(self) -> dict:
        cleaned = super().clean()
        met = cleaned.get("met_at")
        if met and self.now and met > self.now:
            self.add_error("met_at", "This time has not come yet. Say when it is planned.")
        return cleaned


class StartingPointForm(RowForm):
    class Meta(RowForm.Meta):
        model = StartingPoint
        fields = ("area", "words")


class RecommendedForm(RowForm):
    class Meta(RowForm.Meta):
        model = Recommended
        fields = ("area", "words", "wanted", "who", "by_when")
        widgets = {"by_when": DayInput()}

    def prepare(self) -> None:
        self.helper.layout = cards("area", "words", "wanted", Pair("who", "by_when")).layout


class DisagreementForm(RowForm):
    class Meta(RowForm.Meta):
        model = Disagreement
        fields = ("who", "what", "words")

    def prepare(self) -> None:
        self.helper.layout = cards(Pair("who", "what"), "words").layout


class CheckedForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Assessment
        fields = ("manager_words",)
        labels = {"manager_words": "What do you want to say with it?"}


class SentForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Assessment
        fields = ("sent_to",)

    def prepare(self) -> None:
        self.fields["sent_to"].required = True


class CoSignForm(BareForm):
    """One's own name. Somebody outside signs on paper, and one of us enters it."""

    agrees = forms.ChoiceField(
        label="How do you see it?", choices=CoSignature.Agrees.choices, widget=Tiles
    )
    words = forms.CharField(
        label="What do you see in another way?", widget=forms.Textarea, required=False,
        help_text="It is printed with the report, as you write it.",
    )  # fmt: skip
    role = forms.CharField(
        label="As who?", max_length=120, help_text="Therapist; key worker; health visitor."
    )
    name = forms.CharField(
        label="Somebody outside, who has signed on paper", max_length=120, required=False,
        help_text="Only then: the name on the paper. Empty: you sign for yourself.",
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = cards(
            Card("Your name under it", "agrees", "words", "role"),
            Fold("Somebody else's signature on paper", "name"),
        )


class AimsForm(BareForm):
    """All of them, unless one is left out."""

    recommended = forms.ModelMultipleChoiceField(
        queryset=Recommended.objects.none(), widget=forms.CheckboxSelectMultiple,
        label="Which become aims?",
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        rows = Recommended.objects.filter(assessment=self.record, made=None)
        field = self.fields["recommended"]
        field.queryset = rows
        field.label_from_instance = lambda row: f"{row.get_area_display()}: {row.words}"
        self.initial.setdefault("recommended", [row.pk for row in rows])
