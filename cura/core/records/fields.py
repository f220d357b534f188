"""Form fields of the house: a moment in London time that any night worker can enter."""

from datetime import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dateparse import parse_datetime

from cura.lib import london

FOLD_CHOICES = (("0", "before the clocks went back"), ("1", "after the clocks went back"))


class LondonDateTimeInput(forms.DateTimeInput):
    """The browser's own date and time box; a second box only when that hour came twice."""

    input_type = "datetime-local"
    template_name = "widgets/london_datetime.html"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")

    def value_from_datadict(self, data, files, name):
        return (data.get(name), data.get(f"{name}_fold"))

    def value_omitted_from_data(self, data, files, name):
        return name not in data

    def get_context(self, name, value, attrs):
        text, fold = value if isinstance(value, tuple | list) else (self._shown(value), None)
        context = super().get_context(name, text, attrs)
        moment = parse_datetime(text) if isinstance(text, str) and text else None
        twice = bool(moment and london.is_twice(moment.replace(tzinfo=None)))
        chosen = fold or ("1" if isinstance(value, datetime) and _is_second(value) else "0")
        context["widget"] |= {
            "fold_choices": [(v, words, v == chosen) for v, words in FOLD_CHOICES] if twice else (),
            "fold_name": f"{name}_fold",
        }
        return context

    def _shown(self, value):
        if isinstance(value, datetime):
            local = london.local(value) if value.tzinfo else value
            return local.strftime("%Y-%m-%dT%H:%M")
        return value

    def format_value(self, value):
        return self._shown(value)


def _is_second(moment: datetime) -> bool:
    return london.local(moment).fold == 1 if moment.tzinfo else False


class LondonDateTimeField(forms.Field):
    """Cleans to an aware UTC time. Refuses, in plain words, an hour that never came."""

    widget = LondonDateTimeInput
    default_error_messages = {
        "required": "Say when it was.",
        "invalid": "Give a date and a time, like 22/11/2026 18:10.",
    }

    def has_changed(self, initial, data):
        return self.clean_quietly(data) != initial

    def clean_quietly(self, data):
        try:
            return self.clean(data)
        except ValidationError:
            return None

    def bound_data(self, data, initial):
        return data

    def to_python(self, value):
        text, fold = value if isinstance(value, tuple | list) else (value, None)
        if text in self.empty_values:
            return None
        if isinstance(text, datetime):
            return text
        try:
            moment = parse_datetime(str(text))
        except ValueError:
            moment = None
        if moment is None or not 1900 <= moment.year <= 2200:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        if moment.tzinfo is not None:
            return moment
        try:
            return london.to_utc(moment, int(fold) if fold in ("0", "1") else None)
        except london.NoSuchLocalTime as gap:
            raise ValidationError(str(gap), code="gap")
