"""What is done with an assessment beyond writing it: asked of its disciplines, signed by several,
its recommendations made aims."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from cura.core.accounts.membership import Membership
from cura.core.permissions import Permission as P
from cura.core.records.actions import lock, must_stand, require
from cura.core.records.keeping import keep_beside
from placements.assessment.disciplines import USUAL, Discipline, questions
from placements.assessment.models import Assessment, CoSignature, MadeAim, Recommended
from placements.assessment.part_actions import add_part
from placements.assessment.part_models import AssessmentPart
from residents.aims.actions import set_aim
from residents.people.models import ImportantPerson

Who = ImportantPerson.Who
OURS = {Discipline.THERAPY: "therapist", Discipline.EDUCATION: "education"}
OUTSIDE = {Discipline.SOCIAL_WORK: Who.SOCIAL_WORKER, Discipline.HEALTH: Who.HEALTH}


def begin_parts(*, record: Assessment, by, now: datetime) -> None:
    """What follows from an assessment: one part for each usual discipline, given to whoever is
    likely to write it. Once: never for one that puts another right, nor when it is changed."""
    if record.replaces_id:
        _count_on(record)
        return
    if AssessmentPart.objects.filter(assessment=record).exists():
        return
    for discipline in USUAL:
        add_part(
            assessment=record, discipline=discipline, by=by, now=now,
            questions=questions(discipline, record.child.name),
            **_likely(record, discipline, by, now),
        )  # fmt: skip


def _count_on(record: Assessment) -> None:
    """The days go on from the day on which she came for the first version."""
    came = record.replaces.came_at
    same = record.child_id == record.replaces.child_id
    if same and record.came_at != came:
        record.came_at = came
        record.save(update_fields=("came_at",))


def _likely(record: Assessment, discipline: str, by, now: datetime) -> dict:
    """Who will write it, as far as the house knows: nobody when it does not."""
    if discipline in (Discipline.CARE, Discipline.FAMILY):
        return {"writer": record.child.key_worker}
    if role := OURS.get(discipline):
        held = Membership.objects.at(record.home).current(now).filter(role=role)
        first = held.filter(user__is_active=True).select_related("user").order_by("starts").first()
        return {"writer": first.user if first else None}
    people = ImportantPerson.objects.visible_to(by).standing().filter(child=record.child)
    known = people.filter(who=OUTSIDE[discipline], ended_at=None)
    person = known.order_by("place_in_list", "name").first()
    if person is None:
        return {"outsider": ImportantPerson.Who(OUTSIDE[discipline]).label}
    return {"outsider": f"{person.name}, {person.role}"[:120]}


@transaction.atomic
def cosign(*, record: Assessment, by, values: dict, now: datetime) -> CoSignature:
    """Put one's own name under the whole, with what one does not agree with. A signature on paper
    of somebody outside (`name`) is entered by one of us. The shape of a step's `do`."""
    held = _signed(record, by)
    outside = values.get("name", "").strip()
    person = None if outside else by
    rows = CoSignature.objects.filter(object_id=held.pk)
    if person and rows.filter(person=person).exists():
        raise ValidationError("Your name stands here already.", code="done")
    name = outside or by.name
    if outside and (pressed := rows.filter(name=name, role=values["role"]).first()):
        return pressed  # the button, twice
    row = CoSignature(
        person=person, name=name, role=values["role"], agrees=values["agrees"],
        words=values.get("words", ""),
    )  # fmt: skip
    if row.agrees != CoSignature.Agrees.YES and not row.words.strip():
        raise ValidationError("Say what you see in another way.", code="words")
    return keep_beside(row, held, "assessment.cosigned", by, now)


@transaction.atomic
def make_aims(*, record: Assessment, by, values: dict, now: datetime) -> list[MadeAim]:
    """Each chosen recommendation becomes an aim of the child, with the starting point of its area.
    Those that are aims already stay as they are."""
    held = _signed(record, by)
    starts = {}
    for point in held.starting_points.all():
        starts.setdefault(point.area, []).append(point.words)
    rows = Recommended.objects.filter(assessment=held, made=None).order_by("pk")
    made = []
    for line in rows.filter(pk__in=[each.pk for each in values["recommended"]]):
        aim = set_aim(
            child=held.child, area=line.area, words=line.words, wanted=line.wanted,
            starting_point="\n".join(starts.get(line.area, ())), by=by, now=now, source=held,
        )  # fmt: skip
        row = MadeAim(recommended=line, aim=aim)
        made.append(keep_beside(row, held, "assessment.aim", by, now))
    return made


def _signed(record: Assessment, by) -> Assessment:
    held = lock(record)
    require(by, P.PLAN_READ, held)
    must_stand(held)
    if not held.signed_at:
        raise ValidationError("First the coordinator signs it.", code="too-early")
    return held
