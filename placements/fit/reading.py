"""What does not fit: of a referral, and of those who live here now."""

from datetime import datetime

from cura.lib import london
from placements.fit import rules
from placements.fit.coming import Coming, Living
from placements.fit.finding import Finding
from placements.referral.models import Referral
from placements.registration import reading as registration
from residents.child.models import Child


def findings(referral: Referral, now: datetime) -> list[Finding]:
    """Hard ones first: conditions of registration, which nobody can set aside."""
    she = coming(referral, now)
    home = referral.home
    living = _living(home)
    expected = Referral.objects.waiting().filter(home=home).exclude(pk=referral.pk)
    here = len(living) + expected.filter(planned_arrival__lt=london.day_bounds(she.day)[1]).count()
    certificate = registration.certificate(home, she.day)
    found = rules.of_certificate(she, certificate, here=here)
    if certificate is None and home.places:
        found += rules.of_places(she, home.places, "The registration", here=here)
    found += rules.of_purpose(she, registration.purpose(home, she.day))
    found += rules.with_adults(she, living)
    return sorted(found, key=lambda finding: not finding.hard)


def coming(referral: Referral, now: datetime) -> Coming:
    """The day is that which is planned, else that which was asked for; none that has passed."""
    today = london.local_date(now)
    planned = referral.planned_arrival and london.local_date(referral.planned_arrival)
    return Coming(
        name=referral.name,
        day=max(planned or referral.wanted_from or today, today),
        born=referral.born,
        age=referral.age,
        asked_on=london.local_date(referral.happened_at),
        sex=referral.sex,
        needs=tuple(referral.needs.values_list("need", flat=True)),
        emergency=referral.needed_tonight,
    )


def register(home, now: datetime) -> list[Finding]:
    """Those who live here now against both papers (N11)."""
    day = london.local_date(now)
    papers = registration.certificate(home, day), registration.purpose(home, day)
    return rules.of_register(_living(home), *papers, day)


def _living(home) -> list[Living]:
    return [
        Living(c.pk, c.name, c.born, london.local_date(c.arrived_at), c.sex)
        for c in Child.objects.living_in(home)
    ]
