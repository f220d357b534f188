"""How a step is answered: its form, and the piece of page that asks it."""

from dataclasses import dataclass

from django import forms

from placements.arrival.models import FirstDayLine
from residents.until import ClockField

WORDS = 2000


class TickForm(forms.Form):
    """A tap; words and another time if somebody wants to."""

    needs_words = False

    state = forms.ChoiceField(
        choices=[c for c in FirstDayLine.State.choices if c[0] != FirstDayLine.State.NOT_YET]
    )
    words = forms.CharField(max_length=WORDS, required=False)
    at = ClockField(required=False)

    def clean(self):
        given = super().clean()
        if given.get("words"):
            return given
        if given.get("state") == FirstDayLine.State.NOT_NOW:
            self.add_error("words", "Say why not now. A few words are enough.")
        elif self.needs_words:
            self.add_error("words", "Write what was said, or why not now.")
        return given


class WordsForm(TickForm):
    needs_words = True


class ToldForm(TickForm):
    how = forms.ChoiceField(choices=FirstDayLine.How.choices, required=False)
    understood = forms.ChoiceField(choices=FirstDayLine.Understood.choices, required=False)

    def clean(self):
        given = super().clean()
        if given.get("state") == FirstDayLine.State.DONE:
            for name, words in (("how", "Say how."), ("understood", "Say if it was understood.")):
                if not given.get(name):
                    self.add_error(name, words)
        return given


class ElsewhereForm(TickForm):
    """Done by what is written on another page; here it can only be put off."""

    state = forms.ChoiceField(choices=[(FirstDayLine.State.NOT_NOW.value, "Not now")])


@dataclass(frozen=True)
class Ask:
    form: type[TickForm]
    template: str


def _ask(form, name: str) -> Ask:
    return Ask(form, f"placements/arrival/ask_{name}.html")


ASKS = {
    "tick": _ask(TickForm, "tick"),
    "words": _ask(WordsForm, "words"),
    "told": _ask(ToldForm, "told"),
    "night": _ask(WordsForm, "elsewhere"),
    "heard": _ask(ElsewhereForm, "elsewhere"),
    "report": _ask(ElsewhereForm, "elsewhere"),
}
