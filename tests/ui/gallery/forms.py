"""A form with one field of each look, and rows beneath it."""

from django import forms

from cura.core.records.fields import LondonDateTimeField
from cura.core.ui import widgets
from cura.core.ui.layout import Card, Fold, Pair, cards

PEOPLE = [("1", "Priya"), ("2", "Tom"), ("3", "Ali"), ("4", "Jo")]


class EveryField(forms.Form):
    safe = forms.ChoiceField(
        label="Is everyone safe now?",
        choices=[("yes", "Yes"), ("no", "No, help is coming"), ("unsure", "Not sure")],
        widget=widgets.Tiles,
    )
    started = LondonDateTimeField(label="When did it start?", help_text="Best estimate is fine.")
    where = forms.ChoiceField(label="Where?", choices=[("", "Choose a place"), ("k", "Kitchen")])
    worker = forms.ChoiceField(label="Who was with her?", choices=PEOPLE, widget=widgets.Faces)
    mood = forms.MultipleChoiceField(
        label="How was she?",
        choices=[("h", "Happy"), ("t", "Tired"), ("w", "Worried")],
        widget=widgets.Chips,
        required=False,
    )
    others = forms.MultipleChoiceField(
        label="Who else was there?",
        help_text="Everyone, even briefly.",
        choices=[*PEOPLE, ("5", "Megan"), ("6", "Dev")],
        widget=forms.CheckboxSelectMultiple,
    )
    hurt = forms.ChoiceField(
        label="Was anybody hurt?", choices=[("y", "Yes"), ("n", "No")], widget=forms.RadioSelect
    )
    story = forms.CharField(label="What happened?", widget=forms.Textarea)
    first = forms.CharField(label="First name", required=False)
    last = forms.CharField(label="Last name", required=False)
    born = widgets.BirthDateField(
        label="Date of birth", help_text="For example 3 9 2011", required=False
    )
    told = forms.BooleanField(label="Her social worker has been told", required=False)
    photo = forms.FileField(label="Photo", required=False)
    note = forms.CharField(label="Anything else?", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = cards(
            Card("Is everyone safe?", "safe", "worker"),
            Card("What happened", "started", "where", "mood", "others", "hurt", "story"),
            Card("About her", Pair("first", "last"), "born", "told", "photo", hint="If new."),
            Fold("More", "note"),
        )


class Line(forms.Form):
    what = forms.CharField(label="What was checked?")
    degrees = forms.IntegerField(label="Degrees", required=False)


class Guest(forms.Form):
    name = forms.CharField(label="Name")


Guests = forms.formset_factory(Guest, extra=1)
Lines = forms.formset_factory(Line, extra=2, can_delete=True)


class Sheet:
    """What a record's page hands over: a form and its rows."""

    def __init__(self, data=None):
        self.form = EveryField(data)
        rows = Lines(data, prefix="line")
        rows.title, rows.hint = "Temperatures", "One line for each place."
        guests = Guests(data, prefix="guest")
        guests.title, guests.add_label = "Who came by?", "Add a guest"
        self.sets = [rows, guests]


POSTED = {
    "started": "2026-10-25T01:30",
    "started_fold": "1",
    "worker": "2",
    "born_0": "31",
    "born_1": "2",
    "born_2": "2011",
    "guest-TOTAL_FORMS": "0",
    "guest-INITIAL_FORMS": "0",
    "line-TOTAL_FORMS": "2",
    "line-INITIAL_FORMS": "0",
    "line-0-what": "Fridge",
    "line-0-degrees": "four",
    "line-1-degrees": "3",
}
