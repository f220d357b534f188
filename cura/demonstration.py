"""The demonstration home: which story, who may sign in, and the password that is printed.

Only in demonstration mode. Whoever starts Cura for real gets none of this.
"""

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.management.base import CommandError
from django.db import transaction

from cura.core.accounts.demo import SignInHint
from cura.core.accounts.home import Organisation
from cura.core.accounts.people import User
from cura.core.audit import log
from cura.core.search import index
from cura.story.models import StoryRun
from cura.story.telling import Say, play

STORY = Path(settings.BASE_DIR, "stories", "fieldfare-house")
DEMO_PASSWORD = "fourteen marram lane"
DEMO_PIN = "4821"  # as in the story; works on a tablet of the home after one full sign-in

DEMO_PEOPLE = (
    ("jo", "Jo Whitfield", "registered manager"),
    ("megan", "Megan Lloyd", "deputy manager"),
    ("tom", "Tom Okafor", "shift lead, on shift today"),
    ("priya", "Priya Shah", "key worker of Ellie"),
    ("chloe", "Chloe Benton", "key worker of Kai"),
    ("idris", "Idris Jallow", "waking night"),
    ("helen", "Helen Marsh", "clinical psychologist"),
    ("lin", "Lin Chow", "administrator"),
    ("david", "David Osei", "responsible individual"),
    ("frances", "Frances Quill", "independent person"),
    ("martin", "Martin Cole", "Ellie's social worker"),
    ("hina", "Hina Parmar", "Dev's mum"),
    ("inspector", "Inspector", "a pass for two days"),
)
SIGN_IN_LINES: tuple[str, ...] = (
    "Sign in as (all of it is made up, nobody is anybody):",
    *(f"  {username:<10} {name}, {what}" for username, name, what in DEMO_PEOPLE),
    f"The password of them all: {DEMO_PASSWORD}",
    f"The PIN of the staff, on a tablet of the home: {DEMO_PIN}",
)


def load(*, now: datetime, say: Say) -> int:
    """The story up to now: all of it the first time, later what has happened since."""
    if not settings.DEMO:
        raise CommandError("This is no demonstration (DEMO is not set).")
    if not StoryRun.objects.exists() and Organisation.objects.exists():
        raise CommandError("There is another home in this database. It is left as it is.")
    played = play(STORY, now=now, say=say)
    if open_doors(now):
        index.pending()
    return played


@transaction.atomic
def open_doors(now: datetime) -> int:
    """Give the printed password to those who have none yet. Returns how many there were."""
    names = [username for username, _, _ in DEMO_PEOPLE]
    people = [p for p in User.objects.filter(username__in=names) if not p.has_usable_password()]
    hashed = make_password(DEMO_PASSWORD) if people else ""  # once: it is printed, and slow to hash
    for person in people:
        person.password = hashed
        person.save(update_fields=("password",))
        log.wrote(person, "password.set", by="Cura", now=now)
    return len(people)


def hints() -> list[SignInHint]:
    """For the sign-in page: those of them who are there."""
    there = set(User.objects.values_list("username", flat=True))
    return [
        SignInHint(name=name, role=what, username=username, password=DEMO_PASSWORD)
        for username, name, what in DEMO_PEOPLE
        if username in there
    ]
