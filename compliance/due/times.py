"""One duty of a home: its twelve months as a strip, and the times behind each figure."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from urllib.parse import urlencode

from django.utils.html import format_html

from compliance.due import lines, month
from compliance.due.duties import finding
from cura.core.accounts.home import Home
from cura.core.deadlines import reading
from cura.core.deadlines.deadline import Deadline, DeadlineQuerySet
from cura.core.ui.strip import state_strip
from cura.lib import london

MOST = 200
LATELY = 20
NAMES = {name: words for name, (words, _) in lines.STATES.items()}


def figure(key: str, title: str, url: str, months: Sequence[reading.Month]):
    """The strip of a duty, each of its figures a link to the times that it counts."""
    labels = [(_label(m.first), m.state) for m in months]
    series = {words: [_opens(m, name, url) for m in months] for name, words in NAMES.items()}
    said = finding(months)
    name = f"strip-{key.replace('/', '-')}"
    return state_strip(title, labels, series, finding=said, name=name)


def none_yet(now: datetime) -> list[reading.Month]:
    """Twelve months in which nothing was due."""
    this = london.local_date(now).replace(day=1)
    return [reading.Month(month.after(this, -n)) for n in reversed(range(reading.MONTHS))]


def _label(first: date) -> str:
    return f"{london.MONTHS[first.month - 1]} {first.year}"


def _opens(one: reading.Month, name: str, url: str):
    count = getattr(one, name)
    if not count:
        return "0"
    asked = urlencode({"month": f"{one.first:%Y-%m}", "state": name})
    return format_html('<a href="{}?{}">{}</a>', url, asked, count)


def asked_for(given, now: datetime) -> tuple[date | None, str]:
    """The month and the outcome that the address asks for. ValueError for a month that is none."""
    name = given.get("state", "")
    first = month.first_of(given["month"], now) if given.get("month") else None
    return first, name if name in NAMES else ""


def of(rows: DeadlineQuerySet, first: date | None, name: str, now: datetime) -> list[Deadline]:
    """The times that a figure counts; without a month, the newest. Two queries."""
    if first:
        start, end = london.day_bounds(first)[0], london.day_bounds(month.after(first))[0]
        rows = rows.filter(due_at__gte=start, due_at__lt=end)
    most = MOST if first else LATELY
    ids = [row["pk"] for row in _counted(rows.order_by("-due_at", "-id"), name, now, most)]
    return list(Deadline.objects.filter(pk__in=ids).order_by("-due_at", "-id"))


def _counted(rows: DeadlineQuerySet, name: str, now: datetime, most: int) -> Iterable[dict]:
    found = []
    for row in reading.slots(rows[: most * 20], "pk"):
        if not name or reading.state(row["due_at"], row["done_at"], now) == name:
            found.append(row)
        if len(found) == most:
            break
    return found


def title(first: date | None, name: str) -> str:
    """Done late, November 2026"""
    parts = [NAMES.get(name, ""), month.title(first) if first else "The last times"]
    return ", ".join(filter(None, parts))


def owner_words(home: Home, theirs: bool) -> str:
    return "Others owe this to us; we chase it." if theirs else f"{home.name} does this."
