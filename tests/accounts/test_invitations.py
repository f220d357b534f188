"""The first password: chosen by the person herself, by a link that works once."""

from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client
from django.utils import timezone

from cura.core.accounts import access, actions, invitations
from cura.core.accounts.home import Home
from cura.core.accounts.people import User
from cura.core.audit.models import AuditEvent
from cura.core.permissions import Permission as P
from tests.accounts.conftest import sign_in

NEW = "a kettle and two boots"


@pytest.fixture
def pia(cast):
    person = actions.add_person(
        organisation=cast.acorn, username="pia", name="Pia North", by=cast.rosa, now=timezone.now()
    )
    actions.give_role(user=person, role="care", home=cast.elm, by=cast.rosa, now=timezone.now())
    return person


def choose(path: str, client=None):
    client = client or Client()
    page = client.get(path)
    if page.status_code != 302:
        return page
    return client.post(page["Location"], {"password1": NEW, "password2": NEW})


def test_by_a_link_that_works_once(cast, pia):
    path = invitations.invite(user=pia, by=cast.rosa, now=timezone.now())
    assert sign_in(Client(), "pia", "").status_code == 200
    assert choose(path).status_code == 302
    assert sign_in(Client(), "pia", NEW).status_code == 302
    assert "works no more" in choose(path).content.decode()


def test_for_three_days(cast, pia):
    path = invitations.invite(user=pia, by=cast.rosa, now=timezone.now())
    with time_machine.travel(timezone.now() + timedelta(hours=73)):
        assert "works no more" in choose(path).content.decode()


def test_who_has_mail_gets_a_letter_and_nobody_else_sees_the_link(cast, client, door):
    door("rosa")
    page = client.post(f"/accounts/invite/{cast.sam.pk}/", follow=True)
    letter = mail.outbox[0]
    link = next(word for word in letter.body.split() if "/reset/key/" in word)
    assert letter.to == ["sam@example.org"] and "Hello Sam" in letter.body
    assert "/reset/key/" not in page.content.decode()
    assert choose(link.removeprefix("http://testserver")).status_code == 302


def test_who_has_none_gets_a_sheet_of_paper(cast, pia, client, door):
    door("rosa")
    page = client.post(f"/accounts/invite/{pia.pk}/").content.decode()
    assert "/reset/key/" in page and not mail.outbox
    logged = AuditEvent.objects.get(action="person.invited")
    assert logged.actor == "Rosa Lind" and "/key/" not in logged.body


def test_it_wants_the_password_of_just_now(cast, pia, as_user):
    assert as_user(cast.rosa).post(f"/accounts/invite/{pia.pk}/").status_code == 422


def test_a_first_home(db):
    call_command("open_home", organisation="Reed Care", home="Reed House", manager="Ann Hale",
                 username="Ann", email="", stdout=(out := StringIO()))  # fmt: skip
    ann, home = User.objects.get(username="ann"), Home.objects.get(slug="reed-house")
    assert access.has(ann, P.RECORD_REVIEW, home) and not ann.has_usable_password()
    path = next(w for w in out.getvalue().split() if "/reset/key/" in w)
    assert choose("/accounts" + path.partition("/accounts")[2]).status_code == 302
    assert sign_in(Client(), "ann", NEW).status_code == 302


def test_a_home_that_is_there_already_is_refused_in_words(db):
    said = {"organisation": "Reed Care", "home": "Reed House", "manager": "Ann Hale",
            "username": "ann", "email": ""}  # fmt: skip
    call_command("open_home", stdout=StringIO(), **said)
    with pytest.raises(CommandError, match="already exists"):
        call_command("open_home", **said)
    assert Home.objects.filter(name="Reed House").count() == 1
