from django import forms

from cura.core.records.forms import BareForm, RecordForm, RowForm
from cura.core.ui.layout import Card, cards
from cura.core.ui.widgets import Tiles
from residents.plan import reading
from residents.plan.models import Plan

NEW = ("why_now", "what_is_new", "written_with")
LAST = Card("About this version", *NEW)


class PlanForm(RecordForm):
    """A new version begins with what stood before: they change what is no longer true."""

    carried: tuple[str, ...] = ()  # fields that go over from version to version

    def prepare(self) -> None:
        plan = self.instance
        choices = Plan.WhyNow.choices
        if plan._state.adding:
            plan.number = reading.next_number(type(plan), self.subject)
            self._begin(reading.latest(type(plan), self.subject, self.user))
        self.fields["why_now"].choices = choices
        self.helper = cards(*self.parts(), LAST)

    def _begin(self, last: Plan | None) -> None:
        if last is None or self.is_bound:
            return
        self.initial |= {name: getattr(last, name) for name in self.carried}
        self.initial["why_now"] = Plan.WhyNow.MONTH

    def parts(self) -> tuple:
        """The cards of this kind of plan."""
        raise NotImplementedError


class PaperForm(RowForm):
    class Meta(RowForm.Meta):
        fields = ("name", "how")


class SharedForm(RecordForm):
    """The child's answer to the plan. A refusal is an answer, and stands in her words."""

    class Meta(RecordForm.Meta):
        fields = ("answer", "answer_words")
        widgets = {"answer": Tiles}

    def prepare(self) -> None:
        self.fields["answer"].choices = Plan.Answer.choices
        self.fields["answer"].required = True
        self.helper = cards(
            Card(
                "Gone through together",
                "answer",
                "answer_words",
                hint="Read the child's own page aloud, side by side. Minds may be changed: say so.",
            )  # fmt: skip
        )

    def clean(self):
        given = super().clean()
        if given.get("answer") == Plan.Answer.NO and not given.get("answer_words", "").strip():
            self.add_error("answer_words", "What did the child say? A few words are enough.")
        return given


class LookForm(BareForm):
    words = forms.CharField(
        label="Why does it stand as it is?", widget=forms.Textarea,
        help_text="What you looked at, and with whom.",
    )  # fmt: skip
    own_words = forms.CharField(
        label="What the child said", widget=forms.Textarea, required=False,
        help_text="As said, without putting it right.",
    )  # fmt: skip
