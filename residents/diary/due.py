"""What the diary asks of one worker: whom she takes where, what she has still to write, and who
comes to see her key children this week."""

from datetime import timedelta

from django.db.models import Q
from django.urls import reverse

from cura.lib import london
from residents.diary.models import DiaryEntry
from residents.diary.reading import ICONS, of_home
from residents.due import NOW, SHIFT, TODAY, WEEK, Due

ON_SHIFT = timedelta(hours=14)
BEHIND, AHEAD = timedelta(hours=36), timedelta(days=7)
MOST = 40
Kind = DiaryEntry.Kind
VISITS = (Kind.VISIT, Kind.REVIEW, Kind.FAMILY)
SOON = timedelta(minutes=45)


def diary(home, user, now) -> list[Due]:
    """One query: what she goes along to, and what concerns her key children."""
    rows = of_home(home, user).coming(now - BEHIND, now + AHEAD)
    hers = rows.filter(Q(driver=user) | Q(child__key_worker=user)).select_related("child")
    found = [_due(entry, user, now) for entry in hers.filter(outcome_at=None)[:MOST]]
    return [due for due in found if due]


def _due(entry: DiaryEntry, user, now) -> Due | None:
    url = reverse("diary-entries-detail", args=[entry.pk])
    name = entry.child.name if entry.child else "the house"
    at, when = entry.happened_at, london.short(entry.happened_at, now)
    goes = entry.driver_id == user.pk
    if at <= now:
        if entry.kind not in (Kind.FAMILY, Kind.VISIT) or (entry.ends or at) > now:
            return None
        return Due(
            when=NOW, verb=f"Write how it went: {entry.title}", about=f"{name}, {when}", by=at,
            url=reverse("diary-entries-step", args=[entry.pk, "outcome"]), icon="chat-heart",
        )  # fmt: skip
    if goes and at <= now + ON_SHIFT:
        urgent = NOW if at <= now + SOON else SHIFT
        verb = f"Go with {name}: {entry.title}" if entry.child else entry.title
        about = " · ".join(w for w in (when, entry.place, entry.car) if w)
        return Due(when=urgent, verb=verb, about=about, by=at, url=url, icon="car-front")
    return _coming(entry, f"{name}: {entry.title}", now) if goes or entry.kind in VISITS else None


def _coming(entry: DiaryEntry, verb: str, now) -> Due:
    """What she only has to know: it opens the entry."""
    at = entry.happened_at
    return Due(
        when=TODAY if london.local_date(at) == london.local_date(now) else WEEK,
        verb=verb,
        about=f"{entry.get_kind_display()}, {london.short(at, now)}",
        by=at,
        url=reverse("diary-entries-detail", args=[entry.pk]),
        icon=ICONS[entry.kind],
    )
