"""Every kind of record, and each of its parts, is found by its readers and by nobody else."""

import pytest
from django.utils import timezone

from cura.core.accounts import soft
from cura.core.records import actions, registry, steps
from cura.core.records.present import reference_of
from cura.core.records.sheet import posted
from cura.core.search import index
from cura.core.search.find import find
from tests import builders
from tests.builders import make, subject_for

TYPES = list(registry.all_types())
PARTS = [(type, part) for type in TYPES for part in type.parts]
EVERYBODY = ("rosa", "tess", "sam", "cara", "omar", "olga", "lin", "ivy", "ned")


def finders(cast, text, ref):
    return {
        name for name in EVERYBODY if ref in [hit.ref for hit in find(getattr(cast, name), text)]
    }


def readers(cast, record, permission):
    where = soft.of(record) | {"permission": permission}
    return {name for name in EVERYBODY if soft.sees(getattr(cast, name), where)}


@pytest.fixture
def record(cast, request):
    type = request.param[0] if isinstance(request.param, tuple) else request.param
    subject = subject_for(type, home=cast.elm, child=cast.kai)
    return make(type, subject=subject, by=cast.rosa, canary="quokka")


@pytest.mark.parametrize("record", TYPES, indirect=True, ids=lambda t: t.slug)
def test_a_record_is_found_by_its_readers(cast, record):
    index.pending()
    type = registry.of(record)
    ref = f"{type.label} {record.pk}"
    may = readers(cast, record, type.model.read)
    assert "rosa" in may
    assert finders(cast, reference_of(type, record), ref) == may
    if type.search:
        assert finders(cast, "quokk", ref) == may


@pytest.mark.parametrize("record", TYPES, indirect=True, ids=lambda t: t.slug)
def test_a_record_that_is_set_aside_is_not_found(cast, record):
    index.pending()
    actions.void(record=record, reason="A test", by=cast.rosa, now=timezone.now())
    index.pending()
    type = registry.of(record)
    assert finders(cast, "quokka", f"{type.label} {record.pk}") == set()
    assert finders(cast, reference_of(type, record), f"{type.label} {record.pk}") == set()


@pytest.mark.parametrize("record", PARTS, indirect=True, ids=lambda p: f"{p[0].slug}-{p[1].name}")
def test_a_part_is_found_by_its_own_readers(cast, record):
    type = registry.of(record)
    for part in type.parts:
        step, now = steps.find(type, f"part-{part.name}"), timezone.now()
        body = builders.filled(step.build(None, record, cast.rosa), "numbat and wombat", now)
        form = step.build(posted(body), record, cast.rosa)
        assert form.is_valid(), form.errors
        step.do(record=record, by=cast.rosa, values=form.cleaned_data, now=now)
        index.pending()
        ref = f"{type.label} {record.pk} {part.name}"
        assert finders(cast, "wombat", ref) == readers(cast, record, part.model.read)
        assert finders(cast, "wombat", f"{type.label} {record.pk}") == set()
