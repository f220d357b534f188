"""The handover: a line for each child, nothing unread, two people, frozen afterwards."""

import io
import subprocess
from datetime import UTC, datetime, timedelta

import pikepdf
import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from cura.core.audit.models import AuditEvent
from cura.core.records import actions as records
from cura.core.records import registry, snapshot, verify
from cura.core.records.sheet import Sheet
from residents.handover import gather, habit
from residents.handover.documents import ONE_PAGE
from residents.handover.models import Handover
from tests import builders
from tests.cast import PIN

TYPE = registry.of(Handover)


def body(cast, **change) -> dict:
    found = {
        "change": "main", "happened_at": timezone.now().isoformat(),
        "handoverline-TOTAL_FORMS": "2", "handoverline-INITIAL_FORMS": "0",
        "handovercount-TOTAL_FORMS": "7", "handovercount-INITIAL_FORMS": "0",
    }  # fmt: skip
    for number, child in enumerate((cast.kai, cast.mia)):
        found[f"handoverline-{number}-child"] = str(child.pk)
        found[f"handoverline-{number}-how"] = f"{child.first_name} slept."
    for number, what in enumerate(gather.COUNTED):
        found[f"handovercount-{number}-what"] = what
    return found | change


RED = {"handoverline-0-red": "on", "handoverline-0-next": "The gate does not lock."}


def written(cast, by=None, sign=True, **change):
    by = by or cast.tess
    sheet = Sheet.build(
        TYPE, subject=cast.elm, user=by, data=body(cast, **change), now=timezone.now()
    )
    assert sheet.is_valid(), sheet.errors()
    record = records.create(sheet=sheet, type=TYPE, subject=cast.elm, by=by, now=timezone.now())
    return (
        records.reach(record=record, moment="signed", by=by, now=timezone.now()) if sign else record
    )


def test_the_page_begins_with_a_line_for_each_child_and_what_is_known(cast, as_user):
    soon = timezone.now() + timedelta(hours=2)
    builders.make(
        registry.of("residents.diaryentry"), subject=cast.elm, by=cast.tess,
        change={
            "title": ["Dentist"], "children": [str(cast.kai.pk)], "takes_out": ["on"],
            "driver": [str(cast.sam.pk)], "happened_at": [soon.isoformat()], "until": [""],
        },
    )  # fmt: skip
    builders.signed(
        registry.of("residents.dailynote"), subject=cast.mia, by=cast.cara,
        change={"words": ["Lost her scarf"], "next_shift": ["on"]},
    )  # fmt: skip
    page = as_user(cast.tess).get(reverse("handovers-new", args=[cast.elm.pk])).content.decode()
    assert page.count('name="handoverline-') >= 10
    assert "Dentist" in page and "with Sam" in page  # in Kai's line and in who takes whom
    assert "Lost her scarf" in page
    assert "Keys of the house" in page and "Ola" not in page


def test_no_child_is_left_out_even_if_nothing_was_typed(cast):
    sheet = Sheet.build(
        TYPE,
        subject=cast.elm,
        user=cast.tess,
        data=body(cast, **{"handoverline-1-how": ""}),
        now=timezone.now(),
    )
    assert not sheet.is_valid()
    assert written(cast).lines.count() == 2


def test_what_was_not_counted_is_not_kept_and_what_is_wrong_says_why(cast):
    counted = {"handovercount-0-right": "yes", "handovercount-0-amount": "7"}
    assert [c.what for c in written(cast, **counted).counts.all()] == ["keys"]
    wrong = {"handovercount-2-right": "no"}
    sheet = Sheet.build(
        TYPE, subject=cast.elm, user=cast.tess, data=body(cast, **wrong), now=timezone.now()
    )
    assert not sheet.is_valid()


def test_a_red_line_says_what_must_be_read(cast):
    data = body(cast, **{"handoverline-0-red": "on"})
    assert not Sheet.build(
        TYPE, subject=cast.elm, user=cast.tess, data=data, now=timezone.now()
    ).is_valid()


def test_it_cannot_be_taken_with_an_unread_red_line(cast):
    handover = written(cast, **RED)
    with pytest.raises(ValidationError, match="must-read"):
        records.reach(record=handover, moment="taken", by=cast.sam, values={}, now=timezone.now())
    with pytest.raises(ValidationError):
        records.reach(
            record=handover,
            moment="taken",
            by=cast.sam,
            values={"read_lines": ["x"]},
            now=timezone.now(),
        )
    handover.refresh_from_db()
    assert handover.taken_at is None


def take(client, handover, **data):
    return client.post(reverse("handovers-step", args=[handover.pk, "taken"]), data)


