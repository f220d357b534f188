"""Who is meant by a code at a home at a moment: asked when somebody is told, never before."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.apps import apps

from cura.core.accounts import duty
from cura.core.accounts.home import Home
from cura.core.accounts.membership import Membership
from cura.core.accounts.people import User
from cura.core.deadlines.deadline import Deadline

LADDER = ("lead", "deputy", "manager", "ri", "director")
Ask = Callable[[Deadline, datetime], list[User]]


@dataclass(frozen=True)
class Held:
    """`people`, and the code by which they were found. `gap`: the code that nobody held."""

    people: list[User]
    code: str
    gap: str = ""


def holders(code: str, deadline: Deadline, now: datetime) -> Held:
    """Whoever holds it; if nobody does, the next level of the ladder, and that there is a gap."""
    above = LADDER[LADDER.index(code) + 1 :] if code in LADDER else LADDER
    for each in (code, *above):
        if people := _asked(each, deadline, now):
            return Held(people, each, "" if each == code else code)
    return Held([], code, code)


def _asked(code: str, deadline: Deadline, now: datetime) -> list[User]:
    if code in CODES:
        return [user for user in CODES[code](deadline, now) if user.is_active]
    home = Home.objects.filter(pk=deadline.home_id).first()
    if home is None:
        return []
    held = Membership.objects.current(now).at(home).filter(role=code, user__is_active=True)
    people = {each.user_id: each.user for each in held.select_related("user")}
    return list(people.values())


def _author(deadline: Deadline, now: datetime) -> list[User]:
    """Who wrote the record. What has no author (a home) has nobody."""
    model = apps.get_model(deadline.label)
    if not any(field.name == "author" for field in model._meta.fields):
        return []
    ids = model._base_manager.filter(pk=deadline.object_id).values("author")
    return list(User.objects.filter(pk__in=ids))


def _on_shift(deadline: Deadline, now: datetime) -> list[User]:
    home = Home.objects.filter(pk=deadline.home_id).first()
    return duty.on_shift(home, now) if home else []


# `residents` adds "key_worker": the ground knows no children.
CODES: dict[str, Ask] = {"author": _author, "shift": _on_shift}
