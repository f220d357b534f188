from django import forms

from cura.core.records.forms import RecordForm
from residents.daily.models import DailyNote


class DailyNoteForm(RecordForm):
    """Three taps and talking: the time is now, the kind a moment, only the words are asked."""

    class Meta(RecordForm.Meta):
        model = DailyNote
        fields = (
            "words", "own_words", "kind", "happened_at", "until", "sleep", "good", "next_shift",
        )  # fmt: skip
        widgets = {"kind": forms.RadioSelect, "sleep": forms.RadioSelect}
        help_texts = {
            "words": "One thing they did, said, ate, laughed at or found hard. What helped?"
        }

    def prepare(self) -> None:
        self.fields["sleep"].choices = [("", "Not about a night"), *DailyNote.Sleep.choices]
