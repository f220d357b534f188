"""The front door: who gets in, where one is led, and the holes that were closed."""

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from cura.core.accounts import demo
from cura.core.accounts.demo import SignInHint
from cura.core.accounts.people import User
from tests.accounts.conftest import sign_in
from tests.cast import PASSWORD

ELSEWHERE = (
    "https://evil.example",
    "//evil.example",
    r"\\evil.example",
    "https:///evil.example",
    "javascript:alert(1)",
    "http://testserver@evil.example/",
    "/\t/evil.example",
    "https://testserver.evil.example/",
)


def test_by_name_or_mail(cast):
    for name in ("sam", "Sam", " sam ", "sam@example.org", "SAM@example.org"):
        assert sign_in(Client(), name).status_code == 302, name


def test_nobody_signs_up(cast, client):
    number = User.objects.count()
    page = client.get("/accounts/signup/")
    assert "Accounts are made by the home" in page.content.decode()
    client.post("/accounts/signup/", {"username": "eve", "email": "e@example.org",
                                      "password1": "a long one indeed"})  # fmt: skip
    assert User.objects.count() == number


def test_nobody_adds_addresses(client):
    for name in ("account_email", "account_confirm_email", "mfa_signup_webauthn"):
        with pytest.raises(NoReverseMatch):
            reverse(name, kwargs={})


def test_the_admin_has_no_door_of_its_own(cast, client):
    page = client.get("/admin/login/?next=/admin/")
    assert page.status_code == 302
    assert page["Location"].startswith("/accounts/login/")
    client.post("/admin/login/", {"username": "lin", "password": PASSWORD})
    assert "_auth_user_id" not in client.session


def test_whoever_may_not_be_in_the_admin_is_told_so(cast, as_user):
    assert as_user(cast.sam).get("/admin/").status_code == 302
    assert as_user(cast.sam).get("/admin/login/").status_code == 403


@pytest.mark.parametrize("to", ELSEWHERE)
def test_no_way_leads_out(cast, kitchen, client, to):
    def inside(response):
        assert "evil" not in response["Location"] and "javascript" not in response["Location"]

    inside(sign_in(client, "sam", next=to))
    inside(client.post("/tablet/full/", {"next": to}))
    client.post(f"/tablet/{cast.sam.pk}/", {"pin": "0000", "next": to})
    inside(client.post(f"/tablet/{cast.sam.pk}/", {"pin": "7391", "next": to}))


def test_a_sign_in_comes_back_to_where_one_was_going(cast, client):
    led = client.get("/me/")
    assert led["Location"] == "/accounts/login/?next=/me/"
    assert sign_in(client, "sam", next="/me/")["Location"] == "/me/"


def test_the_names_of_a_demonstration_stand_there_only_in_one(cast, client, settings, monkeypatch):
    hint = SignInHint("Sam Birch", "Key worker", "sam", "a printed word")
    monkeypatch.setattr(demo, "SIGN_IN_HINTS", [lambda: [hint]])
    assert "a printed word" in client.get("/accounts/login/").content.decode()
    settings.DEMO = False
    assert "a printed word" not in client.get("/accounts/login/").content.decode()


def test_a_password_is_long_and_not_a_common_one(cast, as_user):
    page = as_user(cast.sam)

    def change(new):
        answer = page.post("/accounts/password/change/", {
            "oldpassword": PASSWORD, "password1": new, "password2": new})  # fmt: skip
        return answer.status_code == 302

    assert not change("short9!")
    assert not change("password123")
    assert not change("sam birch 1")
    assert change("drei Wörter, and a spoon ☂ " * 5)  # 64 and more, any characters (6.2.4, 6.2.9)


def test_changing_the_password_ends_the_other_sessions(cast):
    here, there = Client(), Client()
    sign_in(here, "sam"), sign_in(there, "sam")
    here.post("/accounts/password/change/", {
        "oldpassword": PASSWORD, "password1": "another one, longer",
        "password2": "another one, longer"})  # fmt: skip
    assert here.get("/me/").status_code == 200
    assert there.get("/me/").status_code == 302


def test_pages_are_kept_nowhere(cast, as_user, client):
    assert "no-store" in as_user(cast.sam).get("/me/")["Cache-Control"]
    assert "no-store" in Client().get("/accounts/login/")["Cache-Control"]
    gone = client.post("/accounts/logout/")
    assert gone["Clear-Site-Data"] == '"cache"'  # never "storage": words not sent yet are there
