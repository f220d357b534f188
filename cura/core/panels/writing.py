"""The page "Write": every kind of record that she may write here, by section, and about whom."""

from django.urls import reverse

from cura.core.accounts import access
from cura.core.records import registry
from cura.core.records.present import sentence

# What is written each day, and what is written in a bad hour; the rest as the apps hand it over.
FIRST = ("Daily life", "Keeping safe")


def choices(user, home) -> dict:
    """Sections of {title, icon, url or people}: a record of the home opens at once; a record
    about a child shows the children who live here."""
    sections: dict[str, list[dict]] = {}
    people: dict[tuple[str, str], list] = {}
    for type in registry.all_types():
        if not type.section or not access.has(user, type.model.write, home):
            continue
        new = type.url("new")
        item = {"title": sentence(type.one), "icon": type.icon, "url": "", "people": []}
        if type.scope == "home":
            item["url"] = reverse(new, args=[home.pk])
        else:
            asked = type.scope, type.model.write
            if asked not in people:
                people[asked] = _subjects(*asked, user, home)
            item["people"] = [
                {"name": s.name, "url": reverse(new, args=[s.pk])} for s in people[asked]
            ]
        sections.setdefault(type.section, []).append(item)
    first = {title: place for place, title in enumerate(FIRST)}
    ordered = sorted(sections.items(), key=lambda pair: first.get(pair[0], len(first)))
    return {"home": home, "sections": [_section(*pair) for pair in ordered]}


def _section(title: str, kinds: list[dict]) -> dict:
    about_people = any(not kind["url"] for kind in kinds)
    return {"title": title, "kinds": kinds, "about_people": about_people}


def _subjects(scope: str, permission: str, user, home) -> list:
    """Those of this home about whom she may write."""
    return list(registry.scope(scope).visible(user, permission).living_in(home))
