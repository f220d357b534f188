"""Which certificate counts on a day, and one truth about how many may live here."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from cura.core.accounts import places
from cura.core.notices.notice import Notice
from cura.core.records import actions, registry
from placements.fit.watching import watch
from placements.registration import reading
from placements.registration.models import Purpose, RegistrationCertificate
from residents.child import actions as child_actions
from tests import builders

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
DAY = NOW.date()


@pytest.fixture
def certificate(cast):
    def make(signed=True, **more):
        usual = {"number": "SC1", "since": "2026-01-01", "places": "4", "age_from": "11",
                 "age_to": "17", "sexes": "any"}  # fmt: skip
        change = {name: [str(value)] for name, value in (usual | more).items()}
        change["kinds"] = []
        made = builders.signed if signed else builders.make
        type = registry.of(RegistrationCertificate)
        return made(type, subject=cast.elm, by=cast.rosa, now=NOW, change=change)

    return make


@pytest.fixture
def purpose(cast):
    def make(**more):
        usual = {"edition": "7", "since": "2026-01-01", "age_from": "11", "age_to": "17",
                 "sexes": "any", "meets": ["school"], "not_met": ["fire"]}  # fmt: skip
        change = {k: v if isinstance(v, list) else [str(v)] for k, v in (usual | more).items()}
        type = registry.of(Purpose)
        return builders.signed(type, subject=cast.elm, by=cast.rosa, now=NOW, change=change)

    return make


def test_a_newer_signed_certificate_is_the_variation_from_its_day_on(certificate, cast):
    certificate(places=4)
    certificate(places=5, since="2026-12-01")
    assert reading.certificate(cast.elm, date(2026, 11, 30)).places == 4
    assert reading.certificate(cast.elm, date(2026, 12, 1)).places == 5


def test_what_is_not_signed_or_was_set_aside_lifts_nothing(certificate, cast):
    first = certificate(places=4)
    certificate(places=6, signed=False)
    wrong = certificate(places=9)
    actions.void(record=wrong, reason="Of another house", by=cast.rosa, now=NOW)
    assert reading.certificate(cast.elm, DAY) == first


def test_the_number_of_the_home_holds_until_a_certificate_says_another(certificate, cast):
    assert places.registered(cast.elm, DAY) == cast.elm.places == 4
    certificate(places=2)
    assert places.registered(cast.elm, DAY) == 2
    assert places.registered(cast.oak, DAY) == 4
    assert places.registered(cast.elm, date(2025, 12, 31)) == 4


def test_the_page_of_coming_says_the_number_of_the_certificate(certificate, cast, as_user):
    certificate(places=2)
    page = as_user(cast.rosa).get("/homes/elm/children/new/").content.decode()
    assert "Elm House is registered for 2 and 2 live here" in page


def test_ages_stand_in_order_in_the_database_too(certificate, cast):
    made = certificate(signed=False)
    with pytest.raises(IntegrityError), transaction.atomic():
        RegistrationCertificate.objects.filter(pk=made.pk).update(age_to=3)


def test_the_same_need_is_not_met_and_not_met(cast):
    paper = Purpose(age_from=1, age_to=2, meets=["fire"], not_met=["fire"])
    with pytest.raises(ValidationError, match="stands among those"):
        paper.clean()


def test_only_who_keeps_the_home_writes_a_certificate(cast, as_user):
    url = f"/registration-certificates/new/{cast.elm.pk}/"
    assert as_user(cast.rosa).get(url).status_code == 200
    assert as_user(cast.tess).get(url).status_code in (403, 404)


def told(user) -> list[str]:
    return [n.text for n in Notice.objects.filter(user=user, key__startswith="n11")]


def test_the_manager_hears_on_the_day_of_the_change_and_once(certificate, purpose, cast):
    """N11: who came at nine into a home for 11 to 17."""
    certificate()
    purpose()
    child_actions.welcome(
        home=cast.elm, first_name="Ash", last_name="Low", born=date(2017, 1, 1), by=cast.rosa,
        now=NOW,
    )  # fmt: skip
    words = "Ofsted's certificate says 11 to 17 on the day of coming. Ash was 9."
    assert words in told(cast.rosa)
    before = len(told(cast.rosa))
    assert watch(NOW + timedelta(days=1)) == 0
    assert len(told(cast.rosa)) == before
    assert told(cast.cara) == told(cast.omar) == []


def test_a_birthday_is_found_by_the_daily_round(certificate, purpose, cast):
    """L5: nobody changed anything, she turned 18."""
    certificate()
    purpose()
    child_actions.change(child=cast.kai, values={"born": date(2008, 12, 1)}, by=cast.rosa, now=NOW)
    assert not [t for t in told(cast.rosa) if "is 18" in t]
    watch(datetime(2026, 12, 1, 6, 0, tzinfo=UTC))
    assert [t for t in told(cast.rosa) if "Kai is 18 and lives here" in t]


def test_a_home_in_order_hears_nothing(certificate, purpose, cast):
    certificate()
    purpose()
    assert watch(NOW) == 0 and told(cast.rosa) == []
