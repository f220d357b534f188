"""Forms of the admin that must say kindly what an action would refuse."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from cura.core.accounts import seniority
from cura.core.accounts.membership import Membership
from cura.core.accounts.people import User

ABOVE = "Somebody who looks after the whole organisation gives and ends this role."
DAY_AND_TIME = ("day", "time")
OWN = "Nobody gives a role to herself."


class MembershipForm(forms.ModelForm):
    """A role, given. `by` is set by the admin."""

    by: User = None

    class Meta:
        model = Membership
        fields = ("user", "home", "organisation", "role", "starts", "ends")
        labels = {"user": "Person"}
        help_texts = {
            "home": "One home. Leave it empty for a role at every home of the organisation.",
            "ends": "Leave it empty when there is no end yet.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "starts" in self.fields:
            self.fields["starts"].required = False
            self.fields["starts"].help_text = "Leave it empty for: from now on."
        for name, words in (("starts", "From"), ("ends", "Until")):
            if name in self.fields:  # two boxes under one label: each says what it is
                for box, part in zip(self.fields[name].widget.widgets, DAY_AND_TIME, strict=True):
                    box.attrs["aria-label"] = f"{words}, {part}"

    def clean(self):
        data = super().clean()
        if self.instance.pk:
            return self._clean_end(data)
        now = timezone.now()
        data["starts"] = self.instance.starts = data.get("starts") or now
        if not data.get("user") or not data.get("role"):
            return data
        home, organisation = data.get("home"), data.get("organisation")
        if bool(home) == bool(organisation):
            raise ValidationError("Choose one home, or the organisation.")
        if data["user"] == self.by:
            raise ValidationError(OWN)
        if not seniority.may_give(
            self.by, data["role"], now=now, home=home, organisation=organisation
        ):
            raise ValidationError(ABOVE)
        return data

    def _clean_end(self, data):
        if not data.get("ends"):
            raise ValidationError("Say when it ends. To give it anew, add a new one.")
        return data


class PersonForm(forms.ModelForm):
    """An account. No password: she chooses it herself by invitation."""

    by: User = None

    class Meta:
        model = User
        fields = ("organisation", "name", "username", "email", "phone", "is_active")
        help_texts = {
            "username": "Small letters: rosa, or rosa.webb. It cannot be changed later.",
            "email": "Her invitation goes there. Without one you print it.",
            "is_active": "Untick it when somebody leaves: she is signed out everywhere at once.",
        }

    def clean_username(self) -> str:
        return self.cleaned_data["username"].lower()

    def clean_organisation(self):
        organisation = self.cleaned_data["organisation"]
        if organisation is None:
            raise ValidationError("Everybody belongs to an organisation.")
        return organisation
