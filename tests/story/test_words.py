"""Words are drawn so that none comes back soon, and name nobody who does not live there."""

from datetime import date
from random import Random

import pytest

from cura.story.errors import StoryError
from cura.story.moments import Moments, When
from cura.story.words import Scene, Words


def scene(lists=("house",), absent=frozenset(), **names):
    day = date(2026, 11, 22)
    moments = Moments(day).also(day=When(day))
    return Scene(Random(7), moments, names, lists, absent)


def test_a_line_comes_back_only_after_two_thirds_of_the_others():
    words = Words({"house": {"tea": [str(n) for n in range(9)]}})
    drawn = [words.draw("tea", scene()) for _ in range(40)]
    for place in range(len(drawn) - 6):
        assert len(set(drawn[place : place + 7])) == 7


def test_slots_are_filled_and_sentences_begin_large():
    words = Words({"house": {"fruit": ["a pear"]}})
    assert words.say("{fruit} for {me}. {fruit} again.", scene(me="Jo")) == (
        "A pear for Jo. A pear again."
    )
    assert words.say("night", scene()) == "night"


def test_the_childs_own_list_comes_before_the_houses():
    words = Words({"house": {"tea": ["soup"]}, "kai": {"tea": ["toast"]}})
    assert words.say("{tea}", scene(("kai", "house"))) == "toast"


def test_nobody_is_named_who_does_not_live_there():
    words = Words({"house": {"tea": ["With {kai}.", "Alone."]}})
    away = scene(absent=frozenset({"kai"}))
    assert {words.draw("tea", away) for _ in range(10)} == {"Alone."}


def test_there_is_one_dinner_a_day():
    lists = {"same_all_day": ["dinner"], "dinner": ["soup", "pie", "rice", "peas"]}
    words, here = Words({"house": lists}), scene()
    first = words.say("{dinner} for all", here)
    assert {words.say("{dinner} for all", here) for _ in range(9)} == {first}


def test_counts_and_days():
    assert Words({}).say("{count 100 3}", scene()) == "100"
    assert Words({}).say("on {day D+1}", scene()) == "On Mon 23 Nov 2026"


def test_an_unknown_slot_and_a_circle_are_said():
    with pytest.raises(StoryError, match="No list of words"):
        Words({}).say("{pudding}", scene())
    with pytest.raises(StoryError, match="in a circle"):
        Words({"house": {"a": ["{a}"]}}).say("{a}", scene())
