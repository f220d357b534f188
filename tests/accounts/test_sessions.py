"""Sessions end: unused, old, disabled; and say so kindly (reliability.md 12)."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.utils import timezone

from cura.core.accounts import actions, sessions, tablets
from tests.accounts.conftest import sign_in

MINUTE = timedelta(minutes=1)
FETCH = {"headers": {"Sec-Fetch-Mode": "cors"}}


@pytest.fixture
def clock():
    with time_machine.travel(timezone.now(), tick=False) as traveller:
        yield traveller


def open_(client) -> bool:
    return client.get("/me/").status_code == 200


def test_an_own_device_closes_after_an_hour_unused(cast, client, clock, door):
    door("sam")
    clock.shift(59 * MINUTE)
    assert open_(client)
    clock.shift(62 * MINUTE)
    led = client.get("/me/?a=1")
    assert led["Location"] == "/accounts/login/?next=%2Fme%2F%3Fa%3D1&why=idle"
    assert "What you wrote is kept" in client.get(led["Location"]).content.decode()


def test_a_tablet_closes_when_its_home_says(cast, client, clock, kitchen, door):
    actions.change(
        row=cast.elm.settings, values={"idle_minutes": 10}, by=cast.rosa, now=timezone.now()
    )
    door("sam")
    clock.shift(9 * MINUTE)
    assert open_(client)
    clock.shift(12 * MINUTE)
    assert client.get("/me/")["Location"].startswith("/tablet/?")


def test_work_keeps_it_open_and_a_shift_ends_it(cast, client, clock, door):
    door("sam")
    for _ in range(settings.SESSION_ABSOLUTE_SECONDS // 60 // 30):
        assert open_(client)
        clock.shift(30 * MINUTE)
    clock.shift(MINUTE)
    assert client.get("/me/")["Location"].endswith("why=long")


def test_what_a_timer_asks_is_no_activity(cast, client, clock, door):
    door("sam")
    for _ in range(5):
        clock.shift(15 * MINUTE)
        client.get("/me/", headers={"X-Cura-Timer": "1"})
    assert not open_(client)


def test_stay_signed_in(cast, client, clock, door):
    door("sam")
    for _ in range(4):
        clock.shift(50 * MINUTE)
        assert client.post("/session/stay/").status_code == 204
    assert open_(client)
    assert client.get("/session/stay/").status_code == 405


@pytest.mark.parametrize("asks", [FETCH, {"headers": {"HX-Request": "true"}}])
def test_a_script_is_told_401_at_the_end_and_after_it(cast, client, clock, door, asks):
    door("sam")
    clock.shift(62 * MINUTE)
    assert client.post("/me/", **asks).status_code == 401
    assert client.get("/me/", **asks).status_code == 401


def test_a_form_sent_too_late_leads_back_to_its_page(cast, client, clock, door):
    door("sam")
    clock.shift(62 * MINUTE)
    late = client.post("/session/stay/", headers={"Referer": "http://testserver/me/pin/"})
    assert late["Location"] == "/accounts/login/?next=%2Fme%2Fpin%2F&why=idle"


def test_who_is_disabled_is_out_with_the_next_request(cast, client, door):
    door("sam")
    assert open_(client)
    actions.disable(user=cast.sam, by=cast.rosa, now=timezone.now())
    assert not open_(client)
    assert sign_in(Client(), "sam")["Location"] == "/accounts/inactive/"


def test_whose_role_ended_has_no_pages_any_more(cast, client, door):
    door("sam")
    assert client.get("/homes/elm/now/").status_code == 200
    actions.end_role(membership=cast.sam.memberships.get(), by=cast.rosa, now=timezone.now())
    assert client.get("/homes/elm/now/").status_code == 404


def test_a_tablet_taken_away_ends_its_sessions(cast, client, kitchen, door):
    door("sam")
    assert open_(client)
    tablets.end(tablet=kitchen, by=cast.rosa, now=timezone.now())
    assert client.get("/me/")["Location"].endswith("why=tablet")


def test_own_sessions_are_listed_and_ended(cast):
    here, there = Client(), Client()
    sign_in(here, "sam"), sign_in(there, "sam")
    assert "Sign out everywhere else" in here.get("/accounts/sessions/").content.decode()
    here.post("/accounts/sessions/")
    assert open_(here) and not open_(there)


def test_an_administrator_signs_somebody_out_everywhere(cast, client, door):
    door("sam")
    assert sessions.end_all(user=cast.sam, by=cast.lin, now=timezone.now()) == 1
    assert not open_(client)


def test_signing_in_gives_a_new_key(cast, client):
    client.get("/accounts/login/")
    client.session["x"] = 1
    before = client.session.session_key
    sign_in(client, "sam")
    assert client.session.session_key != before


def test_signing_out_kills_the_session_on_the_server(cast, client, door):
    door("sam")
    stolen = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.post("/accounts/logout/")
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = stolen
    assert not open_(thief)
