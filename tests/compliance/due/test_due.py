"""The list, the month, the paper: in order, in words, leading to the record, and to nobody else."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from compliance.due import lines, listing, month
from compliance.due.asked import Asked
from cura.core.accounts import actions as accounts
from cura.core.audit.models import AuditEvent
from cura.core.records import registry
from cura.lib import london
from tests import builders
from tests.deadlines.mend import _write

NOW = datetime(2026, 6, 10, 10, 0, tzinfo=UTC)  # a Wednesday, eleven in the morning
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.fixture(autouse=True)
def at_ten(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def page(client, user, name="due", home="elm", **asked):
    client.force_login(user)
    return client.get(reverse(name, args=[home]), asked)


def groups(answer) -> dict:
    return {g["title"]: [line.what for line in g["lines"]] for g in answer.context["groups"]}


def test_in_order_of_the_time_left(cast, client, check, broken, mending):
    for ago, what in ((30 * HOUR, "Gate"), (23 * HOUR, "Lamp"), (2 * HOUR, "Sink")):
        broken(NOW - ago, what)
    check("vehiclecheck", NOW - DAY, {"place": ["Blue car"]})
    check("firedrill", NOW - DAY)
    found = groups(page(client, cast.sam))
    assert list(found) == ["Overdue", "Today", "In the next seven days", "Later"]
    assert found["Overdue"][0] == "Mend Gate"  # a check that finds something is a defect, too
    assert found["Today"] == ["Mend Lamp"]
    assert "Mend Sink" in found["In the next seven days"]
    assert "Check the car: Blue car" in found["In the next seven days"]
    assert "A fire drill" in str(found["Later"]) or "Fire drill" in str(found["Later"])


def test_a_line_says_what_by_when_and_on_what_ground(cast, client, broken, mending):
    record = broken(NOW - 30 * HOUR)
    answer = page(client, cast.sam)
    (line,) = answer.context["groups"][0]["lines"]
    assert (line.what, line.whom, line.state, line.tone) == (
        "Mend Gate", "The house", "Overdue", "late"
    )  # fmt: skip
    assert line.when == "was due by 05:00 today, 6 hours ago"
    assert line.ground.startswith("Guidance: ")
    assert line.url == reverse("go", args=["compliance.defect", record.pk])
    assert client.get(line.url)["Location"] == reverse("defects-detail", args=[record.pk])


def test_to_be_checked_is_said(cast, client, broken, mending):
    broken(NOW)
    answer = page(client, cast.sam)
    line = answer.context["groups"][0]["lines"][0]
    assert ("to be checked" in answer.content.decode()) == line.check


@pytest.mark.parametrize(
    "due,says",
    [
        (london.day_bounds(datetime(2026, 6, 10).date())[1] - timedelta(microseconds=1),
         "by the end of today"),
        (london.day_bounds(datetime(2026, 6, 12).date())[1] - timedelta(microseconds=1),
         "by the end of Fri 12 Jun"),
        (london.day_bounds(datetime(2027, 1, 2).date())[1] - timedelta(microseconds=1),
         "by the end of Sat 2 Jan 2027"),
        (NOW + HOUR, "by 12:00 today"),
        (NOW - DAY, "by 11:00 yesterday"),
        (NOW + DAY, "by 11:00 tomorrow"),
        (NOW + 3 * DAY, "by 11:00, Sat 13 Jun"),
    ],
)  # fmt: skip
def test_a_day_is_said_as_a_day_and_a_moment_as_a_moment(due, says):
    assert lines.by(due, NOW) == says


def test_what_others_owe_is_not_cut_in_silence(cast, client, broken, owing, monkeypatch):
    monkeypatch.setattr(listing, "MOST", 2)
    monkeypatch.setattr(listing.owed, "__defaults__", (2,))
    for n in range(3):
        broken(NOW - n * DAY, f"Gate {n}")
    answer = page(client, cast.cara)
    assert len(answer.context["owed"]) == 2 and answer.context["more_owed"]
    assert "There is more" in answer.content.decode()


def test_what_others_owe_stands_apart_and_is_never_red(cast, client, broken, owing):
    broken(NOW - 60 * DAY)
    answer = page(client, cast.sam)
    assert answer.context["groups"] == []
    (line,) = answer.context["owed"]
    assert (line.state, line.tone) == ("We wait", "calm")
    assert "status-late" not in answer.content.decode()


def test_filters_need_no_script(cast, client, check, broken, mending):
    broken(NOW)
    check("firealarmtest", NOW - HOUR)
    answer = page(client, cast.sam)
    areas = {chip["title"]: chip["url"] for chip in answer.context["chips"]["areas"]}
    house = client.get(reverse("due", args=["elm"]) + areas["The house"])
    titles = [what for group in groups(house).values() for what in group]
    assert titles and "Mend Gate" not in titles
    only = page(client, cast.sam, area="protection")
    assert groups(only) == {"In the next seven days": ["Mend Gate"]} or "Mend Gate" in str(
        groups(only)
    )
    about_kai = page(client, cast.sam, about=str(cast.kai.pk))
    assert about_kai.context["groups"] == []
    assert "Nothing due here." in about_kai.content.decode()


@pytest.mark.parametrize("given", [{"area": "x' OR 1"}, {"about": "nobody"}, {"about": "\x00"}])
def test_what_nobody_offered_counts_as_nothing_asked(given):
    assert Asked.read(given) == Asked()


def test_another_home_and_the_past_see_nothing(cast, client, broken, mending):
    broken(NOW - 30 * HOUR)
    for name in ("due", "due-month", "due-print", "duties", "duties-law"):
        for user in (cast.omar, cast.olga, cast.ned, cast.ivy):
            assert page(client, user, name).status_code == 404, (name, user)
    assert groups(page(client, cast.omar, home="oak")) == {}


def test_who_may_not_read_the_record_does_not_read_its_deadline(cast, client, broken, mending):
    record = broken(NOW - 30 * HOUR)
    accounts.exclude(user=cast.sam, record=record, why="his own", by=cast.rosa, now=NOW)
    for name in ("due", "due-month", "duties"):
        assert "Mend Gate" not in page(client, cast.sam, name).content.decode()
    client.force_login(cast.sam)
    there = client.get(reverse("duty", args=["elm", "LADO"]))
    assert there.context["lines"] == []
    assert "1 overdue" not in there.content.decode()


def test_a_month_is_a_table_of_weeks(cast, client, broken, mending):
    gate = broken(NOW - 30 * HOUR)
    _write(gate, NOW - 29 * HOUR, mended_at=NOW - 29 * HOUR, mended_by=cast.cara)
    broken(NOW, "Lamp")
    answer = page(client, cast.sam, "due-month", month="2026-06")
    weeks = answer.context["weeks"]
    assert answer.context["title"] == "June 2026"
    assert [len(week) for week in weeks] == [7] * 5
    days = {d["number"]: d for week in weeks for d in week if d["inside"]}
    assert len(days) == 30 and days[10]["today"]
    assert [(line.what, line.tone) for line in days[10]["lines"]] == [("Mend Gate", "ok")]
    assert [line.what for line in days[11]["lines"]] == ["Mend Lamp"]


@pytest.mark.parametrize("asked", ["2026-13", "x", "2026-6-1", "9999-12", "\x00"])
def test_a_month_that_is_none_is_not_found(cast, client, asked):
    assert page(client, cast.sam, "due-month", month=asked).status_code == 404


def test_february_of_a_leap_year_that_begins_on_a_saturday():
    weeks = month.weeks(datetime(2020, 2, 1).date(), [], datetime(2020, 2, 1).date())
    assert sum(day["inside"] for week in weeks for day in week) == 29
    assert len(weeks) == 5


def test_the_paper_says_who_printed_it_and_is_logged(cast, client, broken, mending, monkeypatch):
    broken(NOW - 30 * HOUR)
    seen = {}

    def press(html, **kwargs):
        seen["html"] = html
        return b"%PDF-1.7 small"

    monkeypatch.setattr("cura.core.documents.types.render_pdf", press)
    answer = page(client, cast.rosa, "due-print")
    assert answer["Content-Type"] == "application/pdf"
    assert "what-is-due-elm.pdf" in answer["Content-Disposition"]
    for words in ("printed by Rosa Lind", "Wed 10 Jun 2026, 11:00", "Mend Gate", "Overdue"):
        assert words in seen["html"]
    entry = AuditEvent.objects.filter(action="due.print").get()
    assert "sha256" in entry.body


def test_nothing_due_is_said_kindly(cast, client):
    assert "Nothing is due." in page(client, cast.sam).content.decode()
    assert "Nothing falls due" in page(client, cast.sam, "due-month").content.decode()


PAGES = ("due", "due-month", "duties", "duties-law", "manager")


def test_pages_ask_as_often_for_thirty_as_for_one(cast, client, broken, mending):
    client.force_login(cast.rosa)
    urls = [reverse(name, args=["elm"]) for name in PAGES] + [reverse("duty", args=["elm", "LADO"])]
    counts = {url: [] for url in urls}
    client.get(urls[0])
    for rows in (1, 29):
        for n in range(rows):
            broken(NOW - (n + 2) * HOUR, f"Gate {n}")
        for url in urls:
            with CaptureQueriesContext(connection) as asked:
                assert client.get(url).status_code == 200
            counts[url].append(len(asked))
    wrong = {url: found for url, found in counts.items() if found[0] != found[1] or found[1] > 55}
    assert wrong == {}


def test_training_is_not_said_to_be_of_the_house(cast, client):
    kind = registry.of("staffing.certificate")
    typed = {"person": [str(cast.cara.pk)], "course": ["holds"]}
    typed["happened_at"] = [builders._moment(NOW - DAY)]
    builders.make(kind, subject=cast.elm, by=cast.rosa, now=NOW, change=typed)
    (group,) = page(client, cast.rosa, area="staff").context["groups"]
    (line,) = group["lines"]
    assert line.what == "Cara Moss: renew the training in holds"
    assert (line.whom, line.aside) == ("", "")
    assert line.what not in str(groups(page(client, cast.rosa, about="house")))
