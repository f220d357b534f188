"""The diary: several entries in one go, over the clock changes, and what outsiders see of it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from cura.core.accounts import actions as accounts
from cura.core.accounts.program import CURA
from cura.core.records import actions as records
from cura.core.records import registry
from cura.lib import london
from residents.child import actions as children
from residents.child.models import Child
from residents.diary import actions, reading
from residents.diary.models import DiaryEntry
from tests import builders
from tests.cast import mover

TYPE = registry.of(DiaryEntry)
NEW = "diary-entries-new"


def at(*parts) -> datetime:
    return datetime(*parts, tzinfo=UTC)


def entry(cast, when=None, child=None, by=None, **change):
    when = when or timezone.now()
    given = {
        "happened_at": [when.isoformat()], "until": [""], "weekly_until": [""],
        "children": [str(child.pk)] if child else [], "house_only": [], "title": ["Tea"],
    }  # fmt: skip
    given |= {k: v if isinstance(v, list) else [str(v)] for k, v in change.items()}
    return builders.make(TYPE, subject=cast.elm, by=by or cast.tess, change=given)


def clocks(entries) -> list[str]:
    return [london.words(e.happened_at) for e in entries]


def test_each_child_gets_an_entry_of_her_own_in_one_go(cast, as_user):
    client = as_user(cast.cara)
    body = {
        "kind": "activity", "title": "Pool", "happened_at": "2026-12-02T16:00", "until": "17:30",
        "children": [str(cast.kai.pk), str(cast.mia.pk)], "weekly_until": "2026-12-16",
        "token": "0197f6a0-0000-7000-8000-000000000003",
    }  # fmt: skip
    places = {client.post(reverse(NEW, args=[cast.elm.pk]), body)["Location"] for _ in range(3)}
    assert len(places) == 1
    made = DiaryEntry.objects.order_by("happened_at")
    assert made.count() == 6
    assert {e.child for e in made} == {cast.kai, cast.mia}
    assert {str(london.local_date(e.happened_at)) for e in made} == {
        "2026-12-02", "2026-12-09", "2026-12-16",
    }  # fmt: skip
    assert {e.ends - e.happened_at for e in made} == {timedelta(minutes=90)}


def test_eleven_stays_eleven_when_the_clocks_go_back(cast):
    first = entry(cast, at(2026, 10, 17, 10), cast.kai)  # 11:00 in summer time
    made = actions.again(
        entry=first, weekly_until=date(2026, 10, 31), by=cast.tess, now=at(2026, 10, 1)
    )
    assert clocks([first, *made]) == [
        "Sat 17 Oct 2026, 11:00", "Sat 24 Oct 2026, 11:00", "Sat 31 Oct 2026, 11:00",
    ]  # fmt: skip


def test_a_time_that_the_march_night_skips_is_one_hour_later(cast):
    first = entry(cast, at(2026, 3, 22, 1, 30), cast.kai)
    made = actions.again(
        entry=first, weekly_until=date(2026, 4, 5), by=cast.tess, now=at(2026, 3, 1)
    )
    assert clocks(made) == ["Sun 29 Mar 2026, 02:30", "Sun 5 Apr 2026, 02:30"]


def test_an_entry_in_the_second_of_the_two_hours_stays_there(cast, as_user):
    client = as_user(cast.cara)
    body = {"kind": "other", "title": "Night bus", "happened_at": "2026-10-25T01:30",
            "happened_at_fold": "1"}  # fmt: skip
    client.post(reverse(NEW, args=[cast.elm.pk]), body)
    night_bus = DiaryEntry.objects.get()
    assert night_bus.happened_at == at(2026, 10, 25, 1, 30)
    day = client.get(reverse("diary-day", args=["elm", 2026, 10, 25])).content.decode()
    assert "Night bus" in day
    for near in (24, 26):
        page = client.get(reverse("diary-day", args=["elm", 2026, 10, near])).content.decode()
        assert "Night bus" not in page


def test_until_may_be_past_midnight(cast):
    party = entry(cast, at(2026, 12, 31, 22), until="01:00")
    assert party.ends == at(2027, 1, 1, 1)


def test_what_was_called_off_did_not_happen_and_stays(cast):
    tea = entry(cast, child=cast.kai)
    values = {"cancelled_whom": "family", "cancelled_why": "The bus.", "cancelled_told": "By Sam."}
    records.reach(record=tea, moment="cancelled", by=cast.sam, values=values, now=timezone.now())
    with pytest.raises(ValidationError):
        records.reach(
            record=tea,
            moment="outcome",
            by=cast.sam,
            values={"during": "Fine."},
            now=timezone.now(),
        )
    tea.refresh_from_db()
    form = TYPE.form({"title": "x"}, instance=tea, user=cast.sam, subject=cast.elm)
    assert not form.is_valid() and "called off" in str(form.non_field_errors())
    assert reading.shown(tea)["off"] == "Called off"
    assert not DiaryEntry.objects.coming(tea.happened_at, timezone.now() + timedelta(1)).exists()


def test_family_time_asks_before_during_and_after(cast):
    tea = entry(cast, child=cast.kai, kind="family")
    trip = entry(cast, child=cast.kai, kind="activity")
    form = TYPE.moment("outcome").form
    assert set(form(instance=tea).fields) == {"before", "during", "after", "who_came"}
    assert set(form(instance=trip).fields) == {"during", "who_came"}
    done = {"before": "Quiet.", "during": "Laughed.", "after": "Slept."}
    records.reach(record=tea, moment="outcome", by=cast.sam, values=done, now=timezone.now())
    with pytest.raises(ValidationError):
        records.reach(record=tea, moment="cancelled", by=cast.sam, values={}, now=timezone.now())


def test_a_change_is_dated_so_that_others_hear_of_it(cast, as_user):
    tea = entry(cast, child=cast.kai)
    client = as_user(cast.cara)
    url = reverse("diary-entries-edit", args=[tea.pk])
    body = {"kind": "family", "title": "Tea at five", "happened_at": "2026-12-02T17:00",
            "version": tea.version}  # fmt: skip
    assert client.post(url, body).status_code == 302
    tea.refresh_from_db()
    assert tea.title == "Tea at five" and tea.changed_at and tea.child == cast.kai


def grant_parent(cast):
    mum = accounts.add_person(
        organisation=None, username="mum", name="Mum Marsh", by=CURA, now=timezone.now()
    )
    children.grant(child=cast.kai, user=mum, role="parent", by=cast.rosa, now=timezone.now())
    return mum


def test_a_parent_sees_her_child_and_no_more(cast, as_user):
    tomorrow = timezone.now() + timedelta(days=1)
    entry(cast, tomorrow, cast.kai, title="Dentist")
    entry(cast, tomorrow, cast.kai, title="Clinic alone", house_only="on")
    entry(cast, tomorrow, cast.mia, title="Mia to court")
    entry(cast, tomorrow, title="Boiler man")
    client = as_user(grant_parent(cast))
    page = client.get(reverse("diary-list", args=[cast.kai.pk])).content.decode()
    assert "Dentist" in page
    for word in ("Clinic", "Mia", "court", "Boiler"):
        assert word not in page
    assert client.get(reverse("diary-list", args=[cast.mia.pk])).status_code == 404
    assert client.get(reverse("diary-week", args=["elm"])).status_code == 404
    listed = client.get(reverse("diary-entries-list", args=["elm"])).content.decode()
    assert "Dentist" in listed and "Clinic" not in listed and "Boiler" not in listed
    staff = as_user(cast.cara).get(reverse("diary-list", args=[cast.kai.pk])).content.decode()
    assert "Clinic alone" in staff


def test_a_parent_is_not_told_the_name_a_child_chose(cast, as_user):
    Child.objects.filter(pk=cast.kai.pk).update(called="Zephyr")
    entry(cast, timezone.now() + timedelta(hours=1), cast.kai, title="Dentist")
    pages = reverse("diary-list", args=[cast.kai.pk]), reverse("diary-entries-list", args=["elm"])
    client = as_user(grant_parent(cast))
    for url in pages:
        page = client.get(url).content.decode()
        assert "Dentist" in page and "Zephyr" not in page, url
    assert "Zephyr" in as_user(cast.cara).get(pages[1]).content.decode()


def test_the_diary_of_no_home_is_not_found(cast, as_user):
    url = reverse("diary-entries-list", args=["no-such-home"])
    assert as_user(cast.rosa).get(url).status_code == 404


def test_house_only_stays_in_the_house_wherever_it_is_asked(cast):
    hidden = entry(cast, child=cast.kai, house_only="on")
    for user, may in ((cast.cara, True), (cast.ivy, False), (grant_parent(cast), False)):
        assert DiaryEntry.objects.visible_to(user).filter(pk=hidden.pk).exists() is may
    children.move(child=cast.kai, home=cast.oak, by=mover(cast), now=timezone.now())
    assert DiaryEntry.objects.visible_to(cast.omar).filter(pk=hidden.pk).exists()


def test_the_diary_goes_along_when_a_child_moves(cast, as_user):
    soon = timezone.now() + timedelta(hours=1)
    entry(cast, soon, cast.kai, title="Braces")
    children.move(child=cast.kai, home=cast.oak, by=mover(cast), now=timezone.now())
    page = as_user(cast.omar).get(reverse("diary-week", args=["oak"])).content.decode()
    assert "Braces" in page


def test_the_week_costs_the_same_for_one_and_for_thirty(cast, as_user):
    client = as_user(cast.cara)
    url = reverse("diary-week", args=["elm"])
    now = timezone.now()
    entry(cast, now, cast.kai)
    client.get(url)
    with CaptureQueriesContext(connection) as one:
        client.get(url)
    for n in range(29):
        entry(cast, now + timedelta(minutes=n), cast.mia)
    with CaptureQueriesContext(connection) as thirty:
        client.get(url)
    assert len(one) == len(thirty) <= 24


def test_birthdays_stand_in_the_diary_by_themselves(cast):
    found = reading.birthdays(cast.elm, cast.cara, date(2026, 3, 10), 7)
    assert found[date(2026, 3, 14)] == ["Kai is 13", "Mia is 13"]


def test_an_empty_week_and_a_wrong_day(cast, as_user):
    client = as_user(cast.cara)
    assert "Nothing planned" in client.get(reverse("diary-week", args=["elm"])).content.decode()
    assert client.get(reverse("diary-week", args=["elm"]) + "?from=nonsense").status_code == 404
    assert client.get("/homes/elm/diary/2026-13-45/").status_code == 404
