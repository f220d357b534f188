"""What rules are measured by now, as the database says: bank holidays, and what homes have set."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from uuid import UUID

from django.db.models import Min

from cura.core.deadlines import asking, calendar
from cura.core.deadlines.assess import Facts, Set, Standards
from cura.core.deadlines.offsets import moment_of
from cura.core.deadlines.policy import PolicyInterval
from cura.core.deadlines.rules import Rule


def standards_of(rules: Collection[Rule], home: UUID | None = None) -> Standards:
    """Two queries at most: policies when a home may set one, bank holidays when days count."""
    settable = {r.duty for r in rules if r.due is None and r.of_duty.settable}
    policies: dict[tuple, list[Set]] = defaultdict(list)
    if settable:
        rows = PolicyInterval.objects.filter(duty__in=settable)
        for row in rows.filter(home=home) if home else rows:
            policies[row.home_id, row.duty].append(Set(row.at, row.offset, row.since))
    offsets = [offset for rule in rules for offset in _offsets(rule)]
    offsets += [each.offset for sets in policies.values() for each in sets]
    counts = any(offset.counts_days for offset in offsets)
    return Standards(
        calendar.current() if counts else calendar.ENGLAND,
        {key: tuple(sets) for key, sets in policies.items()},
    )


def _offsets(rule: Rule) -> Iterable:
    own = [rule.interval] if rule.interval else []
    return own + [each.offset for each in (*rule.remind, *rule.escalate)]


def since_of(rule: Rule, standards: Standards, homes: Collection[UUID]) -> list[Facts]:
    """For each home that has said from when it counts, and had not done it before that day."""
    days = {
        home: sets[-1].since
        for (home, duty), sets in standards.policies.items()
        if duty == rule.duty and sets[-1].since and home in homes
    }
    if not days or rule.per != ("home",):
        return []
    rows = asking.rows(rule).filter(home_id__in=days).order_by().values("home_id")
    first = dict(rows.annotate(first=Min(rule.starts)).values_list("home_id", "first"))
    return [
        Facts(
            object_id=home,
            home_id=home,
            child_id=None,
            starts=day,
            done=first.get(home),
            title=rule.of_duty.title,
        )  # fmt: skip
        for home, day in days.items()
        if home not in first or first[home] >= moment_of(day)
    ]
