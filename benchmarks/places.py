"""Who looks, and at what: one busy child of the demonstration home, and who may see her."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cura.settings")
django.setup()

from django.test import Client  # noqa: E402 - models exist only after setup()


def cookies(user) -> dict[str, str]:
    """The cookies of a signed-in browser: this process shares the server's database and key."""
    client = Client()
    client.force_login(user)
    return {name: morsel.value for name, morsel in client.cookies.items()}
