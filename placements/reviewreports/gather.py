"""What a report for a review begins with: quotations of our records since the last review, and the
line on what others have sent us."""

from collections.abc import Callable
from datetime import date, datetime

from cura.lib import london
from placements.reviews import reading
from placements.reviews.models import LookedAfterReview
from placements.visits.models import Visit
from residents.report.gather import MOST, Found, Gatherer, between, drafted, quote

# (child, user) -> one line, or "": the papers that were asked for hand theirs over in `ready()`.
EVIDENCE: list[Callable[[object, object], str]] = []


SEEN = {"yes": ", seen alone", "no": ", not seen alone"}


def visits(*, child, start, end, user):
    """What came of each, and where she said something, that as well."""
    rows = Visit.objects.visible_to(user).held().filter(child=child).between(start, end)
    for visit in rows.select_related("author").order_by("-happened_at", "-id")[:MOST]:
        seen = SEEN.get(visit.seen_alone, "") if visit.sort.alone else ""
        lead = f"{visit.title}{seen}"
        yield quote(visit, visit.came_of_it or visit.title, lead=lead)


def said_of_visits(*, child, start, end, user):
    rows = Visit.objects.visible_to(user).held().filter(child=child).between(start, end)
    rows = rows.exclude(own_words="").select_related("author")
    return [
        quote(visit, visit.own_words, lead=f"of {visit.title}", own=True)
        for visit in rows.order_by("-happened_at", "-id")[:MOST]
    ]


OURS = (
    Gatherer(section="visits", title="Visits", ask=visits),
    Gatherer(section="child_view", title="What the child said of visits", ask=said_of_visits),
)


def since(child, user) -> date:
    """The day of the last review that we know, or the one on which she came to live here."""
    last = reading.last_held(child, user)
    return london.local_date(max(last.held_at, child.arrived_at) if last else child.arrived_at)


def gather(child, first: date, now: datetime, user) -> Found:
    """From a day until now. Her own words of daily life stand with her views."""
    start, _ = london.day_bounds(first)
    found = between(child, start, now, user, more=OURS)
    own = [group for group in found.get("wellbeing", []) if all(q.own for q in group[1])]
    if own:
        found["child_view"] = own + found.get("child_view", [])
        found["wellbeing"] = [g for g in found["wellbeing"] if g not in own]
    return {section: groups for section, groups in found.items() if groups}


def begun(child, found: Found, user) -> dict[str, str]:
    """The text of each section of a new report."""
    lines = [line for ask in EVIDENCE if (line := ask(child, user))]
    return drafted(found) | {"papers": "\n".join(lines)}


def next_review(child, user) -> LookedAfterReview | None:
    return reading.next_planned(child, user) or reading.last_held(child, user)
