"""What Find offers besides records: children and homes, and where one can write about them."""

from django.db import models
from django.urls import reverse

from cura.core.accounts import access, soft
from cura.core.records import registry
from cura.core.records.searching import called
from cura.core.records.types import RecordType
from cura.core.search.find import Hit
from cura.core.search.tokens import fold, telling_words

MOST = 6
MOST_SUBJECTS = 500  # read at once: an organisation of some hundred homes


def subjects(request, text: str) -> list[Hit]:
    """Children and homes by their names."""
    words, user = telling_words(text), request.user
    found: list[Hit] = []
    for scope in registry.scopes() if words else ():
        icon = "house" if scope is registry.HOME else "person-circle"
        label = scope.model._meta.label_lower
        for subject in scope.visible(user, soft.reading(scope.model))[:MOST_SUBJECTS]:
            if not unsaid(words, *_names(subject)):
                url = reverse("go", args=[label, subject.pk])
                found.append(Hit(title=_whole_name(subject), url=url, icon=icon))
    return found[:MOST]


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
    return str(subject), called(subject), _whole_name(subject)


def _whole_name(subject) -> str:
    return getattr(subject, "full_name", "") or called(subject)


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
