"""`verify_audit` finds every tampering, with the guards dropped first, on either database."""

import random
from itertools import chain

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from cura.core.audit import verify as chains
from cura.core.audit.models import AuditEvent
from cura.core.records import actions, guards, registry
from cura.core.records import verify as rows
from tests import builders

TAMPERINGS = 200
SKIPPED = {"id"}


@pytest.fixture
def house(cast, django_capture_on_commit_callbacks):
    """A home with a signed record of each kind, amended here and there, its heads exported."""
    with django_capture_on_commit_callbacks(execute=True):
        for type in registry.all_types():
            subject = builders.subject_for(type, home=cast.elm, child=cast.kai)
            record = builders.make(type, subject=subject, by=cast.rosa)
            if type.first and type.first.form is None:
                actions.reach(
                    record=record, moment=type.first.key, by=cast.rosa, now=timezone.now()
                )
                actions.amend(
                    record=record, field=type.form._meta.fields[0], words="more", reason="forgot",
                    by=cast.rosa, now=timezone.now()
                )  # fmt: skip
    guards.remove()
    return cast


def findings() -> list:
    return [*chains.chains(), *rows.records()]


def test_an_untouched_house_has_no_findings(house):
    assert findings() == []


def tables() -> list[str]:
    """The log, every record, every line, and all that is kept with its snapshot."""
    models = {AuditEvent}
    for type in registry.all_types():
        models |= {type.model, *(r.model for r in type.rows)}
    models |= {m for m in apps.get_models() if getattr(m, "snapshotted", False)}
    return sorted(m._meta.db_table for m in models if m.objects.exists())


def tamper(rng: random.Random) -> str:
    """One change by raw SQL: a column edited, a row deleted, a row copied. Says what it did."""
    table = rng.choice(tables())
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT id FROM "{table}"')
        pk = rng.choice(sorted(str(row[0]) for row in cursor.fetchall()))
        columns = connection.introspection.get_table_description(cursor, table)
        model = next(m for m in apps.get_models() if m._meta.db_table == table)
        if rng.random() < 0.15:
            cursor.execute(f'DELETE FROM "{table}" WHERE id = %s', [_key(pk)])
            return f"deleted {table} {pk}"
        names = [c.name for c in columns if c.name not in SKIPPED]
        name = rng.choice(names)
        field = next(f for f in model._meta.concrete_fields if f.column == name)
        cursor.execute(f'SELECT "{name}" FROM "{table}" WHERE id = %s', [_key(pk)])
        was = cursor.fetchone()[0]
        cursor.execute(
            f'UPDATE "{table}" SET "{name}" = %s WHERE id = %s', [_other(field, was), _key(pk)]
        )
        return f"{table}.{name} of {pk}"


def _key(pk: str):
    return pk.replace("-", "") if connection.vendor == "sqlite" and "-" in pk else pk


def _other(field, was):
    """Another value of the same type."""
    kind = field.get_internal_type()
    if field.is_relation:
        kind = field.target_field.get_internal_type()
    if kind == "DateTimeField":
        return "2001-01-01 01:01:01+00"
    if kind == "DateField":
        return "2001-01-01"
    if kind == "TimeField":
        return "01:01:01"
    if kind == "BooleanField":
        return not was
    if kind == "UUIDField":
        return "0" * 31 + ("1" if str(was).endswith("0") else "0")
    if kind == "JSONField":
        return '["tampered"]'
    if "Integer" in kind or kind in ("DecimalField", "FloatField"):
        return (was or 0) + 1
    return (f"{was or ''}x")[-(field.max_length or 999) :] if was != "x" else "y"


def test_every_tampering_is_found(house):
    rng = random.Random(20261122)
    missed = []
    for _ in range(TAMPERINGS):
        point = transaction.savepoint()
        with connection.constraint_checks_disabled():
            what = _attempt(rng)
            if next(chain(chains.chains(), rows.records()), None) is None:
                missed.append(what)
        transaction.savepoint_rollback(point)
    assert missed == []


def _attempt(rng) -> str:
    """Some changes the database itself refuses (unique, checks): then another one is tried."""
    while True:
        try:
            with transaction.atomic():
                return tamper(rng)
        except DatabaseError:
            continue
