"""The people of the tests. Every access test reads as a sentence about them.

Elm and Oak are homes of one organisation; Far belongs to another. Kai and Mia live at Elm, Ola at
Oak, Fay at Far.
"""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

from cura.core.accounts import actions
from cura.core.accounts.home import Home
from cura.core.accounts.people import User
from cura.core.accounts.program import CURA
from residents.child import actions as child_actions
from residents.child.models import Child

OPENED = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
PASSWORD = "correct horse battery"
PIN = "7391"

AT_HOME = (
    ("rosa", "Rosa Lind", "manager", "elm"),
    ("tess", "Tess Quill", "lead", "elm"),
    ("sam", "Sam Birch", "key", "elm"),
    ("cara", "Cara Moss", "care", "elm"),
    ("omar", "Omar Dale", "manager", "oak"),
    ("olga", "Olga Frost", "manager", "far"),
)
CHILDREN = (
    ("kai", "Kai", "Marsh", "elm"),
    ("mia", "Mia", "Stone", "elm"),
    ("ola", "Ola", "Reed", "oak"),
    ("fay", "Fay", "Holt", "far"),
)


def gather() -> SimpleNamespace:
    """Everybody, made by the same actions that people use. The program itself opens the homes."""
    c = SimpleNamespace(opened=OPENED)
    _homes(c)
    for username, name, role, home in AT_HOME:
        _person(c, username, name)
        actions.give_role(
            user=getattr(c, username), role=role, home=getattr(c, home), by=CURA, now=OPENED
        )
    for username, name in (("lin", "Lin Ash"), ("ivy", "Ivy Cole"), ("ned", "Ned Gone")):
        _person(c, username, name)
    actions.give_role(user=c.lin, role="admin", organisation=c.acorn, by=CURA, now=OPENED)
    _children(c)
    child_actions.grant(child=c.kai, user=c.ivy, role="social_worker", by=c.rosa, now=OPENED)
    actions.give_role(
        user=c.ned, role="manager", home=c.elm, starts=OPENED, by=CURA, now=OPENED,
        ends=OPENED + timedelta(days=1),
    )  # fmt: skip
    return c


def recall() -> SimpleNamespace:
    """The same people, read from a database where they stand already."""
    c = SimpleNamespace(opened=OPENED)
    for user in User.objects.all():
        setattr(c, user.username, user)
    for home in Home.objects.select_related("organisation"):
        setattr(c, home.slug, home)
    for child in Child.objects.select_related("home"):
        setattr(c, child.first_name.lower(), child)
    c.acorn, c.other = c.elm.organisation, c.far.organisation
    return c


def mover(c) -> User:
    """Rosa, once she manages Oak too: whoever moves a child must be at home in both."""
    actions.give_role(user=c.rosa, role="manager", home=c.oak, by=CURA, now=OPENED)
    return c.rosa


def _homes(c) -> None:
    c.acorn = actions.open_organisation(name="Acorn Care", by=CURA, now=OPENED)
    c.other = actions.open_organisation(name="Other Care", by=CURA, now=OPENED)
    for slug, organisation in (("elm", c.acorn), ("oak", c.acorn), ("far", c.other)):
        home = actions.open_home(
            organisation=organisation, name=f"{slug.title()} House", slug=slug, places=4,
            by=CURA, now=OPENED,
        )  # fmt: skip
        setattr(c, slug, home)


def _person(c, username: str, name: str) -> None:
    organisation = c.other if username == "olga" else c.acorn
    user = actions.add_person(
        organisation=organisation, username=username, name=name, by=CURA, now=OPENED,
        email=f"{username}@example.org",
    )  # fmt: skip
    user.set_password(PASSWORD)
    user.set_pin(PIN)
    user.save()
    setattr(c, username, user)


def _children(c) -> None:
    for key, first, last, home in CHILDREN:
        by = {"elm": c.rosa, "oak": c.omar, "far": c.olga}[home]
        child = child_actions.welcome(
            home=getattr(c, home), first_name=first, last_name=last, born=date(2013, 3, 14),
            by=by, now=OPENED,
        )  # fmt: skip
        setattr(c, key, child)
