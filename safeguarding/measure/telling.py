"""A measure as pages and papers tell it: what stands beside it, what is missing, what is due."""

from dataclasses import dataclass

from cura.core.records import present
from cura.core.records.printed import section_of
from cura.lib import london
from safeguarding.measure.clocks import Clock, asked_in, clocks
from safeguarding.measure.models import ChildTalk, Measure, UserTalk

ASKED = ("When", "What came of it", "In the child's words, or why not", "Another time", "By")


def missing(record: Measure) -> list[str]:
    """What the law still wants to know before it can be signed."""
    if record.signed_at or record.void_at:
        return []
    return [words for _, words in record.contents()]


def questioned(record: Measure) -> list[str]:
    """What sounded like a prohibited punishment, with the answer: the manager reads both."""
    if not (record.not_punishment and (found := record.questioned())):
        return []
    words = ", ".join(f"“{words}”" for words in found)
    return [f"The page asked about {words}. The answer: {record.not_punishment}"]


@dataclass(frozen=True)
class Talks:
    """The talks that stand beside a measure, read once for a page."""

    users: tuple[UserTalk, ...]
    asked: tuple[ChildTalk, ...]

    @classmethod
    def of(cls, record: Measure) -> "Talks":
        users = UserTalk.objects.filter(object_id__in=record.versions())
        asked = ChildTalk.objects.filter(object_id__in=record.versions())
        return cls(tuple(users.select_related("by", "person")), tuple(asked.select_related("by")))

    def sections(self) -> list[dict]:
        """As sections of the record: each attempt stands."""
        found = [
            section_of(
                "Talked with those who used it",
                ("With", "When", "What was said", "By"),
                [
                    (t.person.name, london.words(t.talked_at), t.words, t.by.name)
                    for t in self.users
                ],
            ),
            section_of("The child was asked", ASKED, [_asked(talk) for talk in self.asked]),
        ]
        return [section for section in found if section["rows"]]


def _asked(talk: ChildTalk) -> tuple[str, ...]:
    other = london.words(talk.planned_at) if talk.planned_at else ""
    came = talk.get_outcome_display()
    return (london.words(talk.asked_at), came, talk.words, other, talk.by.name)


def _due(clock: Clock, now) -> str:
    """With the day and the year: it may stand on paper."""
    return f"{'was due' if clock.late(now) else 'by'} {london.words(clock.due_at)}"


def moments(type, record: Measure, talks: Talks, now) -> list[dict]:
    """What was signed and by whom; what is still to do, and by when the law wants it."""
    found = present.moments(type, record)
    if record.void_at:
        return found
    running = clocks(record, asked_in(talks.asked))
    not_reached = [clock for clock in running if not getattr(record, type.moment(clock.key).at)]
    return found + [_still(type.moment(clock.key), record, clock, now) for clock in not_reached]


def _still(moment, record: Measure, clock: Clock, now) -> dict:
    """A moment that this record has not reached: to do, or done all the same."""
    if not clock.done_at:
        return {
            "title": moment.title,
            "done": False,
            "late": clock.late(now),
            "due_words": f"{_due(clock, now)} ({clock.duty.cite})",
        }
    when = london.words(clock.done_at)
    if record.first and getattr(record.first, moment.at):
        return {"title": f"{moment.done}: the first version", "when": when}
    return {"title": "The child did not want to talk", "when": f"written {when}"}
