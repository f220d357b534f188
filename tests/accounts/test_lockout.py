"""Guessing is slow, and nobody is locked out by somebody else (reliability.md 10, 11)."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import mail
from django.test import Client
from django.utils import timezone

from cura.core.accounts import lockout
from cura.core.accounts.adapter import MISMATCH, WAIT
from cura.core.accounts.tablet import SignInAttempt
from tests.accounts.conftest import sign_in
from tests.cast import PASSWORD


def text(response) -> str:
    return re.sub(r'name="csrf[^>]*>|nonce-\S+|value="[^"]*"|csrf-token" content="\S+"', "",
                  response.content.decode())  # fmt: skip


def guess(client, name, times):
    return [sign_in(client, name, f"wrong {n}") for n in range(times)]


def signed_in(response) -> bool:
    return response.status_code == 302


def test_ten_tries_in_a_quarter_of_an_hour(cast):
    stranger = Client()
    assert all(MISMATCH in r.content.decode() for r in guess(stranger, "sam", 10))
    assert WAIT in sign_in(stranger, "sam", PASSWORD).content.decode()
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        assert signed_in(sign_in(stranger, "sam"))


def test_ten_thousand_guesses_are_ten(cast):
    """The rows are counted before the password is looked at: only ten ever reach the hash."""
    now = timezone.now()
    tries = [
        lockout.begin_try(name="sam", cookie="", address=f"10.0.{n // 250}.{n % 250}", now=now)
        for n in range(300)
    ]
    assert sum(t.allowed for t in tries) == 10


def test_her_own_device_is_not_locked_by_strangers(cast):
    own, stranger = Client(), Client()
    assert signed_in(sign_in(own, "sam"))
    own.post("/accounts/logout/")
    guess(stranger, "sam", 40)
    assert not signed_in(sign_in(stranger, "sam"))
    assert signed_in(sign_in(own, "sam"))


def test_a_device_of_somebody_else_is_a_stranger(cast):
    tess = Client()
    assert signed_in(sign_in(tess, "tess"))
    tess.post("/accounts/logout/")
    guess(Client(), "sam", 10)
    assert not signed_in(sign_in(tess, "sam"))


def test_her_own_device_has_ten_tries_too(cast):
    own = Client()
    sign_in(own, "sam")
    own.post("/accounts/logout/")
    guess(own, "sam", 10)
    assert not signed_in(sign_in(own, "sam"))


def test_a_good_sign_in_does_not_wipe_what_strangers_guessed(cast):
    guess(Client(), "sam", 9)
    assert signed_in(sign_in(Client(), "sam"))
    assert SignInAttempt.objects.count() == 9


def test_name_and_mail_are_one_count(cast):
    stranger = Client()
    guess(stranger, "sam", 5)
    guess(stranger, "SAM@example.org", 5)
    assert not signed_in(sign_in(stranger, "sam"))


def test_a_forged_device_cookie_is_a_stranger(cast):
    forger = Client()
    forger.cookies["device"] = "eyJrZXkiOiJhIn0:abc:def"
    guess(forger, "sam", 10)
    assert not signed_in(sign_in(forger, "sam"))


def test_many_names_from_one_address_come_to_an_end(cast):
    now = timezone.now()
    tries = [
        lockout.begin_try(name=f"name{n}", cookie="", address="192.0.2.7", now=now)
        for n in range(80)
    ]
    assert sum(t.allowed for t in tries) == lockout.TRIES_FROM_ONE_ADDRESS


def test_no_row_tells_whose_name_was_tried(cast):
    guess(Client(), "sam", 1)
    row = SignInAttempt.objects.get()
    assert "sam" not in (row.name_hash + row.address_hash)


@pytest.mark.parametrize("name", ["nobody", "nobody@example.org"])
def test_the_answer_to_a_known_and_an_unknown_name_is_the_same(cast, name):
    known = sign_in(Client(), "sam" if "@" not in name else "sam@example.org", "wrong")
    unknown = sign_in(Client(), name, "wrong")
    assert known.status_code == unknown.status_code
    assert text(known) == text(unknown)


def test_the_tenth_and_eleventh_try_are_the_same_for_unknown_names(cast):
    known, unknown = guess(Client(), "sam", 12), guess(Client(), "nobody", 12)
    assert [text(r) for r in known] == [text(r) for r in unknown]


@pytest.mark.parametrize("name", ["sam", "cara@example.org", "nobody", "nobody@example.org"])
def test_known_and_unknown_names_take_as_long(cast, name, monkeypatch):
    """The hash is what takes time, in a home a thousand times all else: one for each, always."""
    hashes = []
    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(
        MD5PasswordHasher, "encode", lambda *a, **k: hashes.append(1) or encode(*a, **k)
    )
    sign_in(Client(), name, "wrong")
    assert len(hashes) == 1


def test_a_forgotten_password_tells_nobody_who_has_an_account(cast):
    known = Client().post("/accounts/password/reset/", {"email": "sam@example.org"}, follow=True)
    unknown = Client().post("/accounts/password/reset/", {"email": "no@example.org"}, follow=True)
    assert known.redirect_chain == unknown.redirect_chain
    assert text(known) == text(unknown)
    assert len(mail.outbox) == 2  # both get a letter, so both take as long
    assert "We do not know" in mail.outbox[1].subject
