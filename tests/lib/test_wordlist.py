import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cura.lib.wordlist import Entry, hints, our_entries, read_entries


def found(text):
    return [hint.found for hint in hints(text)]


@pytest.mark.parametrize(
    "text, words",
    [
        ("She absconded and was aggressive.", ["absconded", "aggressive"]),
        ("Attention-seeking again", ["Attention-seeking"]),
        ("attention\nseeking", ["attention\nseeking"]),
        ("He wouldn’t engage", ["wouldn’t engage"]),
        ("LAC review on Monday", ["LAC review"]),
        ("A good day, no concerns. NO CONCERNS.", ["no concerns"]),
        ("the placement breakdown", ["placement", "placement breakdown"]),
        ("had supervised contact", ["supervised contact"]),
        ("Contact visit with mum", ["Contact visit"]),
    ],
)
def test_meets(text, words):
    assert found(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "She went to bed at nine and read to her bear.",
        "I contacted the doctor. He kept eye contact with me.",
        "She put her coat in her suitcase, just in case.",
        "lacrosse, lac",
        "The kitchen units were cleaned.",
        'He said "I was naughty and silly" and laughed.',
        "He said “I am not aggressive” and laughed.",
        "Staff meeting at ten.",
        "He appeared and disappeared behind the sofa.",
    ],
)
def test_leaves_in_peace(text):
    assert found(text) == []


def test_every_entry_of_ours_has_a_sentence_and_meets_its_own_words():
    for entry in our_entries():
        assert entry.say.endswith((".", "?"))
        for word in entry.seen:
            assert entry.say in [hint.sentence for hint in hints(f"x {word}.", [entry])], word


def test_no_word_stands_in_two_entries():
    words = [word.lower() for entry in our_entries() for word in entry.seen]
    assert len(words) == len(set(words))


def test_no_sentence_of_ours_uses_a_word_that_it_minds():
    for entry in our_entries():
        others = [each for each in our_entries() if each != entry]
        assert hints(entry.say, others) == []


def test_a_home_has_its_own_list():
    entries = read_entries('[[words]]\nseen = ["the office"]\nsay = "The quiet room."')
    assert entries == (Entry(("the office",), "The quiet room."),)
    assert hints("In the office", entries) == [("the office", "The quiet room.")]


@pytest.mark.parametrize(
    "source", ["[[words]]\nsay = 'x'", "words = 3", "words = [3]", "not toml", "[words]\nseen=1"]
)
def test_a_list_that_cannot_be_read(source):
    with pytest.raises(ValueError):
        read_entries(source)


@given(st.text())
def test_any_text(text):
    assert isinstance(hints(text), list)


def test_ten_times_the_text_takes_ten_times_as_long():
    """A ratio within one run: no pattern of ours or of a home's list may run away."""

    def seconds(times):
        started = time.perf_counter()
        hints('staff had a settled day " “ looked - - - - after ' * times)
        return time.perf_counter() - started

    seconds(100)
    assert seconds(10_000) / min(seconds(1000) for _ in range(3)) < 50
