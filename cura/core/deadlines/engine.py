"""Keep deadlines as the records are: `sync` in the transaction of a write, `resync` over all.

`assess` is the truth. Both ask the same words of the database, work out the same rows and write
only what differs, so that a resync after any number of syncs changes nothing.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, F, Model, OuterRef, Subquery

from cura.core.accounts.home import Home
from cura.core.deadlines import asking, rules
from cura.core.deadlines.assess import Assessed, Facts, Standards, assess
from cura.core.deadlines.deadline import Deadline
from cura.core.deadlines.rules import Rule
from cura.core.deadlines.standards import since_of, standards_of

BATCH = 1000
WRITTEN = (
    "label", "home_id", "child_id", "permission", "title", "due_at", "done_at", "planned_at",
    "owner", "basis", "state", "alert_no", "next_alert_at", "made_with",
)  # fmt: skip
HOME = Home._meta.label_lower
Held = dict[tuple, dict]
Wanted = dict[tuple, tuple[Rule, Facts, Assessed, str]]


@transaction.atomic
def sync(record: Model, now: datetime) -> int:
    """Make the deadlines right for one record that was written. Returns how many rows differed.

    1 of recurring duties, hold the home: two checks of one minute must see each other,
    2 find the neighbours whose slot this record ends, ended, or now ends, 3 settle them all, 4 and
    the rows of other kinds that ask of this one.
    """
    mine = rules.rules_of(record._meta.label_lower)
    differed = _settle_mine(mine, record, now) if mine else 0
    return differed + _settle_moved(record, now)


def _settle_mine(mine: list[Rule], record: Model, now: datetime) -> int:
    every = [rule for rule in mine if rule.per]
    home = getattr(record, "home_id", None)
    if every:
        list(Home.objects.select_for_update(no_key=True).filter(pk=home).values_list("pk"))
    ids = {record.pk} | _neighbours(every, record)
    standards = standards_of(mine, home)
    differed = settle(mine, ids, now, standards)
    return differed + sum(_settle_since(rule, standards, now, (home,)) for rule in every)


def _settle_moved(record: Model, now: datetime) -> int:
    """Rules of one model that find their rows in one way are settled together."""
    together = defaultdict(list)
    for rule, moved in rules.moved_by(record._meta.label_lower):
        together[rule.table, moved].append(rule)
    differed = 0
    for (table, moved), mine in together.items():
        rows = table._base_manager.filter(**{moved.mine: getattr(record, moved.theirs)})
        ids = list(rows.values_list("pk", flat=True))
        differed += settle(mine, ids, now, standards_of(mine)) if ids else 0
    return differed


def _neighbours(every: Collection[Rule], record: Model) -> set[UUID]:
    """Rows whose `done` this record was before the write, and is after it."""
    found: set[UUID] = set()
    for rule in every:
        slots = Deadline.objects.filter(rule=rule.key, object_id=record.pk).values("slot")
        ended = Deadline.objects.filter(rule=rule.key, done_at__in=slots, home_id=record.home_id)
        found.update(ended.exclude(label=HOME).values_list("object_id", flat=True))
        before = Subquery(asking.preceding(rule).values("pk")[:1])
        mine = asking.rows(rule).filter(pk=record.pk).values_list(before, flat=True)
        found.update(pk for pk in mine if pk)
    return found


def resync(now: datetime, rule: Rule | None = None, home: UUID | None = None) -> int:
    """Compare every row of every rule with its deadline, and write what differs.

    For a change of law, policy or bank holidays, and each night. Returns how many rows differed.
    """
    chosen = [rule] if rule else list(rules.all_rules())
    standards = standards_of(chosen, home)
    differed = sum(_resync(each, standards, now, home) for each in chosen)
    return differed if rule else differed + _retired(chosen)


def _resync(rule: Rule, standards: Standards, now: datetime, home: UUID | None) -> int:
    within = {asking.home_of(rule.table): home} if home else {}
    found = asking.differing(rule, standards).filter(**within).order_by("pk")
    differed, last = 0, {}
    while ids := list(found.filter(**last).values_list("pk", flat=True)[:BATCH]):
        differed += settle([rule], ids, now, standards)
        last = {"pk__gt": ids[-1]}
    differed += _drop_gone(rule, home)
    return differed + (_settle_since(rule, standards, now) if rule.per else 0)


def _drop_gone(rule: Rule, home: UUID | None) -> int:
    """Deadlines whose record was set aside, or to which the rule no longer applies."""
    still = asking.rows(rule).filter(pk=OuterRef("object_id"))
    held = Deadline.objects.standing().filter(rule=rule.key, label=rule.label)
    if home:
        held = held.filter(home_id=home)
    return _drop(held.filter(~Exists(still)))


def _retired(chosen: Iterable[Rule]) -> int:
    """Deadlines of rules that nobody declares any more."""
    known = {(rule.label, rule.key) for rule in chosen}
    known |= {(HOME, rule.key) for rule in chosen if rule.per}
    held = Deadline.objects.standing()
    pairs = set(held.order_by().values_list("label", "rule").distinct())
    return sum(_drop(held.filter(label=label, rule=key)) for label, key in pairs - known)


def _drop(held) -> int:
    return held.update(state=Deadline.State.DROPPED, next_alert_at=None)


@transaction.atomic
def settle(mine: Collection[Rule], ids: Collection[UUID], now, standards: Standards) -> int:
    """Make the deadlines right for these rows of one model.

    1 hold the rows there are, 2 only then ask the records, 3 write what differs: of two that
    settle the same record at once, the later has read the later facts.
    """
    held = _held(mine, ids)
    return _write(held, _wanted(asking.facts(mine, ids), standards), now)


def _settle_since(rule: Rule, standards: Standards, now, homes: Collection[UUID] = ()) -> int:
    """What was never done has no row to count from: a slot on the home itself, from the day on
    which the home said that it begins to count."""
    said = {home for home, duty in standards.policies if duty == rule.duty}
    if homes:
        said &= set(homes)
    if not said:
        return 0
    found = since_of(rule, standards, said)
    with transaction.atomic():
        held = _held([rule], said)
        return _write(held, _wanted(((rule, facts) for facts in found), standards), now)


def _held(mine: Iterable[Rule], ids: Collection[UUID]) -> Held:
    rows = Deadline.objects.select_for_update().filter(object_id__in=ids).order_by("pk")
    keys = {rule.key for rule in mine}
    found = rows.values("pk", "rule", "object_id", "slot", *WRITTEN)
    return {(r["rule"], r["object_id"], r["slot"]): r for r in found if r["rule"] in keys}


def _wanted(found: Iterable[tuple[Rule, Facts]], standards: Standards) -> Wanted:
    wanted: Wanted = {}
    for rule, facts in found:
        if made := assess(facts, rule, standards):
            mark = standards.mark(rule, facts.home_id)
            wanted[rule.key, facts.object_id, made.slot] = (rule, facts, made, mark)
    return wanted


def _write(held: Held, wanted: Wanted, now: datetime) -> int:
    """Only what differs. Rows that change alike (a hundred homes whose day moves from Friday to
    Monday) change in one UPDATE. The mark alone is no difference that anybody sees."""
    fresh, alike, differed = [], defaultdict(list), 0
    for key, (rule, facts, made, mark) in wanted.items():
        old = held.get(key)
        new = _values(rule, facts, made, old, now) | {"made_with": mark}
        if old is None:
            fresh.append(Deadline(rule=rule.key, object_id=facts.object_id, slot=made.slot, **new))
        elif changed := tuple((name, value) for name, value in new.items() if old[name] != value):
            alike[changed].append(old["pk"])
            differed += changed[0][0] != "made_with"
    Deadline.objects.bulk_create(
        fresh, update_conflicts=True, update_fields=WRITTEN,
        unique_fields=("rule", "object_id", "slot"),
    )  # fmt: skip
    for changed, ids in alike.items():
        seen = {} if changed[0][0] == "made_with" else {"revision": F("revision") + 1}
        Deadline.objects.filter(pk__in=ids).update(**dict(changed), **seen)
    gone = [r["pk"] for key, r in held.items() if key not in wanted and r["state"] != "dropped"]
    if gone:
        _drop(Deadline.objects.filter(pk__in=gone))
    return len(fresh) + differed + len(gone)


def _values(rule: Rule, facts: Facts, made: Assessed, old: dict | None, now: datetime) -> dict:
    """All of WRITTEN but the mark, which stands last."""
    alert_no = old["alert_no"] if old else 0
    if old and old["due_at"] != made.due_at:
        alert_no = made.renumbered(alert_no, now)
    return {
        "label": HOME if facts.object_id == facts.home_id else rule.label,
        "home_id": facts.home_id,
        "child_id": facts.child_id,
        "permission": rule.permission,
        "title": facts.title,
        "due_at": made.due_at,
        "done_at": made.done_at,
        "planned_at": made.planned_at,
        "owner": rule.of_duty.owner,
        "basis": rule.of_duty.basis,
        "state": made.state(now),
        "alert_no": alert_no,
        "next_alert_at": made.next_alert_at(alert_no),
    }
