"""Which version stands, who has read it, what asks that it be looked at again."""

from collections.abc import Iterable
from datetime import datetime, time

from django.db.models import Exists, Max, OuterRef, Subquery

from cura.core.accounts import access
from cura.core.accounts.duty import on_shift
from cura.core.accounts.home import Home
from cura.lib import london
from cura.lib.words import first_names
from residents.child.workers import workers
from residents.hours import on_day
from residents.plan.models import Plan, PlanAsked, PlanLook
from residents.seen import reading as seen

FEW = 8  # names that a sentence can hold
EVENING = time(21)  # by then whoever works the night is on shift


def in_force(kind: type[Plan], user):
    """The version that stands for each child: the newest that was signed."""
    newer = kind.objects.standing().exclude(signed_at=None)
    newer = newer.filter(child=OuterRef("child"), number__gt=OuterRef("number"))
    rows = kind.objects.visible_to(user).standing().exclude(signed_at=None)
    return rows.filter(~Exists(newer)).select_related("child", "author", "signed_by")


def is_newest(plan: Plan) -> bool:
    return not _signed(plan).filter(number__gt=plan.number).exists()


def before(plan: Plan) -> Plan | None:
    """The version that stood before this one."""
    return _signed(plan).filter(number__lt=plan.number).order_by("-number").first()


def _signed(plan: Plan):
    return type(plan).objects.standing().filter(child_id=plan.child_id).exclude(signed_at=None)


def next_number(kind: type[Plan], child) -> int:
    held = kind.objects.standing().filter(child=child).aggregate(most=Max("number"))
    return (held["most"] or 0) + 1


def latest(kind: type[Plan], child, user) -> Plan | None:
    """What a new version begins with, if she may read it."""
    rows = kind.objects.visible_to(user) if user else kind.objects.all()
    rows = rows.standing().filter(child=child).exclude(signed_at=None)
    return rows.order_by("-number").first()


def unread_by(plans: Iterable[Plan], user) -> list[Plan]:
    """Those that she has not read. Who signed one has read it."""
    return seen.unread([plan for plan in plans if plan.signed_by_id != user.pk], user)


def team(home: Home, now: datetime) -> list:
    """Of those who care for the children: who is on shift now or tonight; all of them where there
    is no rota."""
    tonight = on_day(london.local_date(now), EVENING)
    on = {person.pk for at in (now, max(now, tonight)) for person in on_shift(home, at)}
    people = list(workers(home, now))
    return [person for person in people if person.pk in on] if on else people


def missing(plans: list[Plan], people: list) -> dict:
    """Plan to those of these people who have not read it."""
    readers = seen.readers(plans)
    found = {}
    for plan in plans:
        known = {person.pk for person in readers[plan.pk]} | {plan.signed_by_id}
        found[plan.pk] = [person for person in people if person.pk not in known]
    return found


def not_yet(people: list) -> str:
    return f"not yet read by {first_names([person.name for person in people])}" if people else ""


def read_words(readers: dict, people: list) -> str:
    """ "Read by 6 of 8, not yet by Jo and Ruth." Of those who work here now, by first names."""
    absent = [person for person in people if person.pk not in readers]
    if not absent:
        return "Read by everybody who works here"
    count = f"Read by {len(people) - len(absent)} of {len(people)}"
    names = [person.name for person in absent]
    return f"{count}, not yet by {first_names(names)}" if len(names) <= FEW else count


def asked_open(label: str, children: Iterable):
    """What asks that a plan be looked at, and was not answered by a look after it."""
    looks = PlanLook.objects.filter(
        child=OuterRef("child"), label=OuterRef("label"), at__gte=OuterRef("at")
    )
    rows = PlanAsked.objects.filter(label=label, child__in=list(children))
    return rows.filter(~Exists(looks)).order_by("at", "id")


def asked_words(rows, user) -> list[str]:
    """What happened, for whoever is not kept from it."""
    kept = access.scope(user, PlanAsked.read).excluded
    return [row.words if row.cause_id not in kept else "something that happened" for row in rows]


def with_last_look(rows):
    """Each with `looked_at`: when it was signed or last found to stand as it is."""
    looks = PlanLook.objects.filter(child=OuterRef("child"), label=rows.model._meta.label_lower)
    return rows.annotate(looked_at=Subquery(looks.order_by("-at").values("at")[:1]))


def kept_with(ids) -> list:
    """What would betray a record to whoever is kept from it: that a plan is to be looked at because
    of it, or, of a plan, that it was looked at (`access.KEPT_WITH`)."""
    asked = PlanAsked.objects.filter(cause_id__in=ids).values_list("pk", flat=True)
    return [*asked, *PlanLook.objects.filter(plan_id__in=ids).values_list("pk", flat=True)]
