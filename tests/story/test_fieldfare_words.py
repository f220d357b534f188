"""Fieldfare House as it stands in its files: it can be read on any day of the week, and its words
are many and kind. Nothing is loaded here."""

import re
from collections import Counter, defaultdict
from datetime import date, timedelta
from functools import lru_cache

import pytest

from cura.demonstration import STORY
from cura.lib import london, wordlist
from cura.lib.london import DAY
from cura.story.reading import read_story
from cura.story.verbs import VERBS

SUNDAY = date(2026, 11, 22)
SENTENCE = re.compile(r"(?<=[.!?])\s+")


@lru_cache
def all_entries(anchor):
    """Every entry up to the end of that day: two seconds of work, so each day is asked once."""
    story = read_story(STORY, anchor=anchor)
    entries = [story.routine.stage.spoken(e, story.name) for e in story.entries]
    for number in range((anchor - story.first).days + 1):
        entries += story.routine.day(story.first + number * DAY)
    end = london.day_bounds(anchor)[1]
    return story, sorted((e for e in entries if e.at < end), key=lambda e: (e.at, e.order))


@pytest.fixture(scope="module")
def fieldfare():
    return all_entries(SUNDAY)


@pytest.mark.parametrize("later", range(7))
def test_on_every_day_of_the_week_nobody_is_written_about_who_is_not_there(later):
    story, entries = all_entries(SUNDAY + timedelta(days=later))
    children = story.routine.stage.household.children
    wrong = [
        (e.key, e.at)
        for e in entries
        if e.about in children and e.kind == "record" and not children[e.about].lives_here(e.at)
    ]
    assert wrong == []


@pytest.mark.parametrize("later", range(7))
def test_on_every_day_of_the_week_each_step_comes_after_what_it_is_about(later):
    _, entries = all_entries(SUNDAY + timedelta(days=later))
    at = {e.name: e.at for e in entries if e.name}
    assert [e.key for e in entries if e.kind == "step" and at[e.on] > e.at] == []
    assert len({e.key for e in entries}) == len(entries)


@pytest.mark.parametrize("later", range(7))
def test_on_every_day_of_the_week_somebody_stands_in_each_place(later):
    """A manager who is away from Monday on was here on Friday."""
    story, entries = all_entries(SUNDAY + timedelta(days=later))
    people = story.routine.stage.first_names.keys() | {"Cura"}
    assert {e.who for e in entries} <= people
    rota, day = story.routine.stage.rota, story.first + 2 * DAY
    while day <= story.moments.anchor:
        noon = london.day_bounds(day)[0] + DAY / 2
        assert rota.who("manager", noon, day)
        day += DAY


def test_nobody_hands_over_to_herself(fieldfare):
    story, entries = fieldfare
    by = {e.name: e.who for e in entries if e.what == "handovers"}
    assert [e.key for e in entries if e.what == "taken" and by[e.on] == e.who] == []


def test_every_act_is_known(fieldfare):
    _, entries = fieldfare
    assert {e.what for e in entries if e.kind == "action"} <= VERBS.keys()


def notes(entries):
    return [e for e in entries if e.what == "daily-notes"]


def test_a_day_has_ten_to_fourteen_notes(fieldfare):
    _, entries = fieldfare
    per_day = Counter(london.local_date(e.at) for e in notes(entries))
    days = sorted(per_day)[1:-1]
    mean = sum(per_day[d] for d in days) / len(days)
    assert 9.5 <= mean <= 14
    assert (
        all(5 <= per_day[d] <= 20 for d in days if "camping" not in str(d))
        or min(per_day[d] for d in days) >= 2
    )
    assert 1800 <= len(notes(entries)) <= 2600


@pytest.mark.parametrize(("child", "least"), [("ella", 450), ("dev", 400), ("zosia", 300)])
def test_the_words_about_a_child_are_many(fieldfare, child, least):
    _, entries = fieldfare
    sentences = Counter(
        s for e in notes(entries) if e.about == child for s in SENTENCE.split(e.data["words"])
    )
    assert len(sentences) >= least
    assert sentences.most_common(1)[0][1] <= 20


def test_the_words_are_kind(fieldfare):
    _, entries = fieldfare
    met = defaultdict(list)
    for entry in entries:
        for text in _texts(entry.data):
            for hint in wordlist.hints(text):
                met[hint.found.lower()].append(text)
    assert sum(len(texts) for texts in met.values()) <= 5, dict(met)


def test_no_slot_stays_open(fieldfare):
    _, entries = fieldfare
    assert [e.key for e in entries if any(re.search(r"[{}]", t) for t in _texts(e.data))] == []


def test_phones_and_mails_are_nobodys(fieldfare):
    _, entries = fieldfare
    for entry in entries:
        for text in _texts(entry.data):
            for number in re.findall(r"\b0\d{4} ?\d{6}\b|\b0\d{4} \d{3} ?\d{3}\b", text):
                assert number.startswith(("01632 960", "07700 900")), (entry.key, number)
            assert all(m.endswith("@example.org") for m in re.findall(r"\S+@\S+\w", text))


def _texts(data):
    for value in data.values():
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            yield from _texts(value)
        elif isinstance(value, list):
            yield from _texts(dict(enumerate(value)))
