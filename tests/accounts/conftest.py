"""Small fixtures of the sign-in tests: a clean count of tries, a door, a tablet in the kitchen."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from cura.core.accounts import tablets
from tests.cast import PASSWORD, PIN


@pytest.fixture(autouse=True)
def no_tries_yet():
    cache.clear()


@pytest.fixture
def real(settings):
    """A home for real: the second factor is wanted."""
    settings.DEMO = False


def sign_in(client: Client, username: str, password: str = PASSWORD, **more):
    return client.post("/accounts/login/", {"login": username, "password": password, **more})


def by_pin(client: Client, user, pin: str = PIN, **more):
    return client.post(f"/tablet/{user.pk}/", {"pin": pin, **more})


@pytest.fixture
def door(client):
    """`door("sam")`: sign in as people do, by name and password."""
    return lambda username, password=PASSWORD, **more: sign_in(client, username, password, **more)


@pytest.fixture
def kitchen(cast, client):
    """A tablet of Elm, on which nobody has signed in yet. `client` is its browser."""
    tablet, secret = tablets.register(
        home=cast.elm, name="kitchen", by=cast.rosa, now=timezone.now()
    )
    client.cookies["tablet"] = f"{tablet.pk}:{secret}"
    return tablet
