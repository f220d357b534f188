from django.urls import reverse

from cura.lib import london
from residents.child.board import Board
from residents.decisions.models import Decision
from residents.people.models import ImportantPerson
from residents.people.reading import MOST, of, phones, social_worker

Who, Question = Decision.Who, Decision.Question
TONES = {Who.HOME: "ok", Who.CHILD: "ok", Who.COURT: "bad"}


class WhoDecides(Board):
    """ "Can she go to a sleepover, have a haircut, a jab?" Every question, answered or not."""

    def ordered(self, rows):
        return rows.select_related("person").order_by("-since", "-id")

    def board(self, child, rows) -> dict:
        people = list(of(child, self.request.user)[:MOST])
        may_write = self.may_write(child)
        today = london.local_date(self.now)
        coming = [d for d in rows if d.since > today]
        answered: dict[str, Decision] = {}
        for row in rows:
            if row.since <= today:
                answered.setdefault(row.slot, row)
        cards = [self._answer(d, child, people, may_write) for d in answered.values()]
        cards += [
            self._answer(d, child, people, may_write)
            | {"tone": "grey", "answer": f"From {london.day_words(d.since)}: {said(d, child)}"}
            for d in coming
        ]
        known = {d.question for d in answered.values()}
        order = {value: place for place, value in enumerate(Question.values)}
        open_ = [q for q in Question if q not in known | {Question.OTHER}]
        return {
            "answers": sorted(cards, key=lambda card: order[card["key"]]),
            "unknown": [q.label for q in open_],
            "unknown_phones": ring(social_worker(people)),
        }

    def _answer(self, d: Decision, child, people, may_write: bool) -> dict:
        ask = whom_to_ask(d, people)
        paper = f", {london.day_words(d.evidence_on)}" if d.evidence_on else ""
        return self.links(d, may_write) | {
            "key": d.question,
            "question": d.asked,
            "answer": said(d, child),
            "tone": TONES.get(d.who, "warn"),
            "without_asking": d.without_asking,
            "limits": d.limits,
            "since": f"Since {london.day_words(d.since)}",
            "evidence": f"{d.evidence}{paper}",
            "phones": ring(ask),
        }


def said(d: Decision, child) -> str:
    return f"{child.name} decides" if d.who == Who.CHILD else d.get_who_display()


def whom_to_ask(d: Decision, people: list[ImportantPerson]) -> ImportantPerson | None:
    """The person named; else whoever holds that part in her life, if there is a number."""
    if d.person and not (d.person.ended_at or d.person.void_at):
        return d.person
    if d.who == Who.PARENT:
        return next((p for p in people if p.who in ImportantPerson.PARENTS and p.phone), None)
    return social_worker(people) if d.who in (Who.SOCIAL_WORKER, Who.COURT) else None


def ring(person: ImportantPerson | None) -> list[dict]:
    """With what is not allowed beside the number, for this page may be read in a hurry."""
    if person is None:
        return []
    url = reverse("people-detail", args=[person.pk])
    return [phone | {"limits": person.limits, "url": url} for phone in phones(person)[:1]]
