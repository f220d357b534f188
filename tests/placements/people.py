"""Who may come to Elm, with an assessment and an answer to everything that is asked at the door."""

from datetime import date, timedelta

from django.utils import timezone

from cura.core.accounts import actions as accounts
from cura.core.accounts.program import CURA
from cura.core.records import actions, registry
from cura.core.records.sheet import Sheet, prefix
from cura.lib import london
from placements.referral.models import Referral
from residents.child import actions as children
from residents.child.models import Child

IN_HAND = {
    "legal_status": "s46", "legal_from": "Sergeant Poole, by phone", "danger": "none",
    "consent_from": "Mum, 07700 900111", "allergies": "yes", "allergies_words": "Peanuts",
    "medicines": "yes", "medicines_words": "White tablets in a box", "unlabelled": "on",
    "hidden": "yes", "hidden_words": "Her uncle", "on_shift": "Tess Quill, Cara Moss",
}  # fmt: skip


def typed(moment) -> str:
    return london.local(moment).strftime("%Y-%m-%dT%H:%M")


def make(label: str, data: dict, *, home, by, now=None):
    """As a page makes it."""
    type, now = registry.of(f"placements.{label}"), now or timezone.now()
    for rows in type.rows:
        data = {f"{prefix(rows)}-{name}_FORMS": 0 for name in ("TOTAL", "INITIAL")} | data
    sheet = Sheet.build(type, subject=home, user=by, data=data, now=now)
    assert sheet.is_valid(), sheet.errors()
    return actions.create(sheet=sheet, type=type, subject=home, by=by, now=now)


def refer(cast, *, now=None, **changed) -> Referral:
    now = now or timezone.now()
    facts = {
        "came_by": "phone", "first_name": "Amara", "last_name": "Obi", "born_0": "3",
        "born_1": "9", "born_2": "2012", "authority": "Calderbrook", "happened_at": typed(now),
    } | changed  # fmt: skip
    return make("referral", facts, home=cast.elm, by=cast.tess, now=now)


def assess(cast, referral, *, now=None, result="yes", besides=(), by=None, **changed):
    """Signed, a word about each who lives at Elm but for `besides`."""

    now, by = now or timezone.now(), by or cast.tess
    living = [c for c in Child.objects.living_in(cast.elm) if c not in besides]
    body = {
        "referral": referral.pk, "result": result, "staffing": "Three of us",
        "happened_at": typed(now), "pair-TOTAL_FORMS": len(living), "pair-INITIAL_FORMS": 0,
        "householdvoice-TOTAL_FORMS": 0, "householdvoice-INITIAL_FORMS": 0,
    } | changed  # fmt: skip
    for n, child in enumerate(living):
        body |= {f"pair-{n}-child": child.pk, f"pair-{n}-on_them": "Loud evenings"}
    record = make("impactassessment", body, home=cast.elm, by=by, now=now)
    return actions.reach(record=record, moment="signed", by=by, now=now)


def in_hand(cast, referral, *, now=None, **changed):
    body = {"referral": referral.pk} | IN_HAND | changed
    return make("admission", body, home=cast.elm, by=cast.tess, now=now)


def notice(cast, child, *, now=None, ends=None, **changed):
    now = now or timezone.now()
    type = registry.of("placements.placementnotice")
    body = {
        "kind": "notice", "happened_at": typed(now), "why": "Mia is not safe.",
        "told_who": "A. Gill", "told_at": typed(now),
        "ends_on": (ends or london.local_date(now) + timedelta(days=28)).isoformat(),
    } | changed  # fmt: skip
    sheet = Sheet.build(type, subject=child, user=cast.rosa, data=body, now=now)
    assert sheet.is_valid(), sheet.errors()
    return actions.create(sheet=sheet, type=type, subject=child, by=cast.rosa, now=now)


def responsible(cast):
    """A responsible individual for Elm: the cast has none."""
    david = accounts.add_person(
        organisation=cast.acorn, username="david", name="David Osei", by=CURA, now=cast.opened,
        email="david@example.org",
    )  # fmt: skip
    accounts.give_role(user=david, role="ri", home=cast.elm, by=CURA, now=cast.opened)
    return david


def welcome(cast, name: str, *, now=None, **more):
    """Another child comes to live at Elm."""

    return children.welcome(
        home=cast.elm, first_name=name, last_name="Doe", born=date(2012, 5, 1), by=cast.rosa,
        now=now or timezone.now(), **more,
    )  # fmt: skip
