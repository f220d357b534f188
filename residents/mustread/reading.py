"""Who still has to read what. Only people who work here now are counted."""

from datetime import datetime

from django.db.models import Count, F, Q

from cura.core.accounts.duty import on_shift
from cura.core.accounts.home import Home
from residents.child.workers import workers
from residents.mustread.models import MustRead, MustReadSeen

MOST, LOOKED_AT = 12, 60


def open_ones(home: Home, user):
    """What is to be read at this home, the soonest first."""
    rows = MustRead.objects.visible_to(user).standing().filter(home=home, ended_at=None)
    return rows.select_related("child", "author", "home").order_by("by_when", "id")


def not_read_by(home: Home, user, now: datetime) -> list[MustRead]:
    """What she herself still has to read: what is for everybody, and what is for her shift."""
    read = MustReadSeen.objects.filter(by=user).values("must_read")
    rows = open_ones(home, user).exclude(author=user).exclude(pk__in=read)
    return [row for row in rows[:LOOKED_AT] if _is_for(row, user)][:MOST]


def _is_for(row: MustRead, user) -> bool:
    if row.for_whom == MustRead.For.EVERYONE:
        return True
    shift = on_shift(row.home, row.by_when)  # nobody: there is no rota, so it is for everybody
    return not shift or user in shift


def readers(row: MustRead, now: datetime) -> list:
    """Whose reading is asked for, of those who work here now. The author knows it."""
    team = list(workers(row.home, now).exclude(pk=row.author_id))
    if row.for_whom == MustRead.For.SHIFT:
        shift = {person.pk for person in on_shift(row.home, row.by_when)}
        team = [person for person in team if not shift or person.pk in shift]
    return team


def seen_by(row: MustRead, now: datetime) -> dict:
    """ "Seen by 6 of 8", with the names of both."""
    asked = readers(row, now)
    done = set(row.seen.values_list("by", flat=True))
    seen = [person for person in asked if person.pk in done]
    return {
        "words": f"Seen by {len(seen)} of {len(asked)}",
        "all": len(seen) == len(asked),
        "seen": [person.first_name for person in seen],
        "missing": [person.first_name for person in asked if person.pk not in done],
    }


def with_counts(rows, home: Home, now: datetime):
    """Each with `seen_now`: how many of those who work here now have read it, in one query."""
    team = workers(home, now).values("pk")
    return rows.annotate(
        seen_now=Count("seen", filter=Q(seen__by__in=team) & ~Q(seen__by=F("author")))
    )
