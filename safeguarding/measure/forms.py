"""Forms that every measure shares: its later moments, and what is written beside it."""

from django import forms

from cura.core.accounts.membership import Membership
from cura.core.accounts.people import User
from cura.core.records.fields import LondonDateTimeField
from cura.core.records.forms import BareForm, RowForm
from cura.core.ui.layout import Card, cards
from cura.core.ui.widgets import ChoiceChips
from residents.coming import ComingInput
from safeguarding.measure import authority
from safeguarding.measure.models import CONTENTS, ChildTalk


def people_of(home, also=()):
    """Whoever has, or had, a role at this home, and those whom the record names already."""
    here = Membership.objects.at(home).values("user")
    people = User.objects.filter(is_active=True, pk__in=here)
    return (people | User.objects.filter(pk__in=[pk for pk in also if pk])).order_by("name")


def later(form: forms.Form, *more: str) -> None:
    """What may be empty now and is wanted before it is signed is not called optional."""
    for name in (*(name for name, _ in CONTENTS), *more):
        form.fields[name].later = True


def offer(form: forms.ModelForm, name: str, rows) -> None:
    """The choices of a line, asked of the database once for a page, however many lines it has.
    What this line holds already stays among them."""
    asked = form.subject.__dict__.setdefault("_offered", {})
    if name not in asked:
        asked[name] = [(row.pk, str(row)) for row in rows]
    found, held = asked[name], getattr(form.instance, f"{name}_id")
    if held and held not in {pk for pk, _ in found}:
        found = [*found, (held, str(getattr(form.instance, name)))]
    form.fields[name].choices = [("", "---------"), *found]


class PresentForm(RowForm):
    """`model` is said by the kind of measure."""

    def prepare(self) -> None:
        self.fields["person"].queryset = people_of(self.home, (self.instance.person_id,))
        offer(self, "person", people_of(self.home))


class UserTalkForm(BareForm):
    """With whom, when, what was said."""

    person = forms.ModelChoiceField(
        queryset=User.objects.none(), widget=forms.RadioSelect, empty_label=None,
        label="With whom have you talked?",
    )  # fmt: skip
    talked_at = LondonDateTimeField(label="When?")
    words = forms.CharField(
        label="What was said?", widget=forms.Textarea, required=False,
        help_text="Is the record right? How is she or he? What would help next time?",
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        waiting = [person.pk for person in authority.to_talk_with(self.record)]
        rows = User.objects.filter(pk__in=waiting).order_by("name")
        self.fields["person"].queryset = rows
        self.initial.setdefault("person", rows.first())


class ChildTalkForm(BareForm):
    """Each attempt is written: nobody has to talk, and nobody is forgotten."""

    outcome = forms.ChoiceField(
        choices=ChildTalk.Outcome.choices, widget=ChoiceChips, label="What came of it?"
    )
    words = forms.CharField(
        label="In the child's own words, or why not", widget=forms.Textarea,
        help_text="“Not today.” counts. Write it as it was said.",
    )  # fmt: skip
    asked_at = LondonDateTimeField(label="When did you ask?")
    planned_at = LondonDateTimeField(
        label="When will you talk instead?", required=False, widget=ComingInput
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = cards(
            Card("Asked the child", "outcome", "words", "asked_at"),
            Card("Another time", "planned_at"),
        )

    def clean(self) -> dict:
        cleaned = super().clean()
        if cleaned.get("outcome") == ChildTalk.Outcome.LATER and not cleaned.get("planned_at"):
            self.add_error("planned_at", "Say which time you agreed.")
        return cleaned
