"""What a home sets itself: by whom, why, and what it changes. The law is no setting."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from cura.core.audit.models import AuditEvent
from cura.core.deadlines import engine
from cura.core.deadlines.actions import set_policy
from cura.core.deadlines.deadline import Deadline
from cura.core.deadlines.policy import PolicyInterval
from cura.core.deadlines.ticking import tick
from tests.deadlines.mend import DAY, NOW, row
from tests.deadlines.test_offsets import at, last_of

WEEKS = {"amount": 2, "unit": "week", "why": "The maker says so"}


def set_(cast, duty="FIRE-WEEK", **values):
    return set_policy(home=cast.elm, duty=duty, **WEEKS | {"by": cast.rosa, "now": NOW} | values)


def test_what_is_open_is_due_anew_and_only_at_this_home(check, cast):
    ours = check("firealarmtest", NOW - DAY)
    theirs = check("firealarmtest", NOW - DAY, by=cast.omar, home=cast.oak)
    set_(cast)
    assert row(ours, "FIRE-WEEK").due_at == last_of("2026-06-23")
    assert row(theirs, "FIRE-WEEK").due_at == last_of("2026-06-16")
    assert engine.resync(NOW) == 0
    later = check("firealarmtest", NOW + DAY)
    assert row(later, "FIRE-WEEK").due_at == last_of("2026-06-25")
    assert engine.resync(NOW) == 0


def test_no_change_of_policy_makes_an_old_lateness_good(check, cast):
    late = check("firealarmtest", NOW - 30 * DAY)
    check("firealarmtest", NOW - 20 * DAY)
    assert row(late, "FIRE-WEEK").state == "late"
    set_(cast)
    assert row(late, "FIRE-WEEK").state == "late"
    assert engine.resync(NOW) == 0


def test_the_newest_counts_and_the_older_stay_written(check, cast):
    record = check("firealarmtest", NOW - DAY)
    set_(cast)
    set_(cast, amount=10, unit="day", now=NOW + DAY)
    assert row(record, "FIRE-WEEK").due_at == last_of("2026-06-19")
    assert PolicyInterval.objects.count() == 2
    with pytest.raises(IntegrityError), transaction.atomic():
        PolicyInterval.objects.update(amount=99)


def test_never_done_is_counted_from_the_day_on_which_the_home_begins(check, cast):
    assert not Deadline.objects.filter(rule="EM-LIGHT").exists()
    set_(cast, duty="EM-LIGHT", amount=1, unit="month", since=date(2026, 5, 1))
    held = Deadline.objects.get(rule="EM-LIGHT")
    assert (held.label, held.object_id, held.slot) == (
        "accounts.home", cast.elm.pk, at("2026-05-01T00:00"),
    )  # fmt: skip
    assert (held.due_at, held.state, held.permission) == (
        last_of("2026-06-01"), "overdue", "premises_read",
    )  # fmt: skip
    assert tick(NOW) == 3
    check("emergencylightcheck", NOW)
    held.refresh_from_db()
    assert (held.done_at, held.state) == (NOW, "late")
    assert engine.resync(NOW) == 0


def test_a_first_one_before_that_day_needs_no_such_slot(check, cast):
    set_(cast, duty="EM-LIGHT", since=date(2026, 6, 1))
    check("emergencylightcheck", at("2026-05-20T10:00"))
    states = dict(Deadline.objects.filter(rule="EM-LIGHT").values_list("label", "state"))
    assert states == {"accounts.home": "dropped", "compliance.emergencylightcheck": "open"}
    assert engine.resync(NOW) == 0


def test_a_home_that_begins_later_moves_its_first_slot(cast):
    set_(cast, duty="EM-LIGHT", since=date(2026, 6, 1))
    set_(cast, duty="EM-LIGHT", since=None, now=NOW + DAY)
    assert Deadline.objects.get(rule="EM-LIGHT").state == "dropped"


def test_a_fixed_aspect_keeps_its_own_interval(check, cast):
    record = check("firedrill", NOW - DAY, {"asleep": ["on"]})
    set_(cast, duty="FIRE-DRILL")
    assert row(record, "FIRE-DRILL").due_at == last_of("2026-06-23")
    assert row(record, "FIRE-DRILL/night").due_at == last_of("2027-06-09")


@pytest.mark.parametrize("key", ["R35-REC", "WATER", "SAR"])
def test_what_law_or_guidance_sets_is_refused(key, cast):
    with pytest.raises(ValidationError, match="sets this"):
        set_(cast, duty=key)


def test_what_the_law_wants_at_once_is_set_stricter_and_never_softer(cast):
    for values in ({"amount": 2, "unit": "day"}, {"amount": 999, "unit": "year"}):
        with pytest.raises(ValidationError, match="says at once"):
            set_(cast, duty="R40-ALLEG", **values)
    assert set_(cast, duty="R40-ALLEG", amount=4, unit="hour").pk


@pytest.mark.parametrize(
    "values",
    [
        {"amount": 0},
        {"amount": -1},
        {"amount": 1000},
        {"unit": "fortnight"},
        {"why": ""},
        {"since": date(1066, 10, 14)},
    ],
)
def test_what_nobody_can_mean_is_refused(values, cast):
    with pytest.raises(ValidationError):
        set_(cast, **values)
    assert not PolicyInterval.objects.exists()


def test_only_who_manages_this_home_sets_it(cast):
    for person in (cast.cara, cast.tess, cast.omar, cast.ned):
        with pytest.raises(PermissionDenied):
            set_(cast, by=person)


def test_the_log_says_who_what_and_why(cast):
    set_(cast)
    event = AuditEvent.objects.get(action="policy.set")
    assert (event.actor_id, event.home_id) == (cast.rosa.pk, cast.elm.pk)
    assert "2 weeks" in event.body and "The maker says so" in event.body


# ---- the page -----------------------------------------------------------------------------------
def test_the_page_says_interval_ground_and_doubt_and_not_what_the_law_sets(cast, as_user):
    set_(cast)
    page = as_user(cast.rosa).get(reverse("intervals", args=["elm"])).content.decode()
    assert "2 weeks, as we have set it" in page and "The maker says so" in page
    assert "Our policy: CHR 2015 reg. 33." in page and "To be checked" in page
    assert "Law: CHR 2015 reg. 40(4)(c)." in page
    assert "Write the record of the hold" not in page


def test_the_manager_changes_one_with_a_reason(cast, as_user):
    url = reverse("interval", args=["elm", "R33-SUP"])
    client = as_user(cast.rosa)
    assert "6 weeks" in client.get(url).content.decode()
    answer = client.post(url, {"amount": "4", "unit": "week", "since": "", "why": ""})
    assert answer.status_code == 422
    answer = client.post(url, {"amount": "4", "unit": "week", "since": "", "why": "We are new"})
    assert answer["Location"] == reverse("intervals", args=["elm"])
    held = PolicyInterval.objects.get()
    assert (held.home, held.duty, held.by) == (cast.elm, "R33-SUP", cast.rosa)
    assert (held.offset.words, held.why) == ("4 weeks", "We are new")


def test_the_page_opens_for_nobody_else(cast, as_user):
    for who in (cast.cara, cast.omar, cast.ivy, cast.ned):
        client = as_user(who)
        assert client.get(reverse("intervals", args=["elm"])).status_code == 404
        url = reverse("interval", args=["elm", "R33-SUP"])
        assert client.post(url, WEEKS).status_code == 404


@pytest.mark.parametrize("key", ["R35-REC", "R99-NEW"])
def test_an_address_of_what_cannot_be_set_is_no_page(key, cast, as_user):
    assert as_user(cast.rosa).get(reverse("interval", args=["elm", key])).status_code == 404


def test_a_far_off_interval_breaks_nothing(check, cast):
    set_(cast, amount=999, unit="year")
    record = check("firealarmtest", NOW)
    assert row(record, "FIRE-WEEK").due_at.year == 3025
    assert tick(NOW + timedelta(days=3000)) == 0
