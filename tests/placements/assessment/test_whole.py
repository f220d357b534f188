"""The whole: signed by its coordinator, named by several, disagreement kept, recommendations made
aims in one step, printed with what is late or missing."""

import subprocess
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cura.core.documents.types import build
from cura.core.records.verify import records as verify_records
from placements.assessment.actions import cosign, make_aims
from placements.assessment.documents import REPORT, context
from placements.assessment.models import CoSignature, MadeAim
from placements.assessment.panels import mine, on_child, on_manager
from placements.assessment.part_actions import ask
from residents.aims.models import Aim
from residents.child import actions as children
from tests.placements.assessment.conftest import (
    BEGUN,
    CAME,
    WHOLE,
    begin,
    parts_of,
    rows,
    sign,
    write,
)
from tests.residents.measures.test_measures import scored

pytestmark = pytest.mark.django_db
DAY_20 = CAME + timedelta(days=20)
LINES = {
    **rows(
        "startingpoint",
        {"area": "home", "words": "Sleeps on the floor, five nights of seven."},
        {"area": "school", "words": "No school since 11 May."},
    ),
    **rows(
        "recommended",
        {"area": "home", "words": "One adult says goodnight.", "wanted": "He sleeps in the bed."},
        {"area": "health", "words": "A dentist.", "wanted": "No toothache."},
    ),
    **rows(
        "disagreement",
        {"who": "Mum", "what": "Staying here", "words": "He should come home by Christmas."},
    ),
}  # fmt: skip


def whole(house, **values):
    return begin(house, now=DAY_20, **WHOLE | LINES | values)


def signed(house):
    return sign(whole(house), by=house.tess, now=DAY_20)


def name(agrees="yes", words="", role="Therapist", name="") -> dict:
    return {"agrees": agrees, "words": words, "role": role, "name": name}


def test_what_is_missing_is_said_and_stops_only_the_signing(house):
    record = begin(house)
    with pytest.raises(ValidationError) as refused:
        sign(record, by=house.tess, now=DAY_20)
    assert "what the child says, or how she or he was asked" in refused.value.message


def test_a_part_that_did_not_come_does_not_stop_the_signing(house):
    assert signed(house).signed_at


def test_the_coordinator_or_a_manager_signs_and_another_reads_it_for_the_home(house):
    record = whole(house)
    with pytest.raises(ValidationError, match="Tess Quill brings it together"):
        sign(record, by=house.thea, now=DAY_20)
    record = sign(record, by=house.rosa, now=DAY_20)
    with pytest.raises(ValidationError, match="somebody else than you"):
        sign(record, by=house.rosa, now=DAY_20, moment="checked")


def test_it_is_not_sent_without_saying_to_whom(house):
    with pytest.raises(ValidationError, match="to whom"):
        sign(signed(house), by=house.tess, now=DAY_20, moment="sent", sent_to=" ")


def test_each_puts_her_own_name_under_it_once(house):
    record = signed(house)
    cosign(record=record, by=house.thea, now=DAY_20, values=name())
    cosign(record=record, by=house.eddie, now=DAY_20, values=name(role="Education"))
    with pytest.raises(ValidationError, match="stands here already"):
        cosign(record=record, by=house.thea, now=DAY_20, values=name())
    assert [row.person for row in CoSignature.objects.all()] == [house.thea, house.eddie]


def test_who_does_not_agree_says_what_she_sees_in_another_way(house):
    record = signed(house)
    with pytest.raises(ValidationError, match="in another way"):
        cosign(record=record, by=house.thea, now=DAY_20, values=name("no"))
    row = cosign(record=record, by=house.thea, now=DAY_20, values=name("no", "Too soon."))
    assert row.words == "Too soon."


def test_a_signature_on_paper_is_entered_with_who_entered_it(house):
    record = signed(house)
    for _ in range(2):
        cosign(
            record=record, by=house.tess, now=DAY_20,
            values=name(role="Social worker", name="Femi Alade"),
        )  # fmt: skip
    row = CoSignature.objects.get()
    assert (row.person, row.name, row.by) == (None, "Femi Alade", house.tess)
    cosign(record=record, by=house.tess, now=DAY_20, values=name(role="Shift lead"))


def test_nobody_signs_what_is_still_being_written(house):
    with pytest.raises(ValidationError, match="First the coordinator"):
        cosign(record=whole(house), by=house.thea, now=DAY_20, values=name())


def test_a_name_stays_as_it_was_given(house):
    row = cosign(record=signed(house), by=house.thea, now=DAY_20, values=name())
    with pytest.raises(DatabaseError), transaction.atomic():
        CoSignature.objects.filter(pk=row.pk).update(agrees="no")
    assert not list(verify_records())


