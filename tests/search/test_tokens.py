import pytest

from cura.core.search.snippet import snippet
from cura.core.search.tokens import MOST_CHARACTERS, asked_words, fold, index_words


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Zoë's CAFÉ", ["zoe", "cafe"]),
        ("the dog and the lead", ["dog", "lead"]),
        ("he was", ["he", "was"]),
        ("one-to-one", ["one", "one"]),
        ("18:10", ["18", "10"]),
        ('" OR 1=1 --', ["or", "1", "1"]),
        ("snake_case* NEAR(x)", ["snake", "case", "near"]),
        ("'); DROP", ["drop"]),
        ("…", []),
        ("", []),
    ],
)
def test_words_that_are_looked_for(typed, words):
    assert asked_words(typed) == words


def test_only_so_many_words_and_so_long():
    assert len(asked_words(" ".join(f"word{n}" for n in range(100)))) == 8
    assert len(asked_words("x" * 500)[0]) == 40


def test_the_index_is_given_plain_words():
    assert index_words("Ella", "Zoë’s “big” day") == "ella zoe s big day"
    assert len(index_words("word " * 90_000)) == MOST_CHARACTERS
    assert fold("Straße") == "strasse"


def said(text, *words):
    return "".join(
        f"[{piece.text}]" if piece.hit else piece.text for piece in snippet(text, list(words))
    )


def test_a_snippet_marks_what_was_found():
    assert said("She walked to school.", "walking") == "She [walked] to school."
    assert said("We went swimming, and swam.", "swim") == "We went [swimming], and swam."
    assert said("Zoë sang", "zoe") == "[Zoë] sang"
    assert said("happiness", "happi") == "[happiness]"


def test_a_snippet_does_not_mark_the_middle_of_words():
    assert said("The cart and art", "art") == "The cart and [art]"


def test_a_snippet_is_cut_at_words_around_the_first_hit():
    text = "before " * 60 + "needle " + "after " * 60
    cut = said(text, "needle")
    assert cut.startswith("… before")
    assert "[needle]" in cut
    assert cut.endswith("after …")
    assert len(cut) < 190


def test_a_snippet_without_a_hit_is_the_beginning():
    assert said("A quiet evening.", "kai") == "A quiet evening."
    assert said("", "kai") == ""
    assert said("x" * 1000, "x" * 40)
