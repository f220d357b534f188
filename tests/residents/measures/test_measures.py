"""Scores: figures and bands only, the same answers side by side, a year until the next SDQ."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from cura.core.deadlines.deadline import Deadline
from cura.core.records import actions
from cura.core.records.sheet import Sheet
from cura.lib import london
from residents.measures.instruments import all_instruments, instrument
from residents.measures.models import Measure
from residents.measures.reading import courses, of_child
from residents.measures.record import measure

pytestmark = pytest.mark.django_db
WHEN = datetime(2026, 6, 10, 9, 0, tzinfo=UTC)


def sheet_of(cast, at=WHEN, key="sdq", informant="carer", lines=None, child=None):
    lines = {"Total difficulties": "22"} if lines is None else lines
    body = {
        "instrument": key, "informant": informant, "scored_by": "Dr Ade Cole, psychologist",
        "happened_at": f"{london.local(at):%Y-%m-%dT%H:%M}", "other": "Own one",
        "measurescore-TOTAL_FORMS": str(len(lines)), "measurescore-INITIAL_FORMS": "0",
    }  # fmt: skip
    for number, (scale, score) in enumerate(lines.items()):
        body |= {f"measurescore-{number}-scale": scale, f"measurescore-{number}-score": score}
    return Sheet.build(
        measure, subject=child or cast.kai, user=cast.sam, now=at + timedelta(hours=1), data=body
    )


def scored(cast, at=WHEN, **kwargs) -> Measure:
    sheet = sheet_of(cast, at, **kwargs)
    assert sheet.is_valid(), sheet.errors()
    child = kwargs.get("child") or cast.kai
    return actions.create(
        sheet=sheet, type=measure, subject=child, by=cast.sam, now=at + timedelta(hours=1)
    )


@pytest.mark.parametrize(
    ("informant", "scale", "score", "level"),
    [
        ("carer", "Total difficulties", 13, "close to average"),
        ("carer", "Total difficulties", 14, "slightly raised"),
        ("parent", "Total difficulties", 20, "very high"),
        ("teacher", "Total difficulties", 16, "high"),
        ("teacher", "Peer problems", 4, "slightly raised"),
        ("child", "Total difficulties", 17, "slightly raised"),
        ("carer", "Prosocial", 8, "close to average"),
        ("carer", "Prosocial", 7, "slightly lowered"),
        ("carer", "Prosocial", 0, "very low"),
        ("clinician", "Total difficulties", 20, ""),
        ("carer", "Something else", 3, ""),
    ],
)
def test_the_table_of_each_informant_gives_the_level(informant, scale, score, level):
    assert instrument("sdq").level(informant, scale, Decimal(score)) == level


def test_every_cut_is_of_a_scale_and_in_its_order():
    for known in all_instruments().values():
        for table in known.cuts.values():
            for title, cuts in table.items():
                scale = known.scale(title)
                assert all(scale.low <= cut <= scale.high for cut in cuts)
                assert cuts == sorted(cuts, reverse=scale.worse == "low")
                assert len(cuts) == len(known.levels) - 1


def test_the_level_is_added_when_it_is_saved_and_follows_a_change(cast, client):
    record = scored(cast)
    assert record.scores.get().level == "very high"
    client.force_login(cast.sam)
    line = record.scores.get()
    answer = client.post(
        reverse("measures-edit", args=[record.pk]),
        {
            "version": "1", "instrument": "sdq", "informant": "clinician", "scored_by": "Dr Cole",
            "happened_at": "2026-06-10T10:00", "save_open": "1", "measurescore-TOTAL_FORMS": "1",
            "measurescore-INITIAL_FORMS": "1", "measurescore-0-id": str(line.pk),
            "measurescore-0-scale": line.scale, "measurescore-0-score": "22",
        },
    )  # fmt: skip
    assert answer.status_code == 302, answer.context["errors"]
    assert record.scores.get().level == ""


def test_what_the_scorer_called_it_stands_first(cast):
    score = scored(cast).scores.get()
    score.band = "raised"
    assert score.said == "raised"


def test_a_score_beyond_its_scale_is_refused(cast):
    sheet = sheet_of(cast, lines={"Prosocial": "11"})
    assert not sheet.is_valid()
    assert "Prosocial goes from 0 to 10." in [words for _, words in sheet.errors()]


def test_a_scale_without_a_figure_is_no_line_and_none_at_all_is_no_measure(cast):
    record = scored(cast, lines={"Total difficulties": "15", "Impact": ""})
    assert [s.scale for s in record.scores.all()] == ["Total difficulties"]
    assert not sheet_of(cast, lines={"Impact": ""}).is_valid()


def test_nothing_of_a_form_can_be_typed_but_figures():
    """Item texts have no place to stand: the lines hold a scale, a figure and a band."""
    names = {f.name for f in measure.rows[0].model._meta.fields}
    assert names == {"id", "measure", "scale", "score", "band", "level"}


def test_only_answers_of_the_same_person_are_set_side_by_side(cast):
    scored(cast, WHEN - timedelta(days=200), lines={"Total difficulties": "22"})
    scored(cast, WHEN, lines={"Total difficulties": "17"})
    scored(cast, WHEN, informant="teacher", lines={"Total difficulties": "9"})
    carer, teacher = courses(of_child(cast.kai, cast.sam))
    assert carer.finding.endswith("5 lower. Two scores show a difference, not a trend.")
    assert "22 (very high) at first, 17 (high) on" in carer.finding
    assert teacher.finding.endswith("One score: nothing to compare yet.")


def test_three_scores_are_drawn(cast, client):
    for n, score in enumerate(("22", "19", "17")):
        scored(cast, WHEN + timedelta(days=100 * (n - 3)), lines={"Total difficulties": score})
    client.force_login(cast.sam)
    page = client.get(reverse("measures-list", args=[cast.kai.pk])).content.decode()
    assert "<svg" in page and "5 lower. 3 scores." in page


def due(cast, child=None):
    child = child or cast.kai
    return Deadline.objects.standing().filter(rule="SDQ", child_id=child.pk).order_by("slot")


def test_the_next_sdq_is_due_in_a_year_and_done_by_the_next(cast):
    scored(cast, WHEN - timedelta(days=300))
    assert due(cast).get().done_at is None
    later = scored(cast, WHEN)
    first, second = due(cast)
    assert first.done_at == later.happened_at and first.state == "met"
    assert london.local_date(second.due_at).isoformat() == "2027-06-10"


@pytest.mark.parametrize(
    "kwargs", [{"informant": "teacher"}, {"key": "tscc", "lines": {"Anger": "60"}}]
)
def test_only_the_carers_sdq_sets_the_year_going(cast, kwargs):
    scored(cast, **kwargs)
    assert not due(cast).exists()


def test_nobody_is_asked_again_who_will_be_seventeen(cast):
    cast.kai.born = london.local_date(WHEN).replace(year=2010, month=3)
    cast.kai.save()
    scored(cast)
    assert not due(cast).exists()


def test_the_lines_of_the_chosen_instrument_stand_ready(cast, client):
    client.force_login(cast.sam)
    url = reverse("measures-new", args=[cast.kai.pk])
    page = client.get(url).content.decode()
    assert page.count('value="Prosocial"') == 1
    assert "at least one line" not in page  # nobody has been asked yet
    page = client.get(f"{url}?instrument=tscc").content.decode()
    assert 'value="Dissociation"' in page and 'value="Prosocial"' not in page
