"""Every address is declared, and the declaration holds for somebody who is signed out."""

import uuid

import pytest

from tests.house import addresses
from tests.house.pages import RECORD_NAMES, walk

ALL = sorted({(name, route) for name, route, _ in walk()})


def declared(name: str) -> bool:
    return name in RECORD_NAMES or name in addresses.DECLARED or name.startswith(addresses.FAMILIES)


@pytest.mark.parametrize("name,route", ALL, ids=lambda v: v)
def test_every_address_is_declared(name, route):
    if route.startswith(addresses.NAMELESS):
        return
    assert name, f"{route} has no name"
    assert declared(name), f"{name} ({route}) says to nobody who may open it"


def test_nothing_is_declared_that_is_not_there():
    assert {name for name, _ in ALL} >= addresses.DECLARED


def filled(route: str) -> str:
    """The route with something in each gap."""
    parts = []
    for part in route.replace("^", "").replace("$", "").split("/"):
        if part.startswith("<uuid:"):
            part = str(uuid.uuid4())
        elif part.startswith("<"):
            part = "1" if part.startswith("<int:") else "some"
        parts.append(part)
    return "/" + "/".join(parts)


@pytest.mark.parametrize("name,route", ALL, ids=lambda v: v)
def test_signed_out_only_public_pages_open(name, route, client, db):
    if name in addresses.PUBLIC | addresses.HIDDEN or "(?P" in route:
        return
    if name.startswith(("account_", "mfa_")):
        return  # allauth's own: its sign-in and reset pages are public, its others redirect
    answer = client.get(filled(route))
    assert answer.status_code in (302, 404, 405), name
    if answer.status_code == 302:
        # A house tablet that is not registered leads to its front door, which says so.
        assert answer["Location"].startswith(("/accounts/login", "/admin/login", "/tablet/"))
