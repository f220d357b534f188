from django import forms

from cura.core.deadlines.policy import PolicyInterval
from cura.core.ui.layout import Card, cards
from cura.core.ui.widgets import DayInput


class IntervalForm(forms.ModelForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = cards(Card("How often", "amount", "unit", "since"), Card("Why", "why"))

    class Meta:
        model = PolicyInterval
        fields = ("amount", "unit", "since", "why")
        widgets = {
            "since": DayInput(),
            "why": forms.Textarea(attrs={"rows": 3, "maxlength": 300}),
        }
