"""The assessment that counts for a referral, what is missing in it, and whether it is stale."""

from datetime import datetime

from cura.core.accounts.home import HomeSettings
from cura.core.records import registry, snapshot
from cura.lib import london
from cura.lib.canonical import canonical_json, sha256_hex
from placements.impact import household, incidents
from placements.impact.models import ImpactAssessment
from placements.impact.staleness import DAYS, Known, Reasons, Since, reasons
from placements.referral.models import Referral
from residents.child.models import Child

ASIDE = ("happened_at",)


def latest(referral: Referral) -> ImpactAssessment | None:
    """The newest one that is signed and stands."""
    rows = ImpactAssessment.objects.standing().filter(referral=referral)
    return rows.exclude(signed_at=None).order_by("-signed_at", "-id").first()


def days(home) -> int:
    settings = HomeSettings.objects.filter(home=home).only("impact_days").first()
    return settings.impact_days if settings else DAYS


def digest(referral: Referral) -> str:
    """What the page of the referral asks, as one short word: another word, something new is known.
    What we answered and planned is not part of it."""
    type = registry.of(referral)
    names = tuple(name for name in type.form._meta.fields if name not in ASIDE)
    said = {
        "columns": snapshot.columns(referral, names), "rows": snapshot.lines(referral, type)
    }  # fmt: skip
    return sha256_hex(canonical_json(said))


def known(assessment: ImpactAssessment, now: datetime) -> Known:
    referral, signed = assessment.referral, assessment.signed_at
    home = assessment.home
    told = digest(referral)
    return Known(
        signed_at=signed,
        days=days(home),
        household=household.changes(home, signed, now, besides=referral.child_id),
        incidents=tuple(
            Since(f"incident/{each.key}", f"There was {each.words}.", each.at)
            for each in incidents.since(home, signed, now)
        ),
        restaffed=_restaffed(assessment),
        news="" if told == assessment.knew else told[:16],
        planned=referral.planned_arrival,
    )


def _restaffed(assessment: ImpactAssessment) -> Since | None:
    if not assessment.restaffed_at:
        return None
    words = f"The staffing has changed: {assessment.restaffed_why.rstrip('.')}."
    return Since("restaffed", words, assessment.restaffed_at)


def stale(assessment: ImpactAssessment, now: datetime) -> Reasons:
    return reasons(known(assessment, now), now)


def missing_pairs(assessment: ImpactAssessment) -> list[Child]:
    """Who lives here and does not stand in it, or stands there without a word. Two queries."""
    thought = {pair.child_id for pair in assessment.pairs.all() if pair.thought_of}
    living = Child.objects.living_in(assessment.home)
    return [child for child in living if child.pk not in thought | {assessment.referral.child_id}]


def together(referral: Referral, living: list[Child], now: datetime) -> str:
    """Adults and children under one roof are said, always (O6 of the inspected home); else ""."""
    day = london.local_date(now)
    adults = [child.name for child in living if household.is_adult(child.born, day)]
    comes_grown = household.is_adult(referral.born, day)
    if comes_grown and len(adults) < len(living):
        return f"{referral.name} is an adult, and children live here."
    if adults and not comes_grown:
        are = "is an adult" if len(adults) == 1 else "are adults"
        return f"{' and '.join(adults)} {are}. Children and adults would live together."
    return ""
