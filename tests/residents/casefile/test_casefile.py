"""Schedule 3 on one page with what is missing; the chronology as page, PDF and spreadsheet."""

import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from cura.core.accounts import actions as accounts
from cura.core.records import registry
from residents.casefile import chronology, paras
from residents.casefile.spreadsheet import spreadsheet
from residents.child import actions as children
from residents.daily.models import DailyNote
from residents.people.models import ImportantPerson
from tests import builders
from tests.house.pages import signed_in

DAY = timedelta(days=1)


@pytest.fixture
def now():
    return timezone.now()


def answers(child, user, now) -> dict[int, str]:
    found = {para.number: para.ask(child, user, now) for para in paras.every()}
    return {number: answer.text for number, answer in found.items() if answer}


def test_every_paragraph_is_asked_once_and_those_not_read_in_the_text_say_so():
    numbers = [para.number for para in paras.every()]
    assert len(numbers) == len(set(numbers))
    assert {p.number for p in paras.every() if p.checked} <= set(range(1, 14))
    assert all(p.label == "To be checked" for p in paras.every() if not p.checked)


def test_what_is_known_and_what_is_missing(cast, now):
    found = answers(cast.kai, cast.rosa, now)
    assert found[1].startswith("Kai Marsh") and found[5] == found[10] == ""
    assert 13 not in found and 6 not in found, "who has no job and has not left is not asked"
    facts = {"came_from": "Foster home, 2 Mill Lane", "religion": "Catholic", "sex": "male"}
    children.change(child=cast.kai, values=facts, by=cast.rosa, now=now)
    cast.kai.refresh_from_db()
    mum = registry.of(ImportantPerson)
    change = {"name": ["Siobhan"], "who": ["mum"], "address": ["5 Quay"], "religion": [""]}
    builders.make(mum, subject=cast.kai, by=cast.rosa, now=now, change=change)
    found = answers(cast.kai, cast.rosa, now)
    assert found[5] == "Foster home, 2 Mill Lane" and found[3] == "Catholic"
    assert "Siobhan" in found[10] and "5 Quay" in found[10]
    page = signed_in(cast.rosa).get(reverse("child-file", args=[cast.kai.pk])).content.decode()
    assert f"of {len(found)} are written down." in page and "Still missing" in page


def test_the_file_is_for_those_of_the_home(cast):
    url = reverse("child-file", args=[cast.kai.pk])
    assert signed_in(cast.cara).get(url).status_code == 200
    assert signed_in(cast.ivy).get(url).status_code == 403
    assert signed_in(cast.omar).get(url).status_code == 404


def note(cast, words: str, good: bool, at, child=None):
    change = {"words": [words], "own_words": [""], "happened_at": [at.isoformat()]}
    change |= {"until": [""]}
    change |= {"good": ["on"]} if good else {}
    child = child or cast.kai
    type = registry.of(DailyNote)
    return builders.make(type, subject=child, by=cast.rosa, now=at, change=change)


def told(child, user, now, **asked) -> list[str]:
    found = chronology.events(child, user, start=now - 30 * DAY, end=now + DAY, **asked)
    return [event.words for event in found]


def test_good_things_stand_beside_hard_ones_newest_first(cast, now):
    note(cast, "He laughed.", True, now - 3 * DAY)
    note(cast, "An ordinary day.", False, now - 2 * DAY)
    hold = registry.of("safeguarding.restraint")
    builders.make(hold, subject=cast.kai, by=cast.rosa, now=now - DAY, canary="He ran.")
    words = told(cast.kai, cast.rosa, now)
    assert len(words) == 2 and words[0].startswith("He ran.") and words[1] == "He laughed."
    assert told(cast.kai, cast.rosa, now, tone="good") == ["He laughed."]
    assert told(cast.mia, cast.rosa, now) == []


def test_what_is_not_hers_to_read_is_not_told(cast, now):
    first = note(cast, "Kept from Sam.", True, now - DAY)
    accounts.exclude(user=cast.sam, record=first, why="part of it", by=cast.rosa, now=now)
    assert told(cast.kai, cast.sam, now) == [] and told(cast.kai, cast.rosa, now)
    assert told(cast.kai, cast.olga, now) == []


def test_one_more_than_fits_says_that_there_is_more(cast, now):
    for hour in range(4):
        note(cast, f"Thing {hour}", True, now - timedelta(hours=hour + 1))
    assert told(cast.kai, cast.rosa, now, most=2) == ["Thing 0", "Thing 1", "Thing 2"]


def test_as_many_queries_for_one_as_for_thirty(cast, now):
    def count() -> int:
        with CaptureQueriesContext(connection) as asked:
            told(cast.kai, cast.rosa, now)
        return len(asked)

    note(cast, "One.", True, now - DAY)
    one = count()
    for hour in range(5):
        note(cast, "More.", True, now - timedelta(hours=hour + 1))
    assert count() == one


def test_the_pdf_and_its_hash_in_the_log(cast, now):
    note(cast, "He laughed.", True, now - DAY)
    url = reverse("chronology", args=[cast.kai.pk])
    answer = signed_in(cast.rosa).get(f"{url}?{days(now)}&as=pdf")
    assert answer["Content-Type"] == "application/pdf" and answer.content[:5] == b"%PDF-"


def days(now) -> str:
    first, last = (now - 20 * DAY).date(), now.date()
    return f"first={first.isoformat()}&last={last.isoformat()}"


def test_a_spreadsheet_wants_the_right_and_a_fresh_proof_and_runs_no_word(cast, now):
    note(cast, "=HYPERLINK(1)", True, now - DAY)
    url = f"{reverse('chronology', args=[cast.kai.pk])}?{days(now)}&as=sheet"
    assert signed_in(cast.cara).get(url).status_code == 403
    client = signed_in(cast.rosa)
    stale = client.get(url)
    assert stale.status_code == 302 and "reauthenticate" in stale.url
    data = chronology.events(cast.kai, cast.rosa, start=now - 20 * DAY, end=now)
    sheet = load_workbook(io.BytesIO(spreadsheet(data, chronology.TONES))).active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:3] == ("When", "What", "In words") and rows[1][2] == "=HYPERLINK(1)"
    assert sheet["C2"].data_type == "s"


def test_days_that_make_no_sense_are_said_beside_the_box(cast, now):
    url = f"{reverse('chronology', args=[cast.kai.pk])}?first=2026-05-02&last=2026-05-01"
    answer = signed_in(cast.rosa).get(url)
    assert answer.status_code == 422 and "ends before it begins" in answer.content.decode()
