"""A second person signs on the same screen; the first stays signed in."""

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.test import RequestFactory
from django.utils import timezone

from cura.core.accounts import actions, pins, sessions
from cura.core.accounts.proof import NotProved, prover
from cura.core.ui.layout import render_fields
from tests.cast import PASSWORD, PIN


@pytest.fixture
def asks(cast):
    """`asks(user, tablet, proof_pin=…)`: a request as the pages of a step send it."""

    def build(user, tablet=None, **data):
        make = RequestFactory().post if data else RequestFactory().get
        request = make("/somewhere/", data)
        request.user, request.tablet, request.session = user, tablet, SessionStore()
        return request

    return build


def beside(cast, request, kind="pin"):
    return prover(kind, request, cast.elm.pk)


def proved(cast, asks, *, pin=PIN, person=None, tablet=None):
    data = {"proof_person": str((person or cast.tess).pk), "proof_pin": pin}
    proof = beside(cast, asks(cast.sam, tablet, **data))
    assert proof.is_valid(), proof.errors
    return proof.person()


def test_the_session_needs_nothing_more(cast, asks):
    proof = prover("session", asks(cast.sam, x="1"))
    assert proof.is_valid() and proof.person() == cast.sam and not proof.fields


def test_another_person_of_this_home_proves_herself(cast, asks, kitchen):
    request = asks(cast.sam)
    assert {name for _, name in beside(cast, request).fields["proof_person"].choices} == {
        "Rosa Lind", "Tess Quill", "Cara Moss", "Lin Ash",
    }  # fmt: skip
    assert proved(cast, asks, tablet=kitchen) == cast.tess
    assert request.user == cast.sam and request.session.is_empty()


def test_not_herself_not_from_another_home_not_who_left(cast, asks):
    actions.end_role(membership=cast.cara.memberships.get(), by=cast.rosa, now=timezone.now())
    for person in (cast.sam, cast.omar, cast.ned, cast.cara):
        data = {"proof_person": str(person.pk), "proof_pin": PIN}
        assert not beside(cast, asks(cast.sam, **data)).is_valid(), person


@pytest.mark.parametrize("on_tablet", [True, False])
def test_wrong_pins_are_counted_and_close(cast, asks, kitchen, on_tablet):
    tablet = kitchen if on_tablet else None
    for _ in range(pins.WRONG_PINS):
        with pytest.raises(NotProved, match="not Tess's PIN"):
            proved(cast, asks, pin="0001", tablet=tablet)
    with pytest.raises(NotProved, match="Too many wrong PINs"):
        proved(cast, asks, tablet=tablet)
    assert proved(cast, asks, person=cast.cara, tablet=tablet) == cast.cara


def test_a_refusal_stands_in_the_form(cast, asks):
    proof = beside(cast, asks(cast.sam, proof_person=str(cast.tess.pk), proof_pin="0001"))
    assert proof.is_bound and proof.is_valid()
    proof.refuse("That is not Tess's PIN.")
    assert proof.non_field_errors() == ["That is not Tess's PIN."]
    assert 'name="proof_pin"' in render_fields(proof)


def test_nobody_else_has_a_pin(cast, asks):
    type(cast.sam).objects.exclude(pk=cast.sam.pk).update(pin="")
    proof = beside(cast, asks(cast.sam))
    assert "Nobody else" in proof.fields["proof_person"].help_text


def test_afresh_asks_the_password_unless_it_was_just_given(cast, asks):
    request = asks(cast.sam, proof_password=PASSWORD)
    assert "proof_password" in prover("fresh", request).fields
    sessions.proved(request, now=timezone.now())
    assert "proof_password" not in prover("fresh", request).fields
