"""What people do in a story about homes and people that is no record: the same actions."""

from cura.core.accounts import actions, pins


def open_home(*, by, now, about, organisation, beds=(), settings=None, **facts):
    """A home with its rooms and what it decides for itself."""
    home = actions.open_home(organisation=organisation, by=by, now=now, **facts)
    for name in beds:
        actions.add_bed(home=home, name=name, by=by, now=now)
    if settings:
        actions.change(row=home.settings, values=settings, by=by, now=now)
    return home


def add_person(*, by, now, about, username, name, pin="", roles=(), **facts):
    """Somebody, with the roles she holds: each says `role`, `home` or `organisation`, `starts`."""
    person = actions.add_person(username=username, name=name, by=by, now=now, **facts)
    for held in roles:
        actions.give_role(user=person, by=by, now=now, **held)
    if pin:
        person = pins.set_pin(user=person, pin=pin, by=person, now=now)
    return person


VERBS = {
    "open organisation": lambda *, by, now, about, **facts: actions.open_organisation(
        by=by, now=now, **facts
    ),
    "open home": open_home,
    "add person": add_person,
    "give role": lambda *, by, now, about, **facts: actions.give_role(by=by, now=now, **facts),
    "end role": lambda *, by, now, about, **facts: actions.end_role(by=by, now=now, **facts),
}
