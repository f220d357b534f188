"""The index follows the records, whatever happens to it or to them."""

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext

from cura.core.audit.models import Change
from cura.core.records import registry
from cura.core.records.searching import SOURCE
from cura.core.search import fulltext, index
from cura.core.search.entry import SearchEntry
from cura.core.search.find import find
from tests.builders import make

NOTE = registry.of("residents.dailynote")


def count(user, text):
    return len(find(user, text))


def test_each_write_is_taken_once(cast, write):
    index.pending()
    make(NOTE, subject=cast.kai, by=cast.sam)
    assert Change.objects.filter(reader=index.READER).count() == 1
    assert index.pending() == 1
    assert index.pending() == 0


def test_only_differences_are_written(cast, write):
    note = write("biscuit")
    assert index.index({("residents.dailynote", note.pk)}) == 0
    SearchEntry.objects.update(title="something else")
    assert index.index({("residents.dailynote", note.pk)}) == 1


def test_resync_mends_everything(cast, write, capsys):
    kept, lost = write("biscuit"), write("teacake")
    SearchEntry.objects.filter(object_id=lost.pk).delete()
    stray = SearchEntry.objects.get(object_id=kept.pk)
    stray.pk, stray.object_id = None, cast.elm.pk
    stray.save()
    call_command("resync_search")
    assert "2 entries differed" in capsys.readouterr().out
    assert (count(cast.sam, "biscuit"), count(cast.sam, "teacake")) == (1, 1)
    call_command("resync_search")
    assert "no entries differed" in capsys.readouterr().out


def test_one_that_cannot_be_indexed_keeps_no_other_out(cast, write, monkeypatch, caplog):
    bad = make(NOTE, subject=cast.kai, by=cast.sam)
    make(
        NOTE,
        subject=cast.kai,
        by=cast.sam,
        change={"words": ["biscuit"]},
    )

    def entries(refs):
        if ("residents.dailynote", bad.pk) in refs:
            raise ValueError("no words")
        return SOURCE.entries(refs)

    source = index.Source(entries=entries, every=SOURCE.every)
    monkeypatch.setattr(index, "SOURCES", [source])
    index.pending()
    assert count(cast.sam, "biscuit") == 1
    assert str(bad.pk) in caplog.text
    assert not Change.objects.filter(reader=index.READER).exists()


def test_a_database_that_is_away_loses_nothing(cast, write, monkeypatch):
    index.pending()
    make(
        NOTE,
        subject=cast.kai,
        by=cast.sam,
        change={"words": ["biscuit"]},
    )

    def away(refs):
        raise OperationalError

    with monkeypatch.context() as patch:
        patch.setattr(index, "SOURCES", [index.Source(entries=away, every=list)])
        with pytest.raises(OperationalError):
            index.pending()
    assert index.pending() == 1
    assert count(cast.sam, "biscuit") == 1


def test_titles_that_are_too_long_are_cut(cast, write, monkeypatch):
    note = write("biscuit")
    entry = next(iter(SOURCE.entries({("residents.dailynote", note.pk)})))
    row = type(entry)(**{**entry.__dict__, "title": "t" * 900, "subject": "s" * 900}).row()
    row.full_clean(exclude=("object_id",), validate_constraints=False)


def test_the_number_of_queries_does_not_grow(cast, write, django_assert_num_queries):
    def batch(size):
        notes = [make(NOTE, subject=cast.kai, by=cast.sam) for _ in range(size)]
        return {("residents.dailynote", note.pk) for note in notes}

    few, many = batch(2), batch(12)
    with CaptureQueriesContext(connection) as asked:
        index.index(few)
    with django_assert_num_queries(len(asked)):
        index.index(many)


@pytest.mark.django_db(transaction=True)
def test_a_flush_empties_the_words_too(cast, write):
    write("biscuit")
    assert words_held() > 0
    SearchEntry.objects.all().delete()
    assert words_held() == 0


@pytest.mark.django_db(transaction=True)
def test_a_table_that_a_migration_rebuilt_is_indexed_again(cast, write):
    write("biscuit")
    field = SearchEntry._meta.get_field("title")
    wider = type(field)(max_length=300)
    wider.set_attributes_from_name("title")
    with connection.schema_editor() as editor:
        editor.alter_field(SearchEntry, field, wider)
    with connection.schema_editor() as editor:
        editor.alter_field(SearchEntry, wider, field)
    fulltext.install()
    assert count(cast.sam, "biscuit") == 1
    SearchEntry.objects.all().delete()
    assert words_held() == 0
    fulltext.install()


def words_held() -> int:
    """What the index itself answers, without the table beside it."""
    if connection.vendor == "postgresql":
        return SearchEntry.objects.filter(fulltext.matching(["biscuit"])).count()
    with connection.cursor() as cursor:
        cursor.execute("SELECT rowid FROM search_letters WHERE search_letters MATCH 'biscuit'")
        return len(cursor.fetchall())
