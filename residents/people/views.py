from cura.core.records.present import said
from cura.lib import london
from residents.child.board import Board
from residents.people.models import ImportantPerson
from residents.people.reading import limits_first, phones


def card(person: ImportantPerson) -> dict:
    """One person in ready words."""
    flags = [
        words
        for words, on in (
            ("Ring in an emergency", person.emergency),
            ("May be rung at any time", person.may_ring),
        )
        if on
    ]
    return {
        "name": person.name,
        "role": person.role,
        "kind": said(person, ImportantPerson._meta.get_field("who")) if person.who_words else "",
        "limits": person.limits,
        "phones": phones(person),
        "email": person.email,
        "flags": flags,
        "known": _known(person),
    }


def _known(person: ImportantPerson) -> dict | None:
    """Of those whom she must be able to reach by herself: whether she knows how, and since when."""
    if person.who not in ImportantPerson.HERS_TO_REACH:
        return None
    if person.known_at:
        day = london.day_words(london.local_date(person.known_at))
        return {"words": f"{person.child.name} knows how to reach them, {day}", "tone": "ok"}
    return {"words": f"Does {person.child.name} know how to reach them?", "tone": "grey"}


class PeopleBoard(Board):
    """Everybody in her life on one page; restrictions stand first, numbers are one tap."""

    def ordered(self, rows):
        return limits_first(rows.filter(ended_at=None))

    def board(self, child, rows) -> dict:
        may_write = self.may_write(child)
        cards = [card(person) | self.links(person, may_write) for person in rows]
        before = self._under(child).exclude(ended_at=None).order_by("-ended_at")[:20]
        return {
            "limited": [c for c in cards if c["limits"]],
            "people": [c for c in cards if not c["limits"]],
            "before": [
                self.links(p, False) | {"words": f"{p.name}, {p.role}", "when": self._until(p)}
                for p in before
            ],
        }

    def _until(self, person) -> str:
        return f"until {london.day_words(london.local_date(person.ended_at))}"
