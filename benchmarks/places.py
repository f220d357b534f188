"""Who looks, and at what: one busy child of the demonstration home, and who may see her."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cura.settings")
django.setup()

from django.db.models import Count  # noqa: E402 - models exist only after setup()
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from cura.core.accounts.membership import Membership  # noqa: E402
from residents.child.models import Child  # noqa: E402
from residents.daily.models import DailyNote  # noqa: E402


def find() -> tuple:
    """The manager, and what the addresses in `pages.py` leave open."""
    busiest = DailyNote.objects.values("child").annotate(notes=Count("pk")).order_by("-notes")
    child = Child.objects.select_related("home").get(pk=busiest[0]["child"])
    note = DailyNote.objects.filter(child=child, home=child.home).latest("happened_at")
    word = max(note.words.split(), key=len).strip(".,!?")
    manager = Membership.objects.current(timezone.now()).get(home=child.home, role="manager").user
    return manager, {
        "child": child.pk, "home": child.home.slug, "note": note.pk, "word": word
    }  # fmt: skip


def cookies(user) -> dict[str, str]:
    """The cookies of a signed-in browser: this process shares the server's database and key."""
    client = Client()
    client.force_login(user)
    return {name: morsel.value for name, morsel in client.cookies.items()}
