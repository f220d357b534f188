"""Managers and administrators need a second factor; a code works once; guesses come to an end."""

import time

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.test import Client
from django.utils import timezone

from cura.core.accounts import actions, invitations
from cura.core.accounts.program import CURA
from tests.accounts.conftest import sign_in
from tests.cast import PASSWORD

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"

pytestmark = pytest.mark.usefixtures("real")


def code(at: float | None = None) -> str:
    return totp.format_hotp_value(totp.hotp_value(SECRET, int((at or time.time()) // 30)))


@pytest.fixture
def lin(cast):
    """An administrator with the app on her phone."""
    totp.TOTP.activate(cast.lin, SECRET)
    return cast.lin


def test_a_manager_without_one_gets_only_to_setting_it_up(cast, client):
    sign_in(client, "rosa")
    for page in ("/homes/elm/now/", "/me/", "/admin/", "/tablets/", "/nowhere/"):
        assert client.get(page)["Location"] == "/accounts/2fa/", page
    assert client.get("/accounts/2fa/").status_code == 200
    assert client.get("/accounts/2fa/totp/activate/")["Location"].startswith("/accounts/reauth")
    assert client.post("/accounts/logout/").status_code == 302


def test_a_care_worker_needs_none(cast, client):
    sign_in(client, "sam")
    assert client.get("/me/").status_code == 200


def test_a_demonstration_asks_nobody(cast, client, settings):
    settings.DEMO = True
    sign_in(client, "rosa")
    assert client.get("/me/").status_code == 200


def test_who_becomes_a_deputy_needs_one_from_the_next_page_on(cast, client):
    sign_in(client, "sam")
    actions.give_role(user=cast.sam, role="deputy", home=cast.elm, by=cast.rosa, now=timezone.now())
    assert client.get("/me/")["Location"] == "/accounts/2fa/"


def test_the_password_alone_opens_nothing(lin, client):
    assert sign_in(client, "lin")["Location"] == "/accounts/2fa/authenticate/"
    assert "_auth_user_id" not in client.session
    assert client.get("/me/")["Location"].startswith("/accounts/login/")
    client.post("/accounts/2fa/authenticate/", {"code": code()})
    assert client.get("/me/").status_code == 200


def test_a_code_works_once_and_only_now(lin):
    now = int(time.time())
    with time_machine.travel(now, tick=False):
        first, second, third = Client(), Client(), Client()
        for each in (first, second, third):
            sign_in(each, "lin")
        used = code()
        assert first.post("/accounts/2fa/authenticate/", {"code": used}).status_code == 302
        assert second.post("/accounts/2fa/authenticate/", {"code": used}).status_code == 200
        old = code(now - 300)
        assert third.post("/accounts/2fa/authenticate/", {"code": old}).status_code == 200


def test_a_paper_code_works_once(lin):
    RecoveryCodes.activate(lin)
    paper = Authenticator.objects.get(user=lin, type="recovery_codes").wrap().get_unused_codes()[0]
    for expected in (302, 200):
        client = Client()
        sign_in(client, "lin")
        answer = client.post("/accounts/2fa/authenticate/", {"code": paper})
        assert answer.status_code == expected


def test_guessing_codes_comes_to_an_end(lin, client):
    sign_in(client, "lin")
    answers = [
        client.post("/accounts/2fa/authenticate/", {"code": f"{n:06}"}).content.decode()
        for n in range(12)
    ]
    assert "too many wrong tries" in answers[-1]
    assert client.post("/accounts/2fa/authenticate/", {"code": code()}).status_code == 200


def test_a_new_password_by_letter_does_not_pass_it_by(lin, client):

    path = invitations.invite(user=lin, by=CURA, now=timezone.now())
    page = client.get(path)
    client.post(page["Location"], {"password1": "a new long word", "password2": "a new long word"})
    assert "_auth_user_id" not in client.session
    assert sign_in(client, "lin", "a new long word")["Location"] == "/accounts/2fa/authenticate/"


def test_taking_it_away_closes_the_pages_again(lin, client):
    sign_in(client, "lin")
    client.post("/accounts/2fa/authenticate/", {"code": code()})
    assert client.get("/me/").status_code == 200
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    client.post("/accounts/2fa/totp/deactivate/")
    assert client.get("/me/")["Location"] == "/accounts/2fa/"
