"""What is counted from visits. What the council owes is chased, and is never the home's own red.

Only of children who are looked after, from the day that stands in their register: of whom nobody
has written it, nothing is counted.
"""

from datetime import timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Least

from cura.core.deadlines.offsets import Before, Days, Hours, Months, OnDay
from cura.core.deadlines.rules import Alert, DeadlineRule, Late, Moved
from placements.reviews.reading import to_stay
from placements.service.models import Service
from placements.visits.models import Visit
from residents.people.models import ImportantPerson

CHILD, VISIT = "residents.child", "placements.visit"
LOOKED_AFTER = Q(looked_after_on__isnull=False)
ALONE = Q(kind="social_worker") & ~Q(seen_alone=Visit.Alone.NO)
_NAMED = ImportantPerson.objects.standing().filter(
    child=OuterRef("child_id"), who=ImportantPerson.Who.SOCIAL_WORKER, ended_at=None
)
_NAMED = Subquery(_NAMED.order_by("place_in_list", "name").values("name")[:1])
# "Martin Cole's visit to Ella", or "The social worker's".
SOCIAL_WORKER = Coalesce(_NAMED, Value("The social worker"))
YEAR = timedelta(days=365)
SOON = (Alert(Before(Days(7)), to=("key_worker",)),)
THEIRS = (Late(Hours(0), to=("key_worker", "manager")),)
BY_VISIT = (Moved(VISIT), Moved(CHILD, theirs="pk"))


def _of_child(which: Q) -> QuerySet:
    """Visits that were held with the child of the outer row, from the day on which she came."""
    rows = Visit.objects.held().filter(which, child=OuterRef("pk"))
    return rows.filter(happened_at__gte=OuterRef("arrived_at")).order_by("happened_at")


def _next(kind: str) -> QuerySet:
    """The next held visit of one kind after the outer one."""
    later = Q(happened_at__gt=OuterRef("happened_at"))
    later |= Q(happened_at=OuterRef("happened_at"), pk__gt=OuterRef("pk"))
    rows = Visit.objects.held().filter(later, kind=kind, child=OuterRef("child_id"))
    return rows.order_by("happened_at", "pk")


def _coming(kind: str, child: str) -> Subquery:
    rows = Visit.objects.planned().filter(kind=kind, child=OuterRef(child))
    return Subquery(rows.values("happened_at")[:1])


def after(duty: str, kind: str, title: str, *, applies: Q | None = None, **more) -> DeadlineRule:
    """From each held visit of a kind to the next one. What is open ends when she leaves."""
    following = _next(kind)
    stays = Q(child__left_at=None) | Q(Exists(following))
    asked = Q(kind=kind, held_at__isnull=False) & stays & (applies or Q())
    return DeadlineRule(
        duty=duty, model=VISIT, title=title, applies=asked, remind=SOON, escalate=THEIRS,
        done=Subquery(following.values("happened_at")[:1]), planned=_coming(kind, "child_id"),
        moved=more.pop("moved", BY_VISIT), **more,
    )  # fmt: skip


_HERE = Q(happened_at__gte=F("child__arrived_at"), child__looked_after_on__isnull=False)
_FIRST_YEAR = Q(happened_at__lt=F("child__arrived_at") + YEAR)
_STAYS = to_stay("child_id", "happened_at")
_WITH_PEOPLE = (*BY_VISIT, Moved("residents.importantperson"))
_WITH_REVIEWS = (*_WITH_PEOPLE, Moved("placements.lookedafterreview"))
_COMES = "{social_worker}'s visit to {child}"
_GP = Visit.objects.held().filter(kind="gp", child=OuterRef("pk")).order_by("happened_at")
_GP_KNOWN = ImportantPerson.objects.standing().filter(who=ImportantPerson.Who.GP)
_GP_KNOWN = _GP_KNOWN.filter(child=OuterRef("pk"), created_at__gte=OuterRef("arrived_at"))
_GP_SINCE = Coalesce(
    Least(
        Subquery(_GP.values("happened_at")[:1]),
        Subquery(_GP_KNOWN.order_by("created_at").values("created_at")[:1]),
    ),
    Subquery(_GP.values("happened_at")[:1]),
    Subquery(_GP_KNOWN.order_by("created_at").values("created_at")[:1]),
)  # Least of nothing and something is nothing on SQLite

