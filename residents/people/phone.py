"""A phone number as it is written and as a telephone dials it."""

import re

from django.core.validators import RegexValidator

WRITTEN = RegexValidator(
    r"^\+?[0-9][0-9 ()\-]{2,24}$", "Write the number with figures and spaces, like 01632 960123."
)


def tel(number: str) -> str:
    """For `tel:`. British numbers get their country code; short ones (101) stay as they are."""
    figures = re.sub(r"[^0-9+]", "", number)
    if figures.startswith("0") and len(figures) >= 10:
        return f"+44{figures[1:]}"
    return figures
