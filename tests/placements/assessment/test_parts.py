"""Each discipline's part is its author's own: given out at once, written, asked for, signed."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from cura.core.search import index
from placements.assessment.evidence import CLOSED, ref, shown
from placements.assessment.part_actions import ask, give
from placements.assessment.part_models import AssessmentPart, PartAsk
from placements.assessment.progress import progress_of
from residents.daily.models import DailyNote
from tests.placements.assessment.conftest import BEGUN, begin, parts_of, sign, write
from tests.residents.records import make

pytestmark = pytest.mark.django_db
DAY_16 = BEGUN + timedelta(days=13)


def asked_by_mail(**more) -> dict:
    return {"asked_at": BEGUN, "whom": "Nurse Hill", "how": "mail", "words": ""} | more


def given(**more) -> dict:
    return {"writer": None, "outsider": "", "due_on": None, "booked_on": None} | more


def test_six_parts_are_given_out_at_once_to_whoever_is_likely(house):
    make(
        "importantperson", child=house.noor, by=house.sam, name="Femi Alade", who="social_worker",
        now=BEGUN,
    )  # fmt: skip
    parts = parts_of(begin(house))
    assert len(vars(parts)) == 6
    assert parts.therapy.writer == house.thea
    assert parts.education.writer == house.eddie
    assert parts.care.writer == parts.family.writer == house.sam
    assert parts.social_work.outsider == "Femi Alade, Social worker"
    assert parts.health.writer is None and parts.health.outsider
    assert "Noor" in parts.therapy.questions


def test_a_change_of_the_whole_gives_out_nothing_again(house, client):
    record = begin(house)
    client.force_login(house.tess)
    url = reverse("assessments-edit", args=[record.pk])
    body = {
        "version": "1", "happened_at": "2026-06-08T10:00", "coordinator": str(house.tess.pk),
        "asked_for": "Can he stay?", "startingpoint-TOTAL_FORMS": "0",
        "startingpoint-INITIAL_FORMS": "0", "recommended-TOTAL_FORMS": "0",
        "recommended-INITIAL_FORMS": "0", "disagreement-TOTAL_FORMS": "0",
        "disagreement-INITIAL_FORMS": "0",
    }  # fmt: skip
    assert client.post(url, body).status_code == 302
    assert AssessmentPart.objects.filter(child=house.noor).count() == 6


def test_only_its_author_signs_a_part_and_only_with_something_found(house):
    part = parts_of(begin(house)).therapy
    with pytest.raises(ValidationError, match="First write what was found"):
        sign(part, by=house.thea, now=BEGUN)
    write(part, by=house.thea, now=BEGUN)
    with pytest.raises(ValidationError, match="Thea Marlow writes this part, and signs it"):
        sign(part, by=house.rosa, now=BEGUN)
    assert sign(part, by=house.thea, now=BEGUN).signed_by == house.thea


def test_whoever_was_asked_writes_hers_and_no_other(house, client):
    """The education liaison writes no plans here, but the part that she was asked for."""
    parts = parts_of(begin(house))
    write(parts.education, by=house.eddie, now=BEGUN)
    sign(parts.education, by=house.eddie, now=BEGUN)
    with pytest.raises(PermissionDenied):
        write(parts.care, by=house.eddie, now=BEGUN)
    client.force_login(house.eddie)
    edit = "assessment-parts-edit"
    assert client.get(reverse(edit, args=[parts.care.pk])).status_code == 403
    mine = AssessmentPart.objects.visible_to(house.eddie, AssessmentPart.write)
    assert list(mine) == [parts.education]


def test_a_care_worker_enters_nothing_that_came_from_outside(house):
    part = parts_of(begin(house)).health
    write(part, by=house.tess, now=BEGUN, found="Two teeth to be seen to.")
    with pytest.raises(ValidationError, match="enters and signs"):
        sign(part, by=house.cara, now=BEGUN)
    assert sign(part, by=house.tess, now=BEGUN).signed_at


def test_giving_it_to_another_leaves_the_text_that_is_being_written(house):
    part = parts_of(begin(house)).care
    write(part, by=house.sam, now=BEGUN, found="He likes mornings.")
    part.refresh_from_db()
    version = part.version
    give(record=part, by=house.tess, now=BEGUN, values=given(writer=house.cara))
    part.refresh_from_db()
    assert (part.writer, part.found, part.version) == (house.cara, "He likes mornings.", version)


def test_it_is_one_of_us_or_somebody_outside(house):
    part = parts_of(begin(house)).care
    with pytest.raises(ValidationError, match="Either one of us"):
        give(
            record=part, by=house.tess, now=BEGUN, values=given(writer=house.sam, outsider="Nurse")
        )


def test_what_is_signed_is_given_and_asked_no_more(house):
    part = write(parts_of(begin(house)).therapy, by=house.thea, now=BEGUN)
    sign(part, by=house.thea, now=BEGUN)
    with pytest.raises(ValidationError, match="signed and stays"):
        give(record=part, by=house.tess, now=BEGUN, values=given(writer=house.sam))
    with pytest.raises(ValidationError, match="signed and stays"):
        ask(record=part, by=house.tess, now=BEGUN, values=asked_by_mail())


def test_each_time_somebody_was_asked_stands_and_a_button_pressed_twice_asks_once(house):
    part = parts_of(begin(house)).health
    for _ in range(2):
        ask(record=part, by=house.tess, now=BEGUN, values=asked_by_mail())
    later = BEGUN + timedelta(days=3)
    ask(record=part, by=house.tess, now=later, values=asked_by_mail(asked_at=later, how="phone"))
    assert PartAsk.objects.filter(object_id=part.pk).count() == 2
    with pytest.raises(ValidationError, match="has not come yet"):
        ask(record=part, by=house.tess, now=BEGUN, values=asked_by_mail(asked_at=later))


def test_day_16_in_one_sentence(house):
    """Therapy and education in, health not started (asked), family view booked."""
    record = begin(house)
    parts = parts_of(record)
    for part, by in ((parts.therapy, house.thea), (parts.education, house.eddie)):
        sign(write(part, by=by, now=BEGUN), by=by, now=BEGUN)
    ask(record=parts.health, by=house.tess, now=BEGUN, values=asked_by_mail())
    booked = given(writer=house.sam, booked_on=date(2026, 6, 24))
    give(record=parts.family, by=house.tess, now=BEGUN, values=booked)
    progress = progress_of([record], house.rosa, DAY_16)[0]
    assert progress.day_words == "Day 16 of 28"
    assert progress.sentence == (
        "Therapy and education in; health not started (asked); "
        "care and key work and social work not started; family booked for Wed 24 Jun"
    )
    assert progress.next == "Next: parts, by Tue 23 Jun"


def test_a_part_that_is_late_says_so_before_and_after_it_came(house):
    record = begin(house)
    parts = parts_of(record)
    late = BEGUN + timedelta(days=17)  # Thursday 25 June; wanted by Tuesday 23 June
    lines = {
        line.part.discipline: line for line in progress_of([record], house.rosa, late)[0].lines
    }
    assert (lines["care"].late_words, lines["care"].tone) == ("was due Tue 23 Jun", "late")
    sign(write(parts.care, by=house.sam, now=late), by=house.sam, now=late)
    lines = {
        line.part.discipline: line for line in progress_of([record], house.rosa, late)[0].lines
    }
    assert (lines["care"].late_words, lines["care"].tone) == ("2 days late", "ok")


def note_of(child, by, words="Slept in the bed for the first time.") -> DailyNote:
    return make("dailynote", child=child, by=by, words=words, now=BEGUN)


def test_the_page_offers_the_childs_last_records_and_keeps_what_was_chosen(house, client):
    part = parts_of(begin(house)).care
    note, other = note_of(house.noor, house.sam), note_of(house.kai, house.sam)
    index.pending()
    client.force_login(house.sam)
    page = client.get(reverse("assessment-parts-edit", args=[part.pk])).content.decode()
    assert "Slept in the bed" in page
    chosen = ref("residents.dailynote", note.pk)
    assert chosen in page and ref("residents.dailynote", other.pk) not in page
    line = {"kind": "strength", "words": "He sleeps.", "evidence": [chosen]}
    write(part, by=house.sam, now=BEGUN, statements=[line])
    assert part.statements.get().evidence == [chosen]
    page = client.get(reverse("assessment-parts-detail", args=[part.pk])).content.decode()
    assert reverse("daily-notes-detail", args=[note.pk]) in page


def test_a_record_of_another_child_or_of_none_shows_nothing(house):
    part = parts_of(begin(house)).care
    other = ref("residents.dailynote", note_of(house.kai, house.sam).pk)
    for wrong in (other, f"residents.dailynote:{house.noor.pk}", "accounts.user:1", "x"):
        line = {"kind": "need", "words": "He needs time.", "evidence": [wrong]}
        with pytest.raises(AssertionError, match="not one of the available choices"):
            write(part, by=house.sam, now=BEGUN, statements=[line])


def test_whoever_may_not_open_a_record_does_not_learn_what_it_was(house):
    note = note_of(house.noor, house.sam)
    chosen = ref("residents.dailynote", note.pk)
    assert shown([chosen], house.rosa)[chosen].url
    assert shown([chosen], house.omar)[chosen].words == CLOSED
    assert shown([chosen], house.omar)[chosen].url == ""


def test_an_assessment_part_is_no_evidence_of_itself(house, client):
    part = write(parts_of(begin(house)).care, by=house.sam, now=BEGUN)
    index.pending()
    client.force_login(house.sam)
    page = client.get(reverse("assessment-parts-edit", args=[part.pk])).content.decode()
    assert "placements.assessment" not in page.replace('value="placements.assessmentpart"', "")


def test_another_view_is_added_to_the_whole_that_the_address_names(house, client):
    record = begin(house)
    client.force_login(house.tess)
    url = reverse("assessment-parts-new", args=[house.noor.pk])
    form = client.get(f"{url}?assessment={record.pk}").context["sheet"].form
    assert form.initial["assessment"] == record and form.initial["discipline"] == "other"
    foreign = client.get(f"{url}?assessment={house.noor.pk}").context["sheet"].form
    assert foreign.initial["assessment"] is None
