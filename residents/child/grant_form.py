"""Letting somebody from outside see one child's file."""

from django import forms
from django.core.exceptions import ValidationError

from cura.core.accounts.people import User
from cura.core.accounts.roles import CHILD_CHOICES
from cura.core.records.forms import BareForm
from cura.core.ui.layout import Card, cards
from cura.core.ui.widgets import DayInput
from cura.lib import london
from residents.child.models import Child

NEW = ("name", "email", "username")


class LastDayForm(BareForm):
    """Until when: asked when it is given, and whenever that changes."""

    last_day = forms.DateField(
        label="Until the end of which day?", required=False,
        widget=DayInput(),
        help_text="Empty: until somebody ends it.",
    )  # fmt: skip

    def __init__(self, *args, child: Child, now, **kwargs):
        super().__init__(*args, **kwargs)
        self.child, self.now = child, now
        if child.left_at:
            self.fields["last_day"].required = True
            self.fields["last_day"].help_text = f"{child.name} does not live here any more."
        self.helper = cards(Card("How long", "last_day"))

    def clean_last_day(self):
        day = self.cleaned_data["last_day"]
        if day and day < london.local_date(self.now):
            raise ValidationError("That day is over.")
        if day and day.year > 2200:
            raise ValidationError("Look at the year again.")
        return day

    @property
    def ends(self):
        """The moment after that day, or None."""
        day = self.cleaned_data["last_day"]
        return london.day_bounds(day)[1] if day else None


class GrantForm(LastDayForm):
    """Somebody who is known, or somebody new for those who may add people."""

    user = forms.ModelChoiceField(
        User.objects.none(), label="Who?", required=False, empty_label="Choose"
    )
    name = forms.CharField(label="Full name", max_length=120, required=False)
    email = forms.EmailField(
        label="Email", required=False,
        help_text="The invitation goes there. Without one you print it.",
    )  # fmt: skip
    username = forms.CharField(
        label="Sign-in name", max_length=60, required=False,
        help_text="Small letters: ivy, or ivy.cole. It cannot be changed later.",
    )  # fmt: skip
    role = forms.ChoiceField(label="As what?", choices=CHILD_CHOICES, widget=forms.RadioSelect)

    def __init__(self, *args, person, child: Child, people, may_add: bool, now, token, **kwargs):
        super().__init__(*args, user=person, child=child, now=now, **kwargs)
        self.token = token
        self.fields["user"].queryset = people
        self.fields["user"].label_from_instance = lambda user: user.name
        whom = [Card("Somebody who is known here", "user")]
        if may_add:
            whom.append(Card("Or somebody new", *NEW))
        else:
            self.fields["user"].required = True
            for name in NEW:
                del self.fields[name]
        self.helper = cards(*whom, Card("What and how long", "role", "last_day"))

    def clean_username(self) -> str:
        username = self.cleaned_data["username"].lower()
        if username and self._others().filter(username=username).exists():
            raise ValidationError("Somebody has this sign-in name already. Choose another one.")
        return username

    def clean_email(self) -> str:
        email = self.cleaned_data["email"]
        if email and self._others().filter(email__iexact=email).exists():
            raise ValidationError("Somebody has this address already. Look in the list above.")
        return email

    def clean(self):
        cleaned = super().clean()
        new = [name for name in NEW if cleaned.get(name)]
        if cleaned.get("user") and new:
            self.add_error("user", "Choose somebody, or write somebody new below: not both.")
        elif not cleaned.get("user") and not new and "user" not in self.errors:
            self.add_error("user", "Choose somebody, or write somebody new.")
        elif new:
            for name, words in (("name", "Write the full name."), ("username", "Choose one.")):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, words)
        return cleaned

    def _others(self):
        """All but the one whom this very page made, when it is sent twice."""
        return User.objects.exclude(pk=self.token)
