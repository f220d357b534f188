"""Times of day that somebody says: "until half past four", "from ten at night to two"."""

from datetime import datetime, time

from cura.lib import london


def next_time(after: datetime, clock: time) -> datetime:
    """The first moment from `after` on at which the clock shows this time.

    16:30 said at 15:00 is today, 01:00 said at 22:00 is past midnight. In the October hour that
    comes twice the nearer one is meant; in the hour that never comes, the clock shows it one later.
    """
    day = london.local_date(after)
    found = [m for d in (day, day + london.DAY) for m in _on(datetime.combine(d, clock))]
    return min(moment for moment in found if moment >= after)


def on_day(day, clock: time) -> datetime:
    """This time on this day; the first of two, or what the clock shows in place of none."""
    return _on(datetime.combine(day, clock))[0]


def _on(naive: datetime) -> list[datetime]:
    try:
        return sorted({london.to_utc(naive, fold) for fold in (0, 1)})
    except london.NoSuchLocalTime as gap:
        return [london.to_utc(gap.after)]


def time_of(moment: datetime | None) -> time | None:
    """What the clock shows then, for a box that asks a time of day."""
    return london.local(moment).time().replace(second=0, microsecond=0) if moment else None
