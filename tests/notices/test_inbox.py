from datetime import UTC, datetime

import pytest
from django.utils import timezone

from cura.core.accounts import actions as people
from cura.core.notices.actions import notify
from cura.core.notices.notice import Notice, unread
from cura.core.records import registry
from tests.builders import make

NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def no_second_factor(settings):
    settings.DEMO = True


@pytest.fixture
def note(cast):
    return make(registry.of("residents.dailynote"), subject=cast.kai, by=cast.sam)


def test_the_inbox_is_empty_kindly(cast, as_user):
    assert "Nothing here yet" in as_user(cast.sam).get("/inbox/").content.decode()


def test_looking_reads_nothing(cast, as_user):
    notify(user=cast.sam, text="Kind words", now=NOW)
    page = as_user(cast.sam).get("/inbox/").content.decode()
    assert "Kind words" in page
    assert unread(cast.sam) == 1
    assert as_user(cast.sam).get(f"/inbox/{Notice.objects.get().pk}/read/").status_code == 405


def test_open_marks_it_and_leads_there(cast, as_user, note):
    told = notify(user=cast.sam, text="More, please", record=note, now=NOW)
    browser = as_user(cast.sam)
    answer = browser.post(f"/inbox/{told.pk}/read/", {"open": "1"})
    assert answer.url == f"/go/residents.dailynote/{note.pk}/"
    assert browser.get(answer.url).url == f"/daily-notes/{note.pk}/"
    assert unread(cast.sam) == 0


def test_nobody_opens_the_notices_of_another(cast, as_user, note):
    told = notify(user=cast.sam, text="For Sam", record=note, now=NOW)
    browser = as_user(cast.tess)
    assert "For Sam" not in browser.get("/inbox/").content.decode()
    assert browser.post(f"/inbox/{told.pk}/read/").status_code == 404
    assert unread(cast.sam) == 1


def test_all_are_read_but_what_came_meanwhile(cast, as_user):
    first = notify(user=cast.sam, text="a", now=NOW)
    notify(user=cast.sam, text="b", now=NOW)
    as_user(cast.sam).post("/inbox/read/", {"newest": first.pk})
    assert unread(cast.sam) == 1


@pytest.mark.parametrize("junk", ["", "x", "-1", "9" * 30, "٣"])
def test_junk_is_not_found(cast, as_user, junk):
    assert as_user(cast.sam).post("/inbox/read/", {"newest": junk}).status_code == 404


def test_older_ones_stand_on_the_next_page(cast, as_user):
    for number in range(52):
        notify(user=cast.sam, text=f"notice-{number}-", now=NOW)
    browser = as_user(cast.sam)
    first = browser.get("/inbox/")
    assert "notice-51-" in first.content.decode()
    assert "notice-1-" not in first.content.decode()
    older = browser.get(first.context["older_url"]).content.decode()
    assert "notice-1-" in older
    assert "notice-2-" not in older


def test_go_is_404_for_whom_it_does_not_concern(cast, as_user, note):
    address = f"/go/residents.dailynote/{note.pk}/"
    assert as_user(cast.sam).get(address).status_code == 302
    assert as_user(cast.ivy).get(address).status_code == 302
    assert as_user(cast.omar).get(address).status_code == 404
    assert as_user(cast.olga).get(f"/go/residents.child/{cast.kai.pk}/").status_code == 404
    people.exclude(user=cast.sam, record=note, why="About him", by=cast.rosa, now=timezone.now())
    assert as_user(cast.sam).get(address).status_code == 404


def test_go_leads_to_children_and_homes(cast, as_user):
    browser = as_user(cast.sam)
    assert browser.get(f"/go/residents.child/{cast.kai.pk}/").url == f"/children/{cast.kai.pk}/"
    assert browser.get(f"/go/accounts.home/{cast.elm.pk}/").url == "/homes/elm/now/"
    assert browser.get(f"/go/accounts.home/{cast.oak.pk}/").status_code == 404
    assert browser.get(f"/go/no.such/{cast.kai.pk}/").status_code == 404


def test_go_wants_a_sign_in(client, cast, note):
    assert "/login" in client.get(f"/go/residents.dailynote/{note.pk}/").url
