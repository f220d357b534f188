"""Where a child moves, and when she leaves."""

from uuid import UUID

from django import forms

from cura.core.accounts import access
from cura.core.accounts.home import Home
from cura.core.permissions import Permission as P
from cura.core.records.fields import LondonDateTimeField
from cura.core.records.forms import BareForm
from cura.core.ui.layout import Card, cards
from residents.child import rooms
from residents.child.models import Child

NO_ROOM = "room not decided yet"


class MoveForm(BareForm):
    """Free rooms of the homes where this person may welcome a child, each with its home. A choice
    is the home's id and the room's."""

    bed = forms.ChoiceField(
        label="Where to?", error_messages={"invalid_choice": rooms.TAKEN},
        help_text="Only free rooms stand here.",
    )  # fmt: skip
    at = LondonDateTimeField(label="When?")

    def __init__(self, *args, child: Child, now, **kwargs):
        super().__init__(*args, **kwargs)
        self.child, self.initial["at"] = child, now
        self.initial["bed"] = _key(child.home_id, child.bed_id)
        self.places = {
            _key(home.pk, bed and bed.pk): (home, bed)
            for home in _homes(self.user, child)
            for bed in (None, *rooms.free(besides=child).filter(home=home))
        }
        self.fields["bed"].choices = self._by_home()
        self.helper = cards(Card("The move", "bed", "at"))

    def _by_home(self) -> list:
        groups: dict[str, list] = {}
        for key, (home, bed) in self.places.items():
            words = str(bed) if bed else NO_ROOM.capitalize()
            sleeps_here = key == self.initial["bed"] and not self.child.left_at
            now = " (now)" if sleeps_here else ""
            groups.setdefault(home.name, []).append((key, f"{words}{now}"))
        return list(groups.items())

    @property
    def place(self) -> tuple:
        """(home, bed or None), once the form is valid."""
        return self.places[self.cleaned_data["bed"]]


class BackForm(MoveForm):
    """The same rooms, for one who has none."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["bed"].label = "Which room?"
        self.fields["at"].label = "When did the child come back?"
        self.helper = cards(Card("At home again", "bed", "at"))


class LeaveForm(BareForm):
    left_at = LondonDateTimeField(label="When?")
    went_to = forms.CharField(
        label="Where to?", max_length=200, required=False,
        help_text="The address, and what kind of place it is.",
    )  # fmt: skip

    def __init__(self, *args, child: Child, now, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["left_at"] = now
        self.helper = cards(Card("The last day here", "left_at", "went_to"))


def _homes(user, child: Child) -> list[Home]:
    """Her own home first, then the others of the organisation where he may do this."""
    found = access.homes(user, P.CHILD_WRITE).filter(organisation=child.home.organisation_id)
    found = found.filter(kind=Home.Kind.HOME)
    return sorted(found, key=lambda home: (home.pk != child.home_id, home.name))


def _key(home: UUID, bed: UUID | None) -> str:
    return f"{home}.{bed or ''}"
