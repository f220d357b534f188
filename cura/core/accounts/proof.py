"""Who does this: the session, a second person by PIN on the same screen, or she herself afresh.

A step of a record names the kind. The prover is a form beside the step's own form:

    proof = prover(step.proof, request, record.home_id, step.permission)
    if proof.is_valid():
        by = proof.person()        # NotProved says in plain words why not
"""

from allauth.account.adapter import get_adapter
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from cura.core.accounts import pins, sessions
from cura.core.accounts.home import Home
from cura.core.accounts.membership import Membership
from cura.core.accounts.people import User
from cura.core.accounts.roles import ROLES
from cura.core.ui.layout import Card, cards
from cura.core.ui.widgets import Faces

NOBODY_ELSE = "Nobody else at this home has a PIN yet. It is set under My settings."
LOCKED = "Too many wrong PINs. {name} needs to sign in here with a password first."
WRONG = "That is not {name}'s PIN."


class NotProved(Exception):
    """Said to the person at the screen as it stands."""


class SessionProof(forms.Form):
    """Whoever is signed in."""

    layout: tuple = ()

    def __init__(self, data=None, *, request, home_id=None, permission=""):
        self.request, self.home_id, self.now = request, home_id, timezone.now()
        self.permission = permission
        super().__init__(data)
        self.prepare()
        self.helper = cards(*self.layout)

    def prepare(self) -> None:
        """For subclasses."""

    def person(self) -> User:
        return self.request.user

    def refuse(self, words: str) -> None:
        self.add_error(None, words)


class PinProof(SessionProof):
    """A second person, by her own PIN. The first stays signed in."""

    proof_person = forms.ChoiceField(label="Who signs?", widget=Faces)
    proof_pin = forms.CharField(
        label="Your PIN",
        min_length=4,
        max_length=6,
        widget=forms.PasswordInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    layout = (Card("Signing beside you", "proof_person", "proof_pin", css_id="card-proof"),)

    def prepare(self) -> None:
        found = _beside(self.request.user, self.home_id, self.permission, self.now)
        self.people = {str(person.pk): person for person in found}
        field = self.fields["proof_person"]
        field.choices = [(pk, person.name) for pk, person in self.people.items()]
        if not self.people:
            field.help_text = NOBODY_ELSE

    def person(self) -> User:
        person = self.people[self.cleaned_data["proof_person"]]
        place = self.request.tablet or self.request.user
        try:
            right = pins.check(
                user=person, pin=self.cleaned_data["proof_pin"], place=place, now=self.now
            )
        except pins.Locked as locked:
            raise NotProved(LOCKED.format(name=person.first_name)) from locked
        if not right:
            raise NotProved(WRONG.format(name=person.first_name))
        return person


class FreshProof(SessionProof):
    """She herself, with her password unless she gave it in the last five minutes."""

    proof_password = forms.CharField(
        label="Your password",
        help_text="Once more, because this matters.",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    layout = (Card("Is it you?", "proof_password", css_id="card-proof"),)

    def prepare(self) -> None:
        if sessions.is_fresh(self.request, self.now):
            del self.fields["proof_password"]
            self.layout = ()

    def person(self) -> User:
        if "proof_password" in self.fields:
            try:
                right = get_adapter(self.request).reauthenticate(
                    self.request.user, self.cleaned_data["proof_password"]
                )
            except ValidationError as wait:
                raise NotProved(wait.message) from wait
            if not right:
                raise NotProved("That is not your password.")
            sessions.proved(self.request, now=self.now)
        return self.request.user


KINDS = {"session": SessionProof, "pin": PinProof, "fresh": FreshProof}


def prover(kind: str, request, home_id=None, permission: str = "") -> SessionProof:
    """The form of this kind of proof: bound when the page was sent, empty when it is shown."""
    data = request.POST if request.method == "POST" else None
    return KINDS[kind](data, request=request, home_id=home_id, permission=permission)


def _beside(user: User, home_id, permission: str, now) -> list[User]:
    """Who works at this home today, may do this and has a PIN, but for her who is signed in."""
    home = Home.objects.filter(pk=home_id).first()
    if home is None:
        return []
    roles = [role.code for role in ROLES if not permission or permission in role.grants]
    here = Membership.objects.current(now).at(home).filter(role__in=roles).values("user")
    found = User.objects.filter(pk__in=here, is_active=True).exclude(pin="").exclude(pk=user.pk)
    return list(found.order_by("name"))
