from datetime import UTC, datetime

import pytest
from django.core.cache import cache

from placements.papers import actions
from placements.papers.models import Paper
from placements.referral.models import Referral
from residents.people.models import ImportantPerson
from tests import builders
from tests.house.pages import TYPES

# Thursday 2 April 2026, before Good Friday: the bank holidays are the 3rd and the 6th.
NOW = datetime(2026, 4, 2, 14, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def no_one_else_asked(own_folder):
    cache.clear()


@pytest.fixture
def person(cast):
    """Somebody of Kai's people: `person("social_worker", "Femi Alade", email="…")`."""

    def made(who, name, **more):
        return ImportantPerson.objects.create(
            child=cast.kai, home=cast.elm, author=cast.rosa, happened_at=NOW, created_at=NOW,
            who=who, name=name, **more,
        )  # fmt: skip

    return made


@pytest.fixture
def femi(person):
    return person("social_worker", "Femi Alade", email="femi@northwold.example")


@pytest.fixture
def referral(cast):
    kind = next(t for t in TYPES if t.model is Referral)
    change = {"from_email": ["duty@calderbrook.example"], "authority": ["Calderbrook"]}
    return builders.make(kind, subject=cast.elm, by=cast.rosa, now=NOW, change=change)


@pytest.fixture
def ask(cast, femi):
    """Ask Femi for papers about Kai: `plan, chronology = ask("placement-plan", "chronology")`."""

    def asked(*kinds, by=None, now=NOW, **about):
        about = about or {"child": cast.kai}
        return actions.ask_for(kinds=kinds, by=by or cast.sam, now=now, **about)

    return asked


def again(paper: Paper) -> Paper:
    return Paper.objects.get(pk=paper.pk)
