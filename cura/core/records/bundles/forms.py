"""What is asked for, and what that comes to before it is made."""

from django import forms

from cura.core.records.bundles.order import MOST, Order
from cura.core.records.periods.forms import DaysForm, PaperForm
from cura.core.records.periods.period import kinds
from cura.core.ui.layout import Card, Pair, cards
from cura.lib.words import plural


class BundleForm(DaysForm):
    """Any kinds of record of these days."""

    title = "Make a bundle"

    kinds = forms.MultipleChoiceField(
        label="Which records?",
        widget=forms.CheckboxSelectMultiple,
        help_text="Only kinds that you may read yourself. What was set aside stays out.",
        error_messages={"required": "Choose at least one."},
    )

    def __init__(self, data=None, **who):
        super().__init__(data, **who)
        self.types = kinds(self.subject, self.user)
        self.fields["kinds"].choices = [(t.slug, t.title) for t in self.types]
        self.helper = cards(
            Card("Which days?", Pair("first", "last"), hint="Both days are in it, whole."),
            Card("What goes in?", "kinds"),
        )

    def order(self) -> Order:
        chosen = set(self.cleaned_data["kinds"])
        return Order(self.period(), tuple(t for t in self.types if t.slug in chosen))

    def preview(self) -> dict:
        counts = self.order().counts(self.user)
        total = sum(count for _, count in counts)
        hidden = [("kinds", type.slug) for type, _ in counts]
        return self.asked() | {
            "hidden": [*self.hidden(), *hidden],
            "lines": [{"title": type.title, "text": str(count)} for type, count in counts],
            "total": f"{plural(total, 'record')} in all".capitalize(),
            "empty": not total,
            "many": f"At most {MOST:,} go into one bundle." if total > MOST else "",
        }


class LongForm(PaperForm):
    """A document of a period that is too long to wait for: made a month at a time."""

    title = "A long document"

    def order(self) -> Order:
        return Order(self.period(), document=self.document())

    def preview(self) -> dict:
        months = self.period().months()
        return self.asked() | {
            "hidden": [*self.hidden(), ("what", self.document().key)],
            "lines": [{"title": self.document().title, "text": m.words} for m in months],
            "total": f"{plural(len(months), 'PDF')}, one for each month",
            "empty": False,
            "many": "",
        }
