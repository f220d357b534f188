"""Small helps for the tests of papers and bundles."""

from datetime import UTC, date, datetime

from django.utils import timezone

from cura.core.records import registry
from cura.core.records.bundles import actions
from cura.core.records.bundles.order import Order
from cura.core.records.periods.period import Period
from tests import builders

NOTE = "residents.dailynote"
FIRST, LAST = date(2026, 6, 1), date(2026, 6, 30)


def note(cast, *, day: int = 10, child=None, canary: str = "zqkai", by=None, **more):
    at = datetime(2026, 6, day, 12, 0, tzinfo=UTC)
    return builders.signed(
        registry.of(NOTE),
        subject=child or cast.kai,
        by=by or cast.sam,
        canary=canary,
        now=at,
        **more,
    )


def order(subject, *labels: str, first=FIRST, last=LAST) -> Order:
    types = tuple(registry.of(label) for label in labels or (NOTE,))
    return Order(Period(subject, first, last), types)


def asked(cast, subject=None, *labels: str, by=None):
    return actions.ask(
        order=order(subject or cast.kai, *labels), by=by or cast.rosa, now=timezone.now()
    )