def test_recommendations_become_aims_in_one_step_with_their_starting_points(house, client):
    record = signed(house)
    client.force_login(house.tess)
    url = reverse("assessments-step", args=[record.pk, "aims"])
    form = client.get(url).context["form"]
    chosen = [str(pk) for pk in form.initial["recommended"]]
    assert len(chosen) == 2
    assert client.post(url, {"recommended": chosen}).status_code == 302
    aims = {aim.area: aim for aim in Aim.objects.of(house.noor)}
    assert aims["home"].starting_point == "Sleeps on the floor, five nights of seven."
    assert aims["home"].wanted == "He sleeps in the bed."
    assert aims["health"].starting_point == ""
    assert set(Aim.objects.out_of(record)) == set(aims.values())
    assert client.post(url, {"recommended": chosen}).status_code == 302  # pressed twice
    assert Aim.objects.of(house.noor).count() == MadeAim.objects.count() == 2


def test_a_recommendation_that_was_left_out_can_still_become_an_aim(house):
    record = signed(house)
    lines = list(record.recommended.all())
    make_aims(record=record, by=house.tess, now=DAY_20, values={"recommended": lines[:1]})
    make_aims(record=record, by=house.tess, now=DAY_20, values={"recommended": lines})
    assert Aim.objects.of(house.noor).count() == 2


def test_the_report_says_what_is_late_what_is_missing_and_who_disagrees(house):
    record = begin(house, now=BEGUN, **WHOLE | LINES | {"met_at": "2026-06-08T09:00"})
    parts = parts_of(record)
    ask(
        record=parts.health, by=house.tess, now=BEGUN,
        values={"asked_at": BEGUN, "whom": "Nurse Hill", "how": "phone", "words": "Next week."},
    )  # fmt: skip
    write(
        parts.therapy, by=house.thea, now=BEGUN, found="He watches doors.",
        statements=[{"kind": "need", "words": "A door that he can lock."}],
    )  # fmt: skip
    late = CAME + timedelta(days=20)
    sign(parts.therapy, by=house.thea, now=late)
    scored(house, BEGUN, child=house.noor)
    record = sign(record, by=house.tess, now=late)
    cosign(record=record, by=house.thea, now=late, values=name("mostly", "Sooner is better."))
    _, pdf = build(REPORT, record, by=house.rosa, now=late)
    command = ["pdftotext", "-", "-"]
    text = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
    text = " ".join(text.split())
    for said in (
        "1 of 6 parts came.", "Late: therapy (2 days late).", "health (not started (asked))",
        "Nurse Hill, by phone", "Next week.", "He should come home by Christmas.",
        "A door that he can lock.", "no record named", "Sooner is better.", "22 (very high)",
        "I want my hamster to stay.", "One adult says goodnight.",
    ):  # fmt: skip
        assert said in text, said


def test_scores_that_came_after_the_signature_are_not_in_the_report(house):
    record = signed(house)
    scored(house, DAY_20 + timedelta(days=1), child=house.noor)
    later = DAY_20 + timedelta(days=2)
    assert context(record=record, by=house.rosa, now=later)["scores"] is None


def test_the_childs_page_offers_to_begin_while_she_is_new(house):
    asked = {"subject": house.noor, "user": house.sam}
    assert on_child(**asked, now=BEGUN)["new_url"]
    assert on_child(**asked, now=CAME + timedelta(days=60)) is None
    assert on_child(subject=house.noor, user=house.cara, now=BEGUN) is None
    record = begin(house)
    panel = on_child(**asked, now=BEGUN)
    assert panel["board"]["day"] == "Day 3 of 28"
    assert str(record.pk) in panel["url"]


def test_everybody_finds_what_she_owes_on_her_own_page(house):
    begin(house)
    assert [due.verb for due in mine(house.elm, house.thea, BEGUN)] == [
        "Write your part of Noor's assessment: therapy"
    ]
    assert mine(house.elm, house.cara, BEGUN) == []
    late = mine(house.elm, house.tess, CAME + timedelta(days=19))
    assert [(due.verb, due.late) for due in late] == [("Noor's assessment: parts", True)]


def test_the_managers_panel_costs_the_same_for_one_child_and_for_three(house):
    begin(house)
    asked = {"subject": house.elm, "user": house.rosa, "now": BEGUN}
    with CaptureQueriesContext(connection) as one:
        assert len(on_manager(**asked)["items"]) == 1
    for first in ("Ada", "Ben"):
        house.noor = children.welcome(
            home=house.elm, first_name=first, last_name="Bell", born=date(2014, 2, 1),
            by=house.rosa, arrived_at=CAME, now=BEGUN,
        )  # fmt: skip
        begin(house)
    with CaptureQueriesContext(connection) as three:
        assert len(on_manager(**asked)["items"]) == 3
    assert len(three) == len(one)


def test_what_has_been_sent_leaves_the_managers_page(house):
    sign(signed(house), by=house.tess, now=DAY_20, moment="sent", sent_to="The IRO, by hand")
    assert on_manager(subject=house.elm, user=house.rosa, now=DAY_20) is None
