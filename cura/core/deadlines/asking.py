"""What a rule asks of the database: the same words for one row and for a million."""

from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from uuid import UUID

from django.db.models import (
    Case,
    CharField,
    DateTimeField,
    Exists,
    F,
    Model,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    UUIDField,
    Value,
    When,
)  # fmt: skip
from django.db.models.functions import Coalesce, Lower, Trim

from cura.core.accounts.home import Home
from cura.core.deadlines.assess import Facts, Standards
from cura.core.deadlines.deadline import Deadline
from cura.core.deadlines.rules import Rule

# Stand for NULL where two columns are compared.
NOTHING = {DateTimeField: datetime(1, 1, 2, tzinfo=UTC), UUIDField: UUID(int=0)}


def rows(rule: Rule) -> QuerySet:
    """The rows of the rule's model that set its clock going."""
    return rule.table._base_manager.filter(_stands(rule), rule.applies)


def _stands(rule: Rule) -> Q:
    names = {f.name for f in rule.table._meta.fields}
    return Q(void_at=None) if "void_at" in names else Q()


def home_of(model: type[Model]) -> str:
    return "pk" if model is Home else "home_id"


def child_of(model: type[Model]) -> str | None:
    """Where the child's own readers may look: not for records that only name a child."""
    if getattr(model, "entered_as", "") == "child_id":
        return "pk"  # the child herself
    has = any(f.attname == "child_id" for f in model._meta.fields)
    return "child_id" if has and getattr(model, "of_child", False) is True else None


def _asked(value):
    return F(value) if isinstance(value, str) else value


def done(rule: Rule):
    """The moment at which it was done, as an expression; None for what no column says."""
    if rule.per:
        return Subquery(following(rule).values(rule.starts)[:1])
    return _asked(rule.done) if rule.done is not None else None


def following(rule: Rule) -> QuerySet:
    """Rows of the same series after the outer one, the next first. Two of one minute: by key."""
    later = {f"{rule.starts}__gte": OuterRef(rule.starts)}
    truly = Q(**{f"{rule.starts}__gt": OuterRef(rule.starts)}) | Q(pk__gt=OuterRef("pk"))
    return _series(rule).filter(truly, **later).order_by(rule.starts, "pk")


def preceding(rule: Rule) -> QuerySet:
    """Rows of the same series before the outer one, the last first."""
    earlier = {f"{rule.starts}__lte": OuterRef(rule.starts)}
    truly = Q(**{f"{rule.starts}__lt": OuterRef(rule.starts)}) | Q(pk__lt=OuterRef("pk"))
    return _series(rule).filter(truly, **earlier).order_by(f"-{rule.starts}", "-pk")


def _series(rule: Rule) -> QuerySet:
    """What people type ("Blue car", "blue car ") is one thing when it reads the same."""
    found = rows(rule)
    for name in rule.per:
        field = rule.table._meta.get_field(name)
        if isinstance(field, CharField):
            said = {f"per_{name}": Lower(Trim(name))}
            found = found.alias(**said).filter(**{f"per_{name}": Lower(Trim(OuterRef(name)))})
        else:
            found = found.filter(**{field.attname: OuterRef(field.attname)})
    return found


def facts(rules: Collection[Rule], ids: Collection[UUID]) -> Iterator[tuple[Rule, Facts]]:
    """What all rules of one model say of these rows. One query, however many rules."""
    model = next(iter(rules)).table
    names = {"home": home_of(model), "child": child_of(model)}
    asked = {}
    for n, rule in enumerate(rules):
        applies = _stands(rule) & rule.applies
        starts = _asked(rule.starts)
        asked[f"d{n}_starts"] = Case(When(applies, then=starts)) if applies else starts
        asked |= {f"d{n}_{k}": v for k, v in _said(rule).items()}
    found = model._base_manager.filter(pk__in=ids).annotate(**asked)
    columns = dict.fromkeys(["pk", *filter(None, names.values()), *asked])
    for row in found.values(*columns):
        for n, rule in enumerate(rules):
            if row[f"d{n}_starts"] is not None:
                yield (
                    rule,
                    Facts(
                        object_id=row["pk"],
                        home_id=row[names["home"]],
                        child_id=row[names["child"]] if names["child"] else None,
                        starts=row[f"d{n}_starts"],
                        done=row.get(f"d{n}_done"),
                        planned=row.get(f"d{n}_planned"),
                        title=row[f"d{n}_title"],
                    ),
                )


def _said(rule: Rule) -> dict:
    """`done`, `planned` and `title` as expressions, without those that the rule does not ask."""
    planned = _asked(rule.planned) if rule.planned is not None else None
    found = {"done": done(rule), "planned": planned, "title": rule.said()}
    return {name: value for name, value in found.items() if value is not None}


def differing(rule: Rule, standards: Standards) -> QuerySet:
    """Rows whose deadline is missing or says something else. Compared in the database.

    What turns overdue by the clock alone is the tick's. A clock that starts on a bare date is
    compared in Python instead: all its rows are here.
    """
    asked = {f"d_{k}": v for k, v in _said(rule).items()}
    child = child_of(rule.table)
    same = Deadline.objects.standing().filter(
        rule=rule.key, object_id=OuterRef("pk"), slot=OuterRef("d_starts"),
        home_id=OuterRef(home_of(rule.table)), permission=rule.permission,
        title=OuterRef("d_title"), made_with=_marks(rule, standards),
    )  # fmt: skip
    for column, other in (
        ("done_at", "d_done" if "d_done" in asked else None),
        ("planned_at", "d_planned" if "d_planned" in asked else None),
        ("child_id", child),
    ):
        same = _null_safe(same, column, other)
    found = rows(rule).annotate(d_starts=_asked(rule.starts), **asked)
    return found.filter(~Exists(same), d_starts__isnull=False)


def _null_safe(same: QuerySet, column: str, other: str | None) -> QuerySet:
    """Equal, where nothing equals nothing."""
    if other is None:
        return same.filter(**{column: None})
    kind = type(Deadline._meta.get_field(column))()
    nothing = Value(NOTHING[type(kind)], kind)
    held = Coalesce(column, nothing, output_field=kind)
    asked = Coalesce(OuterRef(other), nothing, output_field=kind)
    return same.alias(**{f"held_{column}": held}).filter(**{f"held_{column}": asked})


def _marks(rule: Rule, standards: Standards):
    """The mark that a deadline of this rule should carry, by its home."""
    homes = [home for home, duty in standards.policies if duty == rule.duty]
    usual = Value(standards.mark(rule, None))
    cases = [When(home_id=home, then=Value(standards.mark(rule, home))) for home in homes]
    return Case(*cases, default=usual, output_field=CharField()) if cases else usual
