from django import forms

from cura.core.accounts.membership import Membership
from cura.core.accounts.people import User
from cura.core.accounts.roles import ROLES
from cura.core.permissions import Permission as P
from cura.core.records.fields import LondonDateTimeField
from cura.core.records.forms import BareForm, RecordForm, RowForm
from cura.core.ui.layout import Card, Fold, LineFold, Pair, cards
from cura.core.ui.widgets import ChoiceChips
from cura.lib.words import plural
from placements.assessment import evidence
from placements.assessment.disciplines import Discipline
from placements.assessment.forms import DayInput
from placements.assessment.models import Assessment
from placements.assessment.part_models import AssessmentPart, PartAsk, Statement

SETTING = ("assessment", "discipline", "title", "writer", "outsider", "due_on", "booked_on")
OWN = ("placements.assessment", "placements.assessmentpart")


def _writers(home, held):
    """Whoever works here without an end and reads plans may be asked for a part of her own."""
    roles = [role.code for role in ROLES if P.PLAN_READ in role.grants and not role.outside]
    here = Membership.objects.at(home).filter(role__in=roles, ends=None).values("user")
    people = User.objects.filter(is_active=True, pk__in=here)
    return (people | User.objects.filter(pk=held)).order_by("name")


class PartForm(RecordForm):
    """The author's page. Who writes it and by when is asked for a new one only: later it is given
    in a step of its own, so that nobody's text meets somebody else's date."""

    class Meta(RecordForm.Meta):
        model = AssessmentPart
        fields = ("happened_at", *SETTING, "questions", "how", "found", "suggests")
        labels = {"happened_at": "When was it begun?"}
        widgets = {
            "assessment": forms.HiddenInput, "discipline": ChoiceChips, "due_on": DayInput(),
            "booked_on": DayInput(),
        }  # fmt: skip

    def prepare(self) -> None:
        self.fields["discipline"].choices = Discipline.choices
        self.fields["found"].later = True
        text = (
            Card("The questions", "questions", "how"),
            Card("The answer", "found", "suggests", hint="In short. What it rests on: below."),
        )
        rows = Assessment.objects.visible_to(self.user).filter(child=self.subject)
        self.fields["assessment"].queryset = rows
        if self.user and self.now:  # once for a page, however many lines it has
            self.subject.offered = evidence.recent(self.subject, self.user, self.now, but=OWN)
        if not self.instance._state.adding:
            for name in SETTING:
                self.fields[name].disabled = True
            self.helper = cards(*text, Fold("When it was begun", "happened_at"))
            return
        self.initial.setdefault("assessment", rows.open().first())
        self.initial.setdefault("writer", self.user)
        self.fields["writer"].queryset = _writers(self.home, self.instance.writer_id)
        self.helper = cards(
            Card("Whose view", "discipline", "title", Pair("writer", "outsider"), "assessment"),
            Fold("Days", Pair("due_on", "booked_on"), "happened_at"),
            *text,
        )

    def clean(self) -> dict:
        """Somebody outside was asked: then none of us is its author, whoever fills in the page."""
        cleaned = super().clean()
        if self.instance._state.adding and cleaned.get("outsider"):
            cleaned["writer"] = None
        return cleaned


class StatementForm(RowForm):
    class Meta(RowForm.Meta):
        model = Statement
        fields = ("kind", "words", "evidence")
        widgets = {"kind": ChoiceChips}

    def prepare(self) -> None:
        self.fields["kind"].choices = Statement.Kind.choices
        self.fields["evidence"].about(
            child=self.subject, user=self.user, held=self.instance.evidence or (),
            offered=getattr(self.subject, "offered", []),
        )  # fmt: skip
        held = len(self.instance.evidence or ())
        title = f"What shows it? {plural(held, 'record')}" if held else "What shows it?"
        shows = LineFold(title, "evidence", css_id=f"{self.prefix}-shows")
        self.helper.layout = cards("kind", "words", shows).layout


class GivenForm(RecordForm):
    """Who writes it, by when, what is booked."""

    class Meta(RecordForm.Meta):
        model = AssessmentPart
        fields = ("writer", "outsider", "due_on", "booked_on")
        widgets = {"due_on": DayInput(), "booked_on": DayInput()}

    def prepare(self) -> None:
        self.fields["writer"].queryset = _writers(self.home, self.instance.writer_id)
        self.helper = cards(
            Card("Who", "writer", "outsider"), Card("When", Pair("due_on", "booked_on"))
        )


class AskedForm(BareForm):
    """Whom we asked for it, and what the answer was."""

    asked_at = LondonDateTimeField(label="When?")
    whom = forms.CharField(label="Whom?", max_length=120)
    how = forms.ChoiceField(label="How?", widget=ChoiceChips, choices=PartAsk.How.choices)
    words = forms.CharField(label="What was answered?", widget=forms.Textarea, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("whom", self.record.outsider)
        self.helper = cards(Card("Asked", "whom", "how", "asked_at", "words"))
