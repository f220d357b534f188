"""What is found, by whom, on the database that the tests run on."""

import pytest
from django.db import connection
from django.utils import timezone

from cura.core.accounts import access
from cura.core.accounts import actions as people
from cura.core.records import actions, registry
from cura.core.records.present import reference_of
from cura.core.search import fulltext, index
from cura.core.search.entry import SearchEntry
from cura.core.search.find import find
from cura.core.search.tokens import asked_words
from residents.child import actions as child_actions
from tests.cast import mover

NOTE = registry.of("residents.dailynote")


def found(user, text, **how):
    return [hit.ref for hit in find(user, text, **how)]


def ref(record):
    return f"residents.dailynote {record.pk}"


@pytest.mark.parametrize(
    "text",
    [
        "swimming", "swim", "SWIMMING pool", "swi", "swimmi", "pool swim", "Kai swimming",
        "happiness", "happines", "happ", "cafe", "Café", "zoe", "the pool", "walking", "walks",
        "one-to-one", "18:10", "daily note swimming", "2 mar swimming", "12.5", "o'clock",
    ],
)  # fmt: skip
def test_found(cast, write, text):
    note = write(
        "Swimming at the pool with Zoë, such happiness. We walked to the café at 18:10 o’clock, "
        "a one-to-one; 12.5 lengths."
    )
    write("A quiet evening at home")
    assert found(cast.sam, text) == [ref(note)]


@pytest.mark.parametrize(
    "text", ["", " ", "?", "xyzzy", "swimming xyzzy", "Mia swimming", "wimming"]
)
def test_not_found(cast, write, text):
    write("Swimming at the pool")
    assert found(cast.sam, text) == []


@pytest.mark.parametrize(
    "text",
    ['"', "swim*", "a AND NOT b", "NEAR(", "(swim", "swim & !pool", ":*", "\\", "\x00", "%", "'"],
)
def test_what_means_something_to_a_database_means_nothing_here(cast, write, text):
    write("Swimming at the pool")
    find(cast.sam, text)


def test_the_newest_come_first_and_pages_go_by_key(cast, write):
    notes = [write(f"biscuit {n}", hours=n // 2) for n in range(5)]
    first = find(cast.sam, "biscuit", limit=2)
    second = find(cast.sam, "biscuit", limit=2, before=first[-1].cursor)
    third = find(cast.sam, "biscuit", limit=2, before=second[-1].cursor)
    assert [hit.ref for hit in first + second + third] == [ref(n) for n in reversed(notes)]


@pytest.mark.parametrize("cursor", ["x", "2026_1", "_", "2026-01-01T00:00:00+00:00_x"])
def test_a_made_up_cursor_is_refused(cast, cursor):
    with pytest.raises(ValueError):
        find(cast.sam, "biscuit", before=cursor)


def test_a_reference_as_people_say_it(cast, write):
    note = write("Nothing like it")
    said = reference_of(NOTE, note)
    for typed in (said, said.lower(), said.replace("-", " "), said.replace("-", "")):
        assert found(cast.sam, typed) == [ref(note)]
        assert found(cast.omar, typed) == []


def test_a_word_of_eight_letters_may_be_a_reference_or_a_word(cast, write):
    note = write("We counted the medicine")
    assert found(cast.sam, "medicine") == [ref(note)]


def test_each_finds_what_she_may_read(cast, write):
    kai, mia, ola = write("biscuit"), write("biscuit", cast.mia), write("biscuit", cast.ola)
    assert set(found(cast.sam, "biscuit")) == {ref(kai), ref(mia)}
    assert found(cast.omar, "biscuit") == [ref(ola)]
    assert found(cast.ivy, "biscuit") == [ref(kai)]
    for nobody in (cast.olga, cast.lin, cast.ned):
        assert found(nobody, "biscuit") == []


def test_a_child_who_moves_takes_her_file_along(cast, write):
    note = write("biscuit")
    child_actions.move(child=cast.kai, home=cast.oak, by=mover(cast), now=timezone.now())
    assert found(cast.omar, "biscuit") == [ref(note)]
    assert found(cast.sam, "biscuit") == [ref(note)]


def test_an_exclusion_counts_at_once(cast, write):
    note = write("biscuit")
    people.exclude(user=cast.sam, record=note, why="About him", by=cast.rosa, now=timezone.now())
    assert found(cast.sam, "biscuit") == []
    assert found(cast.sam, reference_of(NOTE, note)) == []
    assert found(cast.tess, "biscuit") == [ref(note)]


def test_what_was_set_aside_leaves(cast, write):
    note = write("biscuit")
    actions.void(record=note, reason="Wrong child", by=cast.sam, now=timezone.now())
    index.pending()
    assert found(cast.sam, "biscuit") == []
    assert not SearchEntry.objects.filter(object_id=note.pk).exists()


def test_words_added_later_are_found(cast, write):
    note = write("biscuit")
    signed = actions.reach(record=note, moment="signed", by=cast.sam, now=timezone.now())
    actions.amend(
        record=signed,
        field="words",
        words="and a teacake",
        reason="late",
        by=cast.sam,
        now=timezone.now(),
    )
    index.pending()
    assert found(cast.sam, "biscuit teacake") == [ref(note)]


def test_a_new_name_is_found_and_the_old_one_is_not(cast, write):
    note = write("biscuit")
    child_actions.change(
        child=cast.kai, values={"called": "Robin"}, by=cast.rosa, now=timezone.now()
    )
    index.pending()
    assert found(cast.sam, "Robin biscuit") == [ref(note)]
    assert found(cast.sam, "Kai biscuit") == []
    assert find(cast.sam, "biscuit")[0].subject == "Robin"


def test_rights_and_words_are_one_question(cast, write, django_assert_num_queries):
    with access.remembering():
        access.rights(cast.sam)
        for n in range(3):
            write(f"biscuit {n}")
            with django_assert_num_queries(1):
                assert len(find(cast.sam, "biscuit")) == n + 1


def _plan(cast) -> str:
    rows = SearchEntry.objects.visible_to(cast.sam)
    rows = rows.filter(fulltext.matching(asked_words("biscuit tin")))[:20]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"ANALYZE {SearchEntry._meta.db_table}")
        sql, params = rows.query.sql_with_params()
        how = "EXPLAIN" if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN"
        cursor.execute(f"{how} {sql}", params)
        return "\n".join(str(row) for row in cursor.fetchall())


def test_the_database_goes_through_its_index(cast, write):
    """Among thousands, no table is read through: not for the words, not for the rights."""
    write("biscuit tin")
    entry = SearchEntry.objects.get()
    many = []
    for n in range(4000):
        row = SearchEntry(
            label="x.y", part=str(n), home_id=cast.elm.pk, object_id=entry.object_id,
            permission="daily_read", title="t", at=entry.at, words=f"plain words {n} " * 40,
        )  # fmt: skip
        many.append(row)
    SearchEntry.objects.bulk_create(many)
    plan = _plan(cast)
    if connection.vendor == "postgresql":
        assert "search_entry_vector" in plan
        assert "Seq Scan" not in plan
    else:
        assert "SCAN search_stems VIRTUAL TABLE INDEX" in plan
        assert "SEARCH search_searchentry USING INTEGER PRIMARY KEY" in plan
        assert "SCAN search_searchentry" not in plan
