"""What a record of a hold says by itself: training, holds that we are taught, marks, paper."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cura.core.records import actions, registry
from cura.core.ui import body_map
from safeguarding.holds.models import HoldType
from safeguarding.restraint import documents, reading
from tests import builders
from tests.safeguarding.records import HELD, HOUR, body, held_by, hold, lines, reach, sheet, signed


def certificate(cast, person, **changed):
    type = registry.of("staffing.certificate")
    posted = {"person": str(person.pk), "course": "holds", "happened_at": "2026-01-10T09:00"}
    found = builders.Sheet.build(
        type, subject=cast.elm, user=cast.rosa, data=posted | changed, now=HELD
    )
    assert found.is_valid(), found.errors()
    return actions.create(sheet=found, type=type, subject=cast.elm, by=cast.rosa, now=HELD)


def taught(cast, **changed):
    type = registry.of("safeguarding.holdtype")
    posted = {"name": "Standing wrap", "provider": "Calm Hands", "edition": "6",
              "position": "standing", "people": "2", "happened_at": "2026-01-01T09:00"}  # fmt: skip
    old = changed.pop("replaces", None)
    found = builders.Sheet.build(
        type, subject=cast.elm, user=cast.rosa, data=posted | changed, now=HELD
    )
    assert found.is_valid(), found.errors()
    made = actions.create(
        sheet=found, type=type, subject=cast.elm, by=cast.rosa, now=HELD, replaces=old
    )
    return reach(made, "signed", cast.rosa)


UNTRAINED = "Cara Moss had no certificate for holds on that day."


@pytest.mark.parametrize(
    "change,said",
    [
        ({}, False),
        ({"until": "2026-06-01T09:00"}, True),
        ({"happened_at": "2026-06-10T21:00"}, True),  # passed after it
        ({"course": "fire"}, True),
    ],
)
def test_a_hold_by_somebody_untrained_is_said(cast, change, said):
    certificate(cast, cast.cara, **change)
    assert (UNTRAINED in reading.notices(hold(cast, cast.cara))) is said


def test_it_is_said_on_the_page_for_everybody(cast, as_user):
    record = hold(cast, cast.cara)
    page = as_user(cast.sam).get(reverse("restraints-detail", args=[record.pk])).content.decode()
    assert UNTRAINED in page


def test_a_hold_that_nobody_teaches_is_said(cast):
    said = reading.notices(hold(cast, cast.cara))
    assert "The hold by Cara Moss is none that we are taught: held by the arm" in said
    wrap = taught(cast)
    record = hold(cast, **held_by(cast.cara, hold=wrap.pk, other=""))
    assert record.holds.get().position == "standing"
    assert not [s for s in reading.notices(record) if "none that we are taught" in s]


def test_a_new_version_replaces_the_old_which_its_records_keep(cast):
    six = taught(cast)
    record = hold(cast, **held_by(cast.cara, hold=six.pk, other=""))
    seven = taught(cast, edition="7", replaces=six)
    assert list(HoldType.objects.in_force()) == [seven]
    assert str(record.holds.get().hold) == "Standing wrap (Calm Hands 6)"
    again = sheet("restraint", cast, body(**held_by(cast.cara, hold=six.pk, other="")), cast.sam)
    assert not again.is_valid()  # the old one cannot be chosen any more


MARK = {"place": "front-left-forearm", "kind": "bruise", "whose": "child"}


def test_marks_stand_where_they_were_tapped_or_in_the_middle_of_the_place(cast, as_user):
    tapped = MARK | {"x": "155", "y": "170", "size_mm": "30", "colour": "purple"}
    marks = lines("injury", tapped, MARK | {"place": "back-chest", "over_clothing": "on"})
    record = hold(cast, cast.cara, **marks)
    first, second = reading.marks(record)
    assert first.at == (155, 170)
    assert second.at == body_map.PLACES["back-chest"].centre
    page = as_user(cast.sam).get(reverse("restraints-detail", args=[record.pk])).content.decode()
    assert "1: left forearm, front; 2: upper back" in page
    assert "Bruise, 30 mm, purple" in page and "Bruise, through clothing, not seen" in page
    assert "155" not in page.split("<table")[1].split("</table>")[0]  # drawn, not said


@pytest.mark.parametrize(
    "change", [{"place": "front-chest"}, {"over_clothing": "on"}, {"place": "back-hips"}]
)
def test_no_photo_of_a_covered_part(cast, change):
    found = body(cast.cara, **lines("injury", MARK | {"photo": "on"} | change))
    wrong = sheet("restraint", cast, found, cast.sam)
    assert not wrong.is_valid()
    assert "No photo of a part that is covered" in str(wrong.errors())


def test_left_and_right_are_the_persons_own():
    """From the front the left hand is on the right of the paper, from the back on the left."""
    front, back = (body_map.PLACES[f"{view}-left-hand"] for view in ("front", "back"))
    assert front.centre[0] > body_map.FRONT
    assert back.centre[0] < body_map.BACK
    assert len({place.name for place in body_map.PLACES.values()}) == len(body_map.PLACES)


def test_the_form_works_by_name_without_javascript(cast, as_user):
    client = as_user(cast.sam)
    url = reverse("restraints-new", args=[cast.kai.pk])
    found = body(cast.cara) | {"whole": "1", "add-row": "injury"}
    page = client.post(url, found)
    assert page.status_code == 200
    assert 'name="injury-0-place"' in page.content.decode()
    assert "left forearm, front" in page.content.decode()


def test_the_paper_says_all_that_the_law_asks(cast):
    record = signed(cast, cast.cara, **lines("injury", MARK))
    actions.amend(
        record=record, field="words", words="He also kicked.", reason="Forgot", by=cast.sam,
        now=HELD + 2 * HOUR,
    )  # fmt: skip
    found = documents.context(record=record, by=cast.rosa, now=HELD + timedelta(days=3))
    assert found["heading"].startswith("Record of restraint, Wed 10 Jun 2026")
    assert "body-mark" in found["drawing"] and UNTRAINED in found["notices"]
    waits = [m for m in found["moments"] if m.get("done") is False]
    assert [m["late"] for m in waits] == [True, False]
    assert waits[0]["due_words"] == "was due Fri 12 Jun 2026, 20:40 (CHR 2015 reg. 35(3)(b))"
    assert "He also kicked." in str(found["sections"])
    assert found["hash"] and found["reference"].startswith("RE")


def test_a_photo_without_the_childs_yes_is_said(cast):
    photo, paper = {"kind": "Photo"}, {"kind": "Document"}
    record = hold(cast, cast.cara, **lines("injury", MARK))
    assert reading.unasked(record, [paper]) == []
    assert "no line says that the child said yes" in reading.unasked(record, [photo, paper])[0]
    asked = hold(cast, cast.cara, **lines("injury", MARK | {"photo": "on"}))
    assert reading.unasked(asked, [photo]) == []


def test_a_page_with_many_lines_asks_no_more(cast, as_user):
    client = as_user(cast.sam)
    few, many = (hold(cast, *[cast.cara] * count) for count in (1, 12))
    counts = []
    for record in (few, few, many):
        with CaptureQueriesContext(connection) as found:
            client.get(reverse("restraints-edit", args=[record.pk]))
        counts.append(len(found))
    assert counts[2] == counts[1]
