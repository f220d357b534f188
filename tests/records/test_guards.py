"""What is frozen refuses change by model, queryset and raw SQL, on either database."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from cura.core.audit.models import AuditEvent
from cura.core.records import actions, guards, registry
from cura.core.records.sheet import Sheet
from cura.lib.uuid7 import uuid7
from tests import builders


@pytest.fixture
def note(cast):
    type = registry.of("residents.dailynote")
    return builders.signed(type, subject=cast.kai, by=cast.sam)


def refused(do) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        do()


def sql(text: str, *values):
    def run():
        with connection.cursor() as cursor:
            cursor.execute(text, values)

    return run


def test_no_guard_is_missing(db):
    assert guards.missing() == set()


def test_a_signed_record_refuses_save(note):
    note.words = "other"
    refused(note.save)


def test_a_signed_record_refuses_update_bulk_and_delete(note):
    rows = type(note).objects.filter(pk=note.pk)
    refused(lambda: rows.update(words="other"))
    refused(lambda: rows._raw_delete(rows.db))
    refused(note.delete)
    note.words = "other"
    refused(lambda: type(note).objects.bulk_update([note], ["words"]))


def test_a_signed_record_refuses_to_be_unsigned(note):
    table = note._meta.db_table
    refused(sql(f"UPDATE {table} SET signed_at = NULL, signed_by_id = NULL"))
    refused(sql(f"UPDATE {table} SET happened_at = created_at"))
    refused(sql(f"DELETE FROM {table}"))


def test_an_open_record_may_change_but_not_go(cast):
    type = registry.of("residents.dailynote")
    note = builders.make(type, subject=cast.kai, by=cast.sam)
    note.words = "other"
    note.save()
    refused(note.delete)


def test_what_was_set_aside_stays_as_it_is(note, cast):
    held = actions.void(record=note, reason="wrong child", by=cast.sam, now=timezone.now())
    held.void_reason = "other"
    refused(held.save)
    refused(sql(f"UPDATE {note._meta.db_table} SET void_at = NULL, void_by_id = NULL"))


def test_insert_or_replace_and_truncate_are_refused(note):
    table = note._meta.db_table
    if connection.vendor == "sqlite":
        refused(sql(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"))
    else:
        refused(sql(f"TRUNCATE {table} CASCADE"))


def test_the_log_is_append_only(cast):
    assert AuditEvent.objects.exists()
    refused(sql("UPDATE audit_auditevent SET actor = 'nobody'"))
    refused(sql("DELETE FROM audit_auditevent"))


def test_a_second_press_finds_the_first(cast):
    type, token = registry.of("residents.dailynote"), uuid7()
    body = builders.posted_for(type, subject=cast.kai, user=cast.sam)
    made = []
    for _ in range(2):
        sheet = Sheet.build(type, subject=cast.kai, user=cast.sam, data=body, now=timezone.now())
        assert sheet.is_valid()
        made.append(
            actions.create(
                sheet=sheet,
                type=type,
                subject=cast.kai,
                by=cast.sam,
                submission=token,
                now=timezone.now(),
            )
        )
    assert made[0].pk == made[1].pk
