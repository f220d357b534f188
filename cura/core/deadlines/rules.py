"""Attaching a duty to a kind of record: declared beside the record, handed over in `ready()`.

`DeadlineRule` is for what an event sets going; `Every` for what recurs and is proved by rows, each
of which starts the next slot and is done by the row after it. The engine has no `if` on a type.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from string import Formatter

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.db.models import F, Model, Q, Value
from django.db.models.fields import CharField
from django.db.models.functions import Cast, Concat, Left

from cura.core.accounts import soft
from cura.core.deadlines.duty import Duty, duty
from cura.core.deadlines.offsets import Hours, Offset

TITLE = 200
ALERTS = 15  # of one rule; see Deadline.alert_no
# What a name in a title means: "child" comes from `residents`, for the ground knows no children.
SAID: dict[str, object] = {}


@dataclass(frozen=True)
class Alert:
    """A reminder, so long after the clock started (or `Before(...)`: so long before it is due).

    `to` are codes: of a role at the home ("lead", "manager", "ri"), "author", "shift",
    "key_worker". A reminder waits for a moment that somebody has planned, and never past due.
    """

    offset: Offset
    to: tuple[str, ...]
    urgent: bool = False


@dataclass(frozen=True)
class Late:
    """Tell these when it is not done so long after it was due."""

    offset: Offset
    to: tuple[str, ...]
    urgent: bool = False


@dataclass(frozen=True)
class Moved:
    """Another kind of record whose writing may change what a rule says: a visit answers the clock
    that began with the child. The rows asked again are those whose `mine` is its `theirs`."""

    by: str  # label: "placements.visit"
    mine: str = "child_id"
    theirs: str = "child_id"


@dataclass(frozen=True, kw_only=True)
class DeadlineRule:
    """`starts`, `done` and `planned` are names of fields (or paths), or queryset expressions, so
    that one row and a million are asked in the same words. `done` may be empty: never by itself.

    `title` is what a person reads: "Talk with {child} about the hold". Names in braces are those
    of `SAID`, or paths of the model. `aspect` tells two rules of one duty on one model apart.
    `moved` names the other records that `starts`, `done` or `applies` ask.
    """

    duty: str
    model: str  # label: "safeguarding.restraint"
    starts: object = "happened_at"
    done: object = None
    planned: object = None
    applies: Q = field(default_factory=Q)
    title: str = ""  # else the duty's
    due: Offset | None = None  # else the duty's
    aspect: str = ""
    remind: tuple[Alert, ...] = ()
    escalate: tuple[Late, ...] = (Late(Hours(0), to=("manager",)),)
    moved: tuple[Moved, ...] = ()

    per = ()

    @cached_property
    def key(self) -> str:
        return f"{self.duty}/{self.aspect}" if self.aspect else self.duty

    @cached_property
    def of_duty(self) -> Duty:
        return duty(self.duty)

    @cached_property
    def label(self) -> str:
        return self.model.lower()

    @cached_property
    def table(self) -> type[Model]:
        return apps.get_model(self.model)

    @cached_property
    def interval(self) -> Offset | None:
        return self.due or self.of_duty.interval

    @cached_property
    def permission(self) -> str:
        return soft.reading(self.table)

    def said(self):
        """The title as an expression, so that the database makes it for one row and a million."""
        pieces = []
        for text, name, _, _ in Formatter().parse(self.title or self.of_duty.title):
            pieces += [Value(text)] if text else []
            pieces += [Cast(SAID.get(name) or F(name), CharField())] if name else []
        whole = Concat(*pieces) if len(pieces) > 1 else pieces[0]
        return Left(whole, TITLE, output_field=CharField())


@dataclass(frozen=True, kw_only=True)
class Every(DeadlineRule):
    """A recurring duty over its evidence. `per` says what makes one series: ("home",), ("child",),
    ("home", "place"). `done` is the earliest later standing row of the same series."""

    per: tuple[str, ...] = ("home",)


Rule = DeadlineRule
_rules: dict[tuple[str, str], Rule] = {}


def add_rules(*rules: Rule) -> None:
    """Refuses duties that nobody knows, two rules of one key on one model, and a rule for which
    nobody says how long."""
    for rule in rules:
        try:
            known = rule.of_duty
        except KeyError:
            raise ImproperlyConfigured(f"No duty {rule.duty} in the catalogue.") from None
        if rule.interval is None and not known.settable:
            raise ImproperlyConfigured(f"{rule.key}: nobody says when it is due.")
        if len(rule.remind) + len(rule.escalate) > ALERTS:
            raise ImproperlyConfigured(f"{rule.key}: too many alerts.")
        if (rule.label, rule.key) in _rules:
            raise ImproperlyConfigured(f"Two rules {rule.key} on {rule.label}.")
        _rules[rule.label, rule.key] = rule


def rules_of(label: str) -> list[Rule]:
    return [rule for (of, _), rule in _rules.items() if of == label]


def moved_by(label: str) -> list[tuple[Rule, Moved]]:
    """The rules that ask of this kind of record, and which of their rows."""
    pairs = ((rule, moved) for rule in _rules.values() for moved in rule.moved)
    return [(rule, moved) for rule, moved in pairs if moved.by.lower() == label]


def all_rules() -> Iterator[Rule]:
    return iter(tuple(_rules.values()))


def find(label: str, key: str) -> Rule | None:
    """None for a rule that is no longer declared."""
    return _rules.get((label, key))


def withdraw(*rules: Rule) -> None:
    """Take rules back: for tests that declare their own."""
    for rule in rules:
        _rules.pop((rule.label, rule.key), None)
