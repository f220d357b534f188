"""What begins with the door: whoever rang is asked for papers, and the first day has somebody."""

from datetime import date

from django.utils import timezone

from cura.core.deadlines.deadline import Deadline
from cura.core.notices.mail import Mail
from cura.lib import london
from placements.admission.actions import admit
from placements.arrival.models import FirstDay
from placements.arrival.reading import keeper
from placements.papers.models import Paper
from tests.placements import people

DUTY_TEAM = "duty.team@example.org"


def came(cast, basis=None, **facts):
    """A Friday night: nothing was asked before; the phone call is all that there is."""
    now = timezone.now().replace(microsecond=0)
    referral = people.refer(cast, now=now, from_name="Duty team", needed_tonight="on", **facts)
    people.assess(cast, referral, now=now)
    door = people.in_hand(cast, referral, now=now, **(basis or {}))
    values = {"came_at": now, "bed": None, "key_worker": None}
    return admit(record=door, by=cast.tess, values=values, now=now).child


def test_every_usual_paper_is_asked_of_who_rang_in_one_mail(cast):
    child = came(cast, from_email=DUTY_TEAM)
    papers = Paper.objects.filter(child=child, void_at=None)
    asked = papers.exclude(first_asked_at=None)
    assert asked.filter(kind="chronology").exists() and asked.count() >= 9
    assert not papers.exclude(ring_at=None).exists()
    assert len({(p.kind, p.name) for p in papers}) == papers.count(), "none is wanted twice"
    assert [mail.to for mail in Mail.objects.filter(user=None)] == [DUTY_TEAM]


def test_without_an_address_somebody_is_told_to_ring(cast):
    papers = Paper.objects.filter(child=came(cast))
    assert papers.exclude(ring_at=None).count() >= 9
    assert not Mail.objects.filter(user=None).exists()


def test_the_first_day_belongs_to_who_opened_the_door(cast):
    [day] = FirstDay.objects.filter(child=came(cast))
    assert keeper(day).person == cast.tess


def rules_of(child) -> set[str]:
    return set(Deadline.objects.filter(child_id=child.pk).values_list("rule", flat=True))


def test_the_clocks_of_review_and_visit_begin_with_a_night_under_police_protection(cast):
    child = came(cast)
    assert child.looked_after_on == london.local_date(child.arrived_at)
    assert {"LAC-REV1", "SW-VISIT1"} <= rules_of(child)


def test_who_was_looked_after_before_is_counted_from_that_day(cast):
    child = came(cast, {"legal_status": "s31", "looked_after_on": "2026-01-12"})
    assert child.looked_after_on == date(2026, 1, 12)


def test_on_another_basis_nothing_is_taken_for_granted(cast):
    assert came(cast, {"legal_status": "other"}).looked_after_on is None
