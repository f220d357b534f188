"""Several of a short list of words, as one column."""

from django import forms
from django.db import models

from cura.core.ui.widgets import Chips


class ManyField(models.JSONField):
    """Keys of its choices, in the order of the list. Shown and asked as words."""

    def __init__(self, *args, choices=None, **kwargs):
        self.offered = choices
        kwargs.setdefault("default", list)
        super().__init__(*args, **kwargs)

    def words(self) -> dict[str, str]:
        return dict(self.offered() if callable(self.offered) else self.offered or ())

    def said(self, value) -> str:
        words = self.words()
        return ", ".join(words.get(key, key) for key in value or ())

    def formfield(self, **kwargs):
        return forms.MultipleChoiceField(
            choices=list(self.words().items()),
            widget=Chips,
            required=not self.blank,
            label=kwargs.get("label") or self.verbose_name.capitalize(),
            help_text=self.help_text,
        )
