"""What the acts that every kind has ask: words to add, what is missing, why it should not stand."""

from django import forms
from django.db import models

from cura.core.records.forms import BareForm
from cura.core.records.present import sentence, shown_fields
from cura.core.records.types import RecordType


class AmendForm(BareForm):
    field = forms.ChoiceField(label="To which part?")
    words = forms.CharField(label="What do you want to add?", widget=forms.Textarea)
    reason = forms.CharField(
        label="Why now?", max_length=300, help_text="For example: I remembered it on the way home."
    )

    def __init__(self, *args, type: RecordType, **kwargs):
        super().__init__(*args, **kwargs)
        meta = type.model._meta
        texts = [n for n in shown_fields(type) if _is_text(meta.get_field(n))]
        self.fields["field"].choices = [
            (n, sentence(meta.get_field(n).verbose_name)) for n in texts or ["happened_at"]
        ]


def _is_text(field) -> bool:
    return isinstance(field, models.CharField | models.TextField) and not field.choices


class ReturnForm(BareForm):
    words = forms.CharField(label="What is missing?", widget=forms.Textarea)


class VoidForm(BareForm):
    reason = forms.CharField(
        label="Why should it not stand?",
        widget=forms.Textarea,
        help_text="It leaves the lists and counts, and can still be read. If a fact is wrong, "
        "replace it instead.",
    )
