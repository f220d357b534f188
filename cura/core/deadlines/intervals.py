"""What the manager's page says of each interval that a home may set."""

from itertools import groupby

from django.urls import reverse

from cura.core.accounts.home import Home
from cura.core.deadlines import rules
from cura.core.deadlines.duty import Duty, all_duties
from cura.core.deadlines.policy import PolicyInterval
from cura.lib import london

AREAS = {
    "measures": "Measures and limits",
    "notifications": "Whom we tell",
    "oversight": "Visits, reviews and inspection",
    "complaints": "Complaints",
    "staff": "People who work here",
    "keeping": "Keeping records",
    "protection": "Child protection",
    "missing": "Going missing",
    "planning": "Plans, visits and reviews",
    "health": "Health",
    "education": "Education",
    "medicines": "Medicines",
    "premises": "The house",
}


def newest(home: Home) -> dict[str, PolicyInterval]:
    """What the home has set, by duty. One query."""
    rows = PolicyInterval.objects.filter(home=home).select_related("by")
    return {row.duty: row for row in rows}


def groups(home: Home) -> list[dict]:
    """Every interval that may be set, by area, with what counts here now."""
    held, counted = newest(home), {rule.duty for rule in rules.all_rules()}
    settable = sorted((d for d in all_duties() if d.settable), key=_place)
    return [
        {"title": AREAS[area], "lines": [_line(d, home, held.get(d.key), counted) for d in duties]}
        for area, duties in groupby(settable, key=lambda duty: duty.area)
    ]


def _place(duty: Duty) -> int:
    return list(AREAS).index(duty.area)


def _line(duty: Duty, home: Home, row: PolicyInterval | None, counted: set[str]) -> dict:
    return {
        "title": duty.title,
        "interval": interval_words(duty, row),
        "set": f"Set by {row.by.name}, {london.words(row.at)}: {row.why}" if row else "",
        "basis": duty.basis_words,
        "cite": duty.cite,
        "check": duty.to_be_checked,
        "counted": duty.key in counted,
        "url": reverse("interval", args=[home.slug, duty.key]),
    }


def interval_words(duty: Duty, row: PolicyInterval | None) -> str:
    offset = row.offset if row else duty.interval
    words = offset.words if offset else "not set yet"
    return f"{words}, as we have set it" if row else words