# Short breaks (CPR 2010 reg. 48): from the day on which the series begins.
_BREAKS = Q(kind="breaks", child__isnull=False)
_SEEN = Visit.objects.held().filter(kind="social_worker", child=OuterRef("child_id"))
_SEEN_SINCE = _SEEN.filter(happened_at__gte=OuterRef("happened_at")).order_by("happened_at")
_RUNNING = Exists(
    Service.objects.standing().filter(_BREAKS, child=OuterRef("child_id"), ended_at=None)
    .filter(happened_at__lte=OuterRef("happened_at"))
)  # fmt: skip

RULES = (
    DeadlineRule(
        duty="SHORT-VISIT", model="placements.service",
        title="The social worker's visit in the short breaks of {child}",
        applies=_BREAKS & (Q(ended_at=None) | Q(Exists(_SEEN_SINCE))),
        done=Subquery(_SEEN_SINCE.values("happened_at")[:1]), escalate=THEIRS,
        moved=(Moved(VISIT),),
    ),
    DeadlineRule(
        duty="SHORT-VISIT", model=VISIT, aspect="again", due=Months(6),
        title="The social worker's next visit in the short breaks of {child}",
        applies=Q(kind="social_worker", held_at__isnull=False) & Q(_RUNNING),
        done=Subquery(_next("social_worker").values("happened_at")[:1]), escalate=THEIRS,
        moved=(Moved(VISIT), Moved("placements.service")),
    ),
    DeadlineRule(
        duty="SW-VISIT1", model=CHILD, starts="arrived_at",
        title="The social worker's first visit to {herself}, seen alone",
        applies=LOOKED_AFTER & (Q(left_at=None) | Q(Exists(_of_child(ALONE)))),
        done=Subquery(_of_child(ALONE).values("happened_at")[:1]),
        planned=_coming("social_worker", "pk"),
        remind=(Alert(Before(Days(2)), to=("key_worker",)),), escalate=THEIRS,
        moved=(Moved(VISIT, mine="pk"),),
    ),
    after("SW-VISIT6", "social_worker", _COMES, applies=_HERE & _FIRST_YEAR, moved=_WITH_PEOPLE),
    after("SW-VISIT-Y2", "social_worker", _COMES, applies=_HERE & ~_FIRST_YEAR & ~_STAYS,
          moved=_WITH_REVIEWS),
    after("SW-VISIT-Y2", "social_worker", _COMES, applies=_HERE & ~_FIRST_YEAR & _STAYS,
          aspect="to-18", due=Months(3), moved=_WITH_REVIEWS),
    after("HEALTH-5UP", "health", "The health assessment of {child}"),
    after("HEALTH-DENT", "dentist", "{child}: to the dentist", applies=Q(next_on=None)),
    after("HEALTH-DENT", "dentist", "{child}: to the dentist, as the dentist said",
          applies=Q(next_on__isnull=False), aspect="advised", starts="next_on", due=OnDay()),
    after("PEP-TERM", "pep", "The education plan meeting for {child}"),
    after("EHCP-ANN", "ehc", "The yearly review of the EHC plan of {child}"),
    DeadlineRule(
        duty="HEALTH-GP", model=CHILD, starts="arrived_at",
        title="Register {herself} with a GP",
        applies=LOOKED_AFTER & (Q(left_at=None) | Q(Exists(_GP)) | Q(Exists(_GP_KNOWN))),
        done=_GP_SINCE, remind=(Alert(Days(3), to=("key_worker",)),),
        moved=(Moved(VISIT, mine="pk"), Moved("residents.importantperson", mine="pk")),
    ),
)  # fmt: skip
