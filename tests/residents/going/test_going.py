"""Rates for each hundred child-nights, and when nothing may be said of them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from cura.core.accounts import actions as accounts
from cura.core.accounts.program import CURA
from cura.core.records import actions, registry
from residents.going import nights, rates, reading
from residents.going.course import course, fewest_crossings
from tests import builders

NOW = datetime(2026, 6, 10, 10, 0, tzinfo=UTC)
DAY = timedelta(days=1)
FULL = [100] * 13


@pytest.fixture(autouse=True)
def at_ten(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture
def note(cast):
    """A note about Kai at some time; written an hour later, or so much later as said."""
    kind = registry.of("residents.dailynote")

    def make(at, good=False, after=timedelta(hours=1), words="At the sea", child=None, by=None):
        typed = {"happened_at": [builders._moment(at)], "words": [words]}
        typed |= {"good": ["on"]} if good else {}
        return builders.make(
            kind, subject=child or cast.kai, by=by or cast.sam, now=at + after, change=typed
        )

    return make


def counted(rate, cast, user=None):
    return sum(reading.counts(rate, cast.elm, user or cast.rosa, nights.periods(NOW)))


LATE = next(rate for rate in rates.RATES if rate.key == "late-notes")
GOOD = next(rate for rate in rates.RATES if rate.key == "good-things")


def test_periods_are_a_year_of_whole_weeks_until_last_midnight():
    found = nights.periods(NOW)
    assert len(found) == 13
    assert found[-1].end == date(2026, 6, 10)
    assert all((p.end - p.first).days == 28 for p in found)
    assert all(a.end == b.first for a, b in zip(found, found[1:], strict=False))


def test_a_night_is_the_midnight_that_ends_the_day(cast, note):
    note(NOW - 300 * DAY)
    period = nights.Period(date(2026, 5, 1), date(2026, 5, 29))
    asked = nights.child_nights(cast.elm, [period])
    assert asked == [2 * 28]  # Kai and Mia, each night


def test_what_came_before_the_first_word_is_unknown_and_not_nothing(cast, note):
    note(NOW - 30 * DAY)
    slept = nights.child_nights(cast.elm, nights.periods(NOW))
    assert slept[:-2] == [0] * 11
    assert slept[-2:] == [2 * 2, 2 * 28]
    assert course([0] * 13, slept).rates[:-1] == (None,) * 12


def test_a_home_that_has_written_nothing_has_no_nights(cast):
    assert nights.child_nights(cast.elm, nights.periods(NOW)) == [0] * 13


@pytest.mark.parametrize(
    "counts,slept,says",
    [
        ([0] * 12 + [4], FULL, "Too few to say."),
        ([1] * 13, [0] * 5 + [100] * 8, "Too short a time to say whether it goes up or down."),
        ([3] * 13, FULL, "No change that is more than chance."),
        ([1, 2] * 6 + [9], FULL, "No change that is more than chance."),
        ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13], FULL,
         "More than chance: it has stayed above the middle for the last 6 points."),
        ([9] * 6 + [5] + [1] * 6, FULL,
         "More than chance: it has stayed below the middle for the last 6 points."),
        ([9] * 6 + [5] + [1, 1, 1, 1, 9, 1], FULL, "No change that is more than chance."),
        ([9, 1, 1, 1, 1, 1, 5, 9, 9, 9, 9, 9, 1], FULL, "No change that is more than chance."),
        ([1, 9, 9, 9, 9, 9, 5, 9, 1, 1, 1, 1, 1], FULL,
         "More than chance: it stayed above the middle for 6 points, and then no longer."),
        # Five of thirteen off the middle say nothing: most points are the middle.
        ([1] * 5 + [9] * 8, FULL, "No change that is more than chance."),
    ],
)  # fmt: skip
def test_what_is_said(counts, slept, says):
    assert course(counts, slept).says == says


@pytest.mark.parametrize("points,least", [(10, 2), (12, 3), (20, 6), (24, 8)])
def test_the_table_of_crossings(points, least):
    """As published for the run chart rules: at least so many crossings of the median."""
    assert fewest_crossings(points) == least


def test_the_middle_is_the_median():
    assert course([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 90], FULL).median == 1


def test_one_child_in_a_house_for_a_week_gives_no_rate():
    assert course([1], [13]).rates == (None,)
    assert course([1], [14]).rates == (7.1,)


def test_late_is_what_the_home_calls_late(cast, note):
    note(NOW - 9 * DAY, after=23 * timedelta(hours=1))
    note(NOW - 9 * DAY, after=25 * timedelta(hours=1))
    assert counted(LATE, cast) == 1
    settings = cast.elm.settings
    settings.late_hours = 12
    settings.save()
    assert counted(LATE, cast) == 2


def test_only_what_the_reader_may_see_is_counted(cast, note):
    first, second = note(NOW - 9 * DAY, good=True), note(NOW - 8 * DAY, good=True)
    note(NOW - 7 * DAY, good=True, child=cast.ola, by=cast.omar)
    assert counted(GOOD, cast) == 2
    accounts.give_role(user=cast.ned, role="ri", organisation=cast.acorn, by=CURA, now=NOW - DAY)
    accounts.exclude(user=cast.rosa, record=first, why="about her", by=cast.ned, now=NOW)
    assert counted(GOOD, cast) == 1
    actions.void(record=second, reason="wrong child", by=cast.rosa, now=NOW)
    assert counted(GOOD, cast) == 0


def test_a_figure_opens_its_records(cast, client, note):
    old, new = note(NOW - 40 * DAY, True, words="Swam"), note(NOW - 3 * DAY, True, words="Sang")
    client.force_login(cast.rosa)
    page = reverse("rate", args=["elm", "good-things"])
    answer = client.get(page)
    assert [e["url"] for e in answer.context["events"]] == [
        reverse("daily-notes-detail", args=[new.pk])
    ]
    line = answer.context["periods"][1]
    assert line["count"] == 1
    earlier = client.get(page + line["url"].split("#")[0])
    assert [e["words"] for e in earlier.context["events"]] == ["Kai: Swam"]
    assert old.words == "Swam"


@pytest.mark.parametrize("n", ["13", "-1", "x", "٣", "999", "1.5"])
def test_a_period_that_is_none_is_not_found(cast, client, n):
    client.force_login(cast.rosa)
    assert client.get(reverse("rate", args=["elm", "good-things"]), {"n": n}).status_code == 404


def test_only_managers_look_at_rates(cast, client):
    page = reverse("rate", args=["elm", "good-things"])
    for user, status in ((cast.rosa, 200), (cast.sam, 404), (cast.omar, 404), (cast.ned, 404)):
        client.force_login(user)
        assert client.get(page).status_code == status, user
    client.force_login(cast.rosa)
    assert client.get(reverse("rate", args=["elm", "nothing"])).status_code == 404
