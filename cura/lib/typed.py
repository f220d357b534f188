"""What stands in an address or in a hidden box: put there by our own page, or by somebody else.

Each reads one kind of thing and gives None for whatever our own page would not have sent; the view
says what follows (mostly 404).
"""

from datetime import UTC, date, datetime
from uuid import UUID

from cura.lib.uuid7 import uuid7

YEARS = range(1900, 2201)  # with room to count on from the first and the last
COUNT, ROW = 9, 18  # digits of a number of things; of a row's integer key in any database


def number(text: str | None, digits: int = COUNT) -> int | None:
    """Plain figures: "²" and "٣" are digits to Python, and none to us."""
    text = text or ""
    plain = text.isascii() and text.isdigit() and len(text) <= digits
    return int(text) if plain else None


def key(text) -> UUID | None:
    try:
        return UUID(str(text))
    except ValueError:
        return None


def token(text) -> UUID:
    """The key that a page was given when it was opened, so that a button pressed twice does one
    thing; a new one when it has none."""
    return key(text) or uuid7()


def day(text: str | None) -> date | None:
    """2026-11-22"""
    try:
        found = date.fromisoformat(text or "")
    except ValueError:
        return None
    return found if found.year in YEARS else None


def moment(text: str | None) -> datetime | None:
    """2026-11-22T07:40:00Z, with its zone; in UTC."""
    try:
        found = datetime.fromisoformat(text or "")
        return found.astimezone(UTC) if found.tzinfo and found.year in YEARS else None
    except (ValueError, OverflowError):
        return None
