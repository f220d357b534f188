"""What Find offers besides records: homes, and where one can write about whom."""

from django.db import models
from django.urls import reverse

from cura.core.accounts import access
from cura.core.records import registry
from cura.core.records.searching import called
from cura.core.records.types import RecordType
from cura.core.search.find import Hit
from cura.core.search.tokens import fold, telling_words

MOST = 6
MOST_HOMES = 500


def homes(request, text: str) -> list[Hit]:
    """Homes by their names. Children are offered by the room that knows them."""
    words = telling_words(text)
    if not words:
        return []
    return [
        Hit(title=home.name, icon="house", url=reverse("house-now", args=[home.slug]))
        for home in access.homes(request.user)[:MOST_HOMES]
        if not unsaid(words, home.name)
    ][:MOST]


def writing(request, text: str) -> list[Hit]:
    """For "daily note ella": where she may write one, and about whom."""
    words, user = telling_words(text), request.user
    people: dict[tuple[str, str], list[models.Model]] = {}
    offers: list[Hit] = []
    for type in registry.all_types():
        rest = unsaid(words, f"write {type.one} {type.title}")
        if len(rest) == len(words) or not access.has(user, type.model.write):
            continue
        asked = type.scope, type.model.write
        if asked not in people:
            people[asked] = list(registry.scope(type.scope).visible(user, type.model.write)[:50])
        offers += [_offer(type, s) for s in people[asked] if _here(s) and not _left(rest, s)]
        if len(offers) >= MOST:
            break
    return offers[:MOST]


def _here(subject) -> bool:
    """A child who has left is found, but not offered to be written about."""
    return getattr(subject, "left_at", None) is None


def _left(words: list[str], subject) -> list[str]:
    return unsaid(words, *_names(subject))


def _names(subject) -> tuple[str, ...]:
    return str(subject), called(subject), getattr(subject, "full_name", "")


def _offer(type: RecordType, subject) -> Hit:
    return Hit(
        title=f"Write: {type.one}",
        subject=called(subject),
        url=reverse(type.url("new"), args=[subject.pk]),
        icon=type.icon,
    )


def unsaid(words: list[str], *texts: str) -> list[str]:
    """The words that none of these texts begins a word with."""
    said = fold(" ".join(texts)).split()
    return [word for word in words if not any(each.startswith(word) for each in said)]