def test_a_second_person_takes_it_by_pin_on_the_same_screen(cast, as_user):
    handover = written(cast, **RED)
    line = handover.lines.get(red=True)
    client = as_user(cast.tess)
    page = client.get(reverse("handovers-step", args=[handover.pk, "taken"])).content.decode()
    assert "I have read: Kai: The gate does not lock." in page and "Sam Birch" in page
    sam = {"proof_person": str(cast.sam.pk), "proof_pin": PIN}
    assert take(client, handover, **sam).status_code == 422  # not ticked
    ticked = {"read_lines": [str(line.pk)]}
    assert take(client, handover, **ticked, **sam | {"proof_pin": "0000"}).status_code == 422
    assert take(client, handover, **ticked, **sam).status_code == 302
    handover.refresh_from_db()
    assert (handover.signed_by, handover.taken_by) == (cast.tess, cast.sam)
    assert handover.read_lines == ["Kai: The gate does not lock."]
    assert client.get("/today/").context["user"] == cast.tess  # nobody was signed out


def test_who_comes_on_may_take_it_in_her_own_session(cast, as_user):
    handover = written(cast, **RED)
    line = handover.lines.get(red=True)
    client = as_user(cast.sam)
    assert take(client, handover).status_code == 422
    assert take(client, handover, read_lines=[str(line.pk)]).status_code == 302
    handover.refresh_from_db()
    assert handover.taken_by == cast.sam


def test_nobody_takes_her_own(cast):
    handover = written(cast)
    with pytest.raises(ValidationError, match="somebody else"):
        records.reach(record=handover, moment="taken", by=cast.tess, values={}, now=timezone.now())


def test_it_is_signed_before_it_is_taken(cast):
    with pytest.raises(ValidationError, match="First"):
        records.reach(
            record=written(cast, sign=False),
            moment="taken",
            by=cast.sam,
            values={},
            now=timezone.now(),
        )


def test_lines_counts_and_receipts_stay_as_they_are(cast):
    handover = written(cast, **RED)
    receipts = [line.receipt for line in handover.red()]
    records.reach(
        record=handover,
        moment="taken",
        by=cast.sam,
        values={"read_lines": receipts},
        now=timezone.now(),
    )
    for change in (
        lambda: handover.lines.update(how="Other."),
        lambda: handover.lines.all().delete(),
        lambda: Handover.objects.filter(pk=handover.pk).update(read_lines=[]),
        lambda: Handover.objects.filter(pk=handover.pk).update(house="x"),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    assert list(verify.records()) == []


def test_it_prints_on_one_page(cast):
    handover = written(cast, **RED, **{"handovercount-0-right": "yes"})
    name, data = ONE_PAGE.build(handover, by=cast.tess, now=timezone.now())
    assert name.startswith("handover-HO-") and data.startswith(b"%PDF")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(pdf.pages) == 1
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
    command = ["pdftotext", "-layout", "-", "-"]
    said = subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()
    assert "printed by Tess Quill" in said and "page 1 of 1" in said
    assert snapshot.fingerprint(handover, registry.of(handover)) in said


def test_the_times_are_the_habit_of_the_home(cast):
    assert habit.times(cast.elm, cast.rosa)["main"].strftime("%H:%M") == "09:30"
    for day in (1, 2, 3):
        when = datetime(2026, 11, day, 10, 5, tzinfo=UTC)
        written(cast, happened_at=when.isoformat())
    assert habit.times(cast.elm, cast.rosa)["main"].strftime("%H:%M") == "10:05"
    change, at = habit.nearest(cast.elm, cast.rosa, datetime(2026, 11, 4, 21, 30, tzinfo=UTC))
    assert (change, at) == ("to_night", datetime(2026, 11, 4, 22, tzinfo=UTC))


def test_the_night_handover_on_the_night_of_the_long_hour(cast):
    now = datetime(2026, 10, 25, 8, 5, tzinfo=UTC)  # 08:05 after the clocks went back
    change, at = habit.nearest(cast.elm, cast.rosa, now)
    assert (change, at) == ("from_night", datetime(2026, 10, 25, 8, 15, tzinfo=UTC))


def test_other_homes_and_outsiders_see_none(cast, as_user):
    handover = written(cast)
    for user in (cast.omar, cast.olga, cast.lin):
        assert as_user(user).get(reverse("handovers-detail", args=[handover.pk])).status_code == 404
        assert take(as_user(user), handover).status_code == 404
    assert not Handover.objects.visible_to(cast.ivy).exists()
    assert AuditEvent.objects.filter(object_id=handover.pk, action="record.signed").count() == 1
