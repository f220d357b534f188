"""The duties: what is kept, when it was last done, and every figure opens what it counts."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from compliance.due import duties, times
from cura.core.accounts import actions as accounts
from cura.core.accounts.program import CURA
from cura.core.deadlines import actions as deadlines
from cura.core.deadlines.duty import all_duties
from cura.core.deadlines.reading import Month
from tests.deadlines.mend import _write

NOW = datetime(2026, 6, 10, 10, 0, tzinfo=UTC)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.fixture(autouse=True)
def at_ten(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def standing(cast, key, user=None):
    found = duties.standings(cast.elm, user or cast.rosa, NOW)
    return next(each for each in found if each.key == key)


def page(client, user, name, *args, **asked):
    client.force_login(user)
    return client.get(reverse(name, args=["elm", *args]), asked)


def test_done_and_due_again(cast, check):
    check("firealarmtest", NOW - 9 * DAY)
    check("firealarmtest", NOW - 2 * DAY)
    found = standing(cast, "FIRE-WEEK")
    assert found.state == ("Up to date", "ok")
    assert found.last == "Mon 8 Jun, 11:00"
    assert found.next == "by the end of Mon 15 Jun"


def test_never_written_down_is_said_and_is_not_up_to_date(cast, client):
    found = standing(cast, "FIRE-WEEK")
    assert (found.never, found.up_to_date) == (True, False)
    assert found.state == ("Never written down here", "soon")
    answer = page(client, cast.rosa, "duties")
    assert "Never written down here:" in answer.content.decode()
    assert answer.context["counts"].up_to_date == 0


def test_what_the_home_has_said_it_begins_to_count_is_overdue_and_leads_to_the_form(cast, client):
    deadlines.set_policy(
        home=cast.elm, duty="FIRE-DRILL", amount=1, unit="month", why="as the fire risk says",
        since=NOW.date() - 60 * DAY, by=cast.rosa, now=NOW - DAY,
    )  # fmt: skip
    found = standing(cast, "FIRE-DRILL")
    assert (found.overdue, found.last, found.never) == (1, "", False)
    answer = page(client, cast.rosa, "duty", "FIRE-DRILL")
    (line,) = answer.context["lines"]
    assert client.get(line.url).status_code == 200
    assert line.url == reverse("fire-drills-new", args=[cast.elm.pk])


def test_every_figure_opens_the_times_that_it_counts(cast, client, check, broken, mending):
    for days in (40, 33, 26, 17, 10):  # the fourth is two days late
        check("firealarmtest", NOW - days * DAY)
    gate = broken(NOW - 50 * HOUR, "Gate")
    _write(gate, NOW - 20 * HOUR, mended_at=NOW - 20 * HOUR, mended_by=cast.cara)
    broken(NOW - 30 * HOUR, "Lamp")
    broken(NOW - HOUR, "Sink")
    answer = page(client, cast.rosa, "duties")
    opened = 0
    for href, figure in re.findall(r'<a href="([^"]+month=[^"]+)">(\d+)</a>', _html(answer)):
        there = client.get(href.replace("&amp;", "&"))
        assert len(there.context["lines"]) == int(figure), href
        opened += int(figure)
    assert opened >= 8


def _html(answer) -> str:
    return answer.content.decode()


def test_a_time_of_a_figure_leads_to_its_record(cast, client, broken, mending):
    record = broken(NOW - 30 * HOUR)
    answer = page(client, cast.rosa, "duty", "LADO", month="2026-06", state="overdue")
    assert answer.context["times_title"] == "Overdue, June 2026"
    assert [line.url for line in answer.context["lines"]] == [
        reverse("go", args=["compliance.defect", record.pk])
    ]
    none = page(client, cast.rosa, "duty", "LADO", month="2026-06", state="met")
    assert none.context["lines"] == []


def test_ten_taps_of_one_round_are_one_time(cast, client, check):
    for minutes in range(5):
        check("watertemperature", NOW - 8 * DAY + timedelta(minutes=minutes))
    answer = page(client, cast.rosa, "duty", "WATER")
    assert len(answer.context["lines"]) == 1


def test_a_strip_tells_without_colour_and_says_its_finding(cast, client, broken, mending):
    broken(NOW - 30 * HOUR)
    html = _html(page(client, cast.rosa, "duty", "LADO"))
    assert "1 time overdue." in html
    assert 'role="img"' in html and "strip-sign-overdue" in html
    assert html.count('class="strip-none"') == 11 + 1  # eleven months, and the key


def test_a_duty_that_others_owe_is_never_red(cast, client, broken, owing):
    broken(NOW - 90 * DAY)
    assert standing(cast, "HEALTH-IHA").state == ("We wait for 1", "calm")
    good, behind = duties.up_to_date(duties.standings(cast.elm, cast.rosa, NOW))
    assert "HEALTH-IHA" not in {each.key for each in (*good, *behind)}


def test_what_one_may_not_read_has_no_duty(cast, client):
    accounts.give_role(
        user=cast.ned, role="training", home=cast.elm, starts=NOW - DAY, by=CURA, now=NOW - DAY
    )
    assert duties.standings(cast.elm, cast.ned, NOW) == []
    assert page(client, cast.ned, "duty", "FIRE-WEEK").status_code == 404
    assert "no duty here" in _html(page(client, cast.ned, "duties"))
    law = page(client, cast.ned, "duties-law")
    assert reverse("duty", args=["elm", "FIRE-WEEK"]) not in _html(law)


@pytest.mark.parametrize("key", ["NOTHING", "FIRE-WEEK.night", "fire-week", "..", "x'"])
def test_a_duty_that_is_none_is_not_found(cast, client, key):
    assert page(client, cast.rosa, "duty", key).status_code == 404


def test_an_aspect_of_a_duty_has_a_page(cast, client):
    answer = page(client, cast.rosa, "duty", "FIRE-DRILL.night")
    assert answer.context["title"] == "Fire drill at night"


def test_the_law_stands_there_whole(cast, client):
    answer = page(client, cast.sam, "duties-law")
    html = _html(answer)
    for each in all_duties():
        assert f'id="{each.key}"' in html
    total = len(list(all_duties()))
    assert answer.context["total"] == total
    assert html.count("Not kept here yet") == total - answer.context["kept"]
    assert html.count(">to be checked<") == sum(each.to_be_checked for each in all_duties())
    assert "Marks in full" not in html


def test_the_finding_counts_all_twelve_months():
    first = NOW.date().replace(day=1)
    months = [Month(first, met=3), Month(first, met=1, late=2), Month(first, overdue=1)]
    assert duties.finding(months) == "4 times done in time, 2 times done late, 1 time overdue."
    assert duties.finding([Month(first)]) == "Nothing was due in these months."
    assert len(times.none_yet(NOW)) == 12


def test_who_is_kept_from_the_only_drill_reads_that_there_was_none(cast, client, check):
    record = check("firedrill", NOW - DAY)
    assert not standing(cast, "FIRE-DRILL", cast.sam).never
    accounts.exclude(user=cast.sam, record=record, why="his own", by=cast.rosa, now=NOW)
    assert standing(cast, "FIRE-DRILL", cast.sam).never
    assert not standing(cast, "FIRE-DRILL", cast.rosa).never
