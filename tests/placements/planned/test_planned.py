"""Reviews and visits where people look: the child's page, today, the manager's page."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cura.core.accounts import access
from placements.planned.clocks import open_for
from placements.planned.panels import by_child, on_child, who_comes
from placements.planned.today import comes
from residents.child import actions as children
from tests.placements.made import NOW, at, held, look_after, review, reviewed, visit
from tests.residents.records import make as person_of

pytestmark = pytest.mark.django_db
PAST = at(2026, 11, 17, 16, 0)


def test_both_clocks_stand_on_her_page_in_words(cast):
    kai = look_after(cast.kai, cast.rosa)
    panel = on_child(subject=kai, user=cast.sam, now=NOW)
    said = {clock["title"]: clock for clock in panel["clocks"]}
    law = said["The first looked-after review of Kai"]
    assert law["why"] == "By law, counted from Mon 15 Dec 2025, when Kai became looked after"
    assert (law["status"], law["tone"]) == ("We wait", "calm")
    ours = said["A review of Kai after the move to us"]
    assert ours["why"].startswith("By our own policy, counted from Mon 5 Jan 2026, when Kai came")
    assert panel["iro"] == "Reviewing officer (IRO): not named to us yet."
    person_of("importantperson", child=kai, by=cast.sam, name="Judith Parr", who="iro")
    assert on_child(subject=kai, user=cast.sam, now=NOW)["iro"] == ""


def test_the_social_worker_sees_it_by_her_grant_and_writes_nothing(cast, as_user):
    look_after(cast.kai, cast.rosa)
    found = reviewed(cast.kai, cast.sam, PAST)
    client = as_user(cast.ivy)
    page = client.get(reverse("child", args=[cast.kai.pk])).content.decode()
    assert "Reviews and visits" in page and "counted from" in page
    assert reverse("professional-visits-new", args=[cast.kai.pk]) not in page
    assert client.get(reverse("looked-after-reviews-detail", args=[found.pk])).status_code == 200
    other = reviewed(cast.mia, cast.sam, PAST)
    assert client.get(reverse("looked-after-reviews-detail", args=[other.pk])).status_code == 404


def test_today_says_who_comes_and_the_key_worker_what_is_hers(cast):
    now = timezone.now()
    kai = children.change(child=cast.kai, values={"key_worker": cast.sam}, by=cast.rosa, now=now)
    assert who_comes(subject=cast.elm, user=cast.cara, now=now) is None
    visit(kai, cast.sam, now, now=now, who="Martin Cole")
    visit(kai, cast.sam, now + timedelta(days=2), now=now, who="Sheila", kind="independent")
    panel = who_comes(subject=cast.elm, user=cast.cara, now=now)
    assert [entry["title"] for entry in panel["entries"]] == ["Social worker, Martin Cole"]
    assert who_comes(subject=cast.oak, user=cast.omar, now=now) is None
    later = now + timedelta(minutes=5)
    due = comes(cast.elm, cast.sam, later)
    assert [row.verb for row in due] == [
        "Write how it went: Social worker, Martin Cole",
        "Kai: Independent visitor, Sheila",
    ]
    assert comes(cast.elm, cast.cara, later) == []


def test_the_manager_sees_what_is_planned_and_apart_what_is_owed_to_us(cast):
    kai = look_after(cast.kai, cast.rosa)
    review(kai, cast.sam, at(2026, 11, 26, 16, 0))
    rows = by_child(subject=cast.elm, user=cast.rosa, now=NOW)["children"]
    of_kai = next(row for row in rows if row["name"] == "Kai")
    assert {line["tone"] for line in of_kai["theirs"]} <= {"calm", ""}
    assert of_kai["coming"][0]["words"] == "Looked-after review, Thu 26 Nov, 16:00"
    assert of_kai["coming"][0]["more"] == "our report: not begun"
    assert {row.owner for row in open_for(cast.rosa, child_id=kai.pk)} == {"ours", "theirs"}
    assert not any("Send our report" in line["title"] for line in of_kai["theirs"])


def test_the_managers_panel_asks_no_more_for_more(cast):
    review(look_after(cast.kai, cast.rosa), cast.sam, at(2026, 11, 26, 16, 0))
    visit(cast.kai, cast.sam, at(2026, 11, 25, 16, 0))
    held(cast.kai, cast.sam, at(2026, 11, 3, 16, 0))
    few = queries(cast)
    mia = look_after(cast.mia, cast.rosa)
    for _ in range(3):
        review(mia, cast.sam, at(2026, 11, 27, 16, 0))
        visit(mia, cast.sam, at(2026, 11, 25, 16, 0))
        held(mia, cast.sam, at(2026, 11, 3, 16, 0))
    assert queries(cast) == few


def queries(cast) -> int:
    with CaptureQueriesContext(connection) as asked, access.remembering():
        assert by_child(subject=cast.elm, user=cast.rosa, now=NOW)
    return len(asked)
