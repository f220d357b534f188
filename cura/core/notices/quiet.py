"""Quiet hours: the night in which a home's people are not rung up by mail."""

from datetime import datetime, time

from cura.core.accounts.home import HomeSettings
from cura.lib import london

PUSHES_A_NIGHT = 2
Hours = tuple[time, time]  # local: from, until
Night = tuple[datetime, datetime]  # UTC: from, until (not included)


def hours_of(home_ids) -> list[Hours]:
    rows = HomeSettings.objects.filter(pk__in=home_ids)
    return list(rows.values_list("quiet_from", "quiet_until"))


def night(hours: Hours, now: datetime) -> Night | None:
    """The night that it is now by these hours; None while people may be told.

    In the night in which the clocks change it is an hour shorter or longer.
    """
    starts, ends = hours
    if starts == ends:
        return None
    today = london.local_date(now)
    for first in (today - london.DAY, today):
        last = first + london.DAY if ends < starts else first
        found = _moment(first, starts), _moment(last, ends)
        if found[0] <= now < found[1]:
            return found
    return None


def night_of(home_ids, now: datetime) -> Night | None:
    """The night of the first of these homes in which it is night."""
    found = (night(hours, now) for hours in hours_of(home_ids))
    return next((one for one in found if one), None)


def _moment(day, at: time) -> datetime:
    """This local time in UTC; one that the clocks skip is the next that there is."""
    try:
        return london.to_utc(datetime.combine(day, at))
    except london.NoSuchLocalTime as skipped:
        return london.to_utc(skipped.after)
