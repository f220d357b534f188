"""Django's own messages about forms, in words that one would say to a colleague."""

from django.core.validators import ProhibitNullCharactersValidator
from django.forms import fields, models

MESSAGES = {
    fields.Field: {"required": "This still needs an answer."},
    fields.IntegerField: {"invalid": "Write a whole number, such as 4."},
    fields.FloatField: {"invalid": "Write a number, such as 4 or 4.5."},
    fields.DecimalField: {"invalid": "Write a number, such as 4 or 4.5."},
    fields.DateField: {"invalid": "Write a date, such as 22/11/2026."},
    fields.TimeField: {"invalid": "Write a time, such as 18:10."},
    fields.ChoiceField: {"invalid_choice": "That is no longer one of the choices. Choose again."},
    models.ModelChoiceField: {
        "invalid_choice": "That is no longer one of the choices. Choose again."
    },
}
UNKEPT = "There is a sign that cannot be kept in this. Please type it here instead of pasting it."


def put_in_place() -> None:
    """Called once at start. There is no gettext here, so the classes themselves carry our words."""
    for field, messages in MESSAGES.items():
        field.default_error_messages = field.default_error_messages | messages
    ProhibitNullCharactersValidator.message = UNKEPT
