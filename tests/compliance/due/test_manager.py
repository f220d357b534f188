"""The manager's page: how many are up to date and which, fifteen lines, what others owe apart."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from compliance.due import panels
from cura.core.accounts import actions as accounts
from cura.core.accounts.program import CURA

NOW = datetime(2026, 6, 10, 10, 0, tzinfo=UTC)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.fixture(autouse=True)
def at_ten(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def page(client, user, home="elm"):
    client.force_login(user)
    return client.get(reverse("manager", args=[home]))


def panel(answer, key) -> dict:
    return next(p for p in answer.context["panels"] if p["key"] == key)


def test_how_many_are_up_to_date_and_which(cast, client, check):
    before = panel(page(client, cast.rosa), "standing")["counts"]
    check("firealarmtest", NOW - DAY)
    check("firedrill", NOW - 300 * DAY)
    found = panel(page(client, cast.rosa), "standing")
    assert found["counts"].total >= before.total
    assert "Test the fire alarm" in {item["title"] for item in found["good"]}
    worst = found["behind"][0]
    assert (worst["title"], worst["tone"]) == ("Fire drill", "late")
    assert found["counts"].words in page(client, cast.rosa).content.decode()


def test_fifteen_lines_and_the_rest_is_one_tap_away(cast, client, broken, mending):
    for n in range(17):
        broken(NOW - (30 + n) * HOUR, f"Gate {n}")
    found = panel(page(client, cast.rosa), "coming")
    assert (len(found["lines"]), found["more"]) == (panels.BUDGET, True)
    assert found["lines"][0].what == "Mend Gate 16"


def test_what_can_still_be_done_in_time_has_room_beside_what_is_late(cast, client, broken, mending):
    for n in range(17):
        broken(NOW - (30 + n) * HOUR, f"Gate {n}")
    for n in range(7):
        broken(NOW - n * HOUR, f"Lamp {n}")
    tones = [line.tone for line in panel(page(client, cast.rosa), "coming")["lines"]]
    assert tones[:10] == ["late"] * 10
    assert (len(tones), "late" in tones[10:]) == (panels.BUDGET, False)


def test_what_others_owe_is_apart_and_counts_for_nothing(cast, client, broken, owing):
    before = panel(page(client, cast.rosa), "standing")["counts"]
    broken(NOW - 90 * DAY)
    answer = page(client, cast.rosa)
    assert panel(answer, "standing")["counts"] == before
    assert panel(answer, "coming")["lines"] == []
    assert [line.tone for line in panel(answer, "owed")["lines"]] == ["calm"]


def test_nothing_is_counted_that_she_may_not_see(cast, client, broken, mending):
    record = broken(NOW - 30 * HOUR)
    assert panel(page(client, cast.rosa), "coming")["lines"]
    accounts.give_role(user=cast.ned, role="ri", organisation=cast.acorn, by=CURA, now=NOW - DAY)
    accounts.exclude(user=cast.rosa, record=record, why="about her", by=cast.ned, now=NOW)
    answer = page(client, cast.rosa)
    assert panel(answer, "coming")["lines"] == []
    assert "Mend Gate" not in answer.content.decode()
    assert "overdue" not in str(panel(answer, "standing")["behind"])


def test_who_opens_it(cast, client):
    for user in (cast.sam, cast.tess, cast.omar, cast.olga, cast.ned, cast.ivy):
        assert page(client, user).status_code == 404, user


def test_the_responsible_individual_has_one_for_each_of_her_homes(cast, client):
    accounts.give_role(user=cast.ned, role="ri", organisation=cast.acorn, by=CURA, now=NOW - DAY)
    for slug, other in (("elm", "oak"), ("oak", "elm")):
        answer = page(client, cast.ned, slug)
        assert answer.status_code == 200
        assert reverse("manager", args=[other]) in {f["url"] for f in answer.context["filters"]}
    assert page(client, cast.ned, "far").status_code == 404
    assert page(client, cast.rosa).context["filters"] == []


def test_an_empty_home_is_met_kindly(cast, client):
    html = page(client, cast.omar, "oak").content.decode()
    assert "Nothing is overdue, and nothing is due in the next seven days." in html
    assert "Too few to say." in html
