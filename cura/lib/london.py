"""Local time in England: what people write and read, while everything is kept in UTC.

The October hour comes twice and the March hour never; both are said plainly, never guessed in
silence. Names of days and months are our own, for `strftime` follows the machine's locale.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from cura.lib.words import plural

LONDON = ZoneInfo("Europe/London")
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
DAYS_BEFORE_WEEKS = 14


class NoSuchLocalTime(ValueError):
    """A time in the hour that the clocks skip in March. `before` and `after` are its neighbours."""

    def __init__(self, asked: datetime, before: datetime, after: datetime):
        self.before, self.after = before, after
        super().__init__(
            f"The clocks went forward that night, so {asked:%H:%M} on {day_words(asked.date())} "
            f"never came. Was it {before:%H:%M} or {after:%H:%M}?"
        )


def to_utc(naive_local: datetime, fold: int | None = None) -> datetime:
    """The UTC moment of a local time.

    In the October hour that comes twice, `fold` None or 0 is the first (still summer time), 1 the
    second. Raises NoSuchLocalTime for the hour that never comes.
    """
    if naive_local.tzinfo is not None:
        raise ValueError("A local time must be given without a zone.")
    if _is_gap(naive_local):
        before, after = (_through_utc(naive_local, fold=side) for side in (1, 0))
        raise NoSuchLocalTime(naive_local, before, after)
    return naive_local.replace(tzinfo=LONDON, fold=fold or 0).astimezone(UTC)


def is_twice(naive_local: datetime) -> bool:
    """Whether this local time comes twice, so that a page must ask which one is meant."""
    first, second = (naive_local.replace(tzinfo=LONDON, fold=fold) for fold in (0, 1))
    return first.utcoffset() != second.utcoffset() and not _is_gap(naive_local)


def local(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("Only an aware time can be shown as local time.")
    return moment.astimezone(LONDON)


def local_date(moment: datetime) -> date:
    """The day on which it was in England: at 23:30 UTC in July that is tomorrow."""
    return local(moment).date()


def day_bounds(day: date) -> tuple[datetime, datetime]:
    """Start and end (not included) of a local day in UTC: 23, 24 or 25 hours apart."""
    midnight = datetime.combine(day, time())
    return to_utc(midnight), to_utc(midnight + DAY)


def day_words(day: date) -> str:
    """Sun 22 Nov 2026"""
    return f"{_day_month(day)} {day.year}"


def clock(moment: datetime) -> str:
    """18:10"""
    return f"{local(moment):%H:%M}"


def words(moment: datetime) -> str:
    """Sun 22 Nov 2026, 18:10; in the hour that comes twice it says which one."""
    here = local(moment)
    text = f"{day_words(here.date())}, {here:%H:%M}"
    if not is_twice(here.replace(tzinfo=None)):
        return text
    return f"{text} ({'after' if here.fold else 'before'} the clocks went back)"


def limit(moment: datetime) -> str:
    """A limit as people say it: one that ends with its day is that day, else the moment."""
    here = local(moment)
    return day_words(here.date()) if here.time() == time.max else words(moment)


def short(moment: datetime, now: datetime) -> str:
    """18:10 today, else "yesterday 18:10", "Fri 20 Nov, 18:10", with the year if another."""
    here, today = local(moment), local_date(now)
    near = {today - DAY: "yesterday ", today: "", today + DAY: "tomorrow "}
    if here.date() in near:
        return f"{near[here.date()]}{here:%H:%M}"
    if here.year == today.year:
        return f"{_day_month(here)}, {here:%H:%M}"
    return f"{day_words(here.date())}, {here:%H:%M}"


def age(born: date, on: date) -> int:
    """Whole years. Somebody born on 29 February turns a year older on 1 March in a common year."""
    if on < born:
        raise ValueError("Nobody has an age before birth.")
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def ago(moment: datetime, now: datetime) -> str:
    """12 minutes ago; "in 12 minutes" for what is still to come."""
    if abs(now - moment) < MINUTE:
        return "just now"
    span = _span(min(moment, now), max(moment, now))
    return f"{span} ago" if moment < now else f"in {span}"


def how_long(since: date | datetime, until: date | datetime) -> str:
    """7 months; 1 year and 2 months; 3 weeks; 9 days. By local days, rounded down."""
    start, end = _day(since), _day(until)
    days = (end - start).days
    if days < 1:
        return "less than a day"
    if days < DAYS_BEFORE_WEEKS:
        return plural(days, "day")
    between = relativedelta(end, start)
    years, months = between.years, between.months
    if not years and not months:
        return plural(days // 7, "week")
    parts = [plural(n, word) for n, word in ((years, "year"), (months, "month")) if n]
    return " and ".join(parts)


def _span(start: datetime, end: datetime) -> str:
    gone = end - start
    if gone < HOUR:
        return plural(gone // MINUTE, "minute")
    if gone < DAY:
        return plural(gone // HOUR, "hour")
    return how_long(start, max(end, start + DAY))


def _day(when: date | datetime) -> date:
    return local_date(when) if isinstance(when, datetime) else when


def _day_month(day: date) -> str:
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def _through_utc(naive: datetime, fold: int) -> datetime:
    moment = naive.replace(tzinfo=LONDON, fold=fold).astimezone(UTC)
    return moment.astimezone(LONDON).replace(tzinfo=None, fold=0)


def _is_gap(naive: datetime) -> bool:
    return _through_utc(naive, fold=0) != naive.replace(fold=0)
