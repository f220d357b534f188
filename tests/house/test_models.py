"""What must hold for every table."""

import pytest
from django.apps import apps
from django.db import models

from cura.core.records import registry
from cura.core.records.base import Record, RecordPart, RecordRow

OURS = [
    m
    for m in apps.get_models()
    if m.__module__.split(".")[0]
    in ("cura", "residents", "placements", "staffing", "safeguarding", "compliance")
]
KEEP = {"child_file", "staff_file", "home_file", "system", "audit", "draft"}
PERSONS = {"accounts.user", "residents.child"}


@pytest.mark.parametrize("model", OURS, ids=lambda m: m._meta.label)
def test_every_model_says_about_whom_and_how_long(model):
    assert isinstance(model.about, tuple)
    assert model.keep in KEEP


@pytest.mark.parametrize("model", [m for m in OURS if issubclass(m, RecordRow)], ids=str)
def test_a_line_is_of_a_childs_file_when_it_is_about_a_child(model):
    """A home's record may hold lines about children. The keys that were counted are none, nor is
    the register of a fire drill, which names whoever took part."""
    paths = [path.split("__") for path in model.about if path.split("__")[-1] == "child"]
    always = [path for path in paths if len(path) > 1 or not model._meta.get_field("child").null]
    assert (model.keep == "child_file") == bool(always)


@pytest.mark.parametrize("model", OURS, ids=lambda m: m._meta.label)
def test_about_names_paths_that_exist(model):
    for path in model.about:
        if path == "self":
            continue
        at = model
        for name in path.split("__"):
            field = at._meta.get_field(name)
            at = field.related_model or at
        assert at._meta.label_lower in PERSONS or name.endswith("_id") or at is model


@pytest.mark.parametrize("model", OURS, ids=lambda m: m._meta.label)
def test_nothing_goes_when_a_person_home_or_record_goes(model):
    """No cascade: only rows of a library's own tables (a permission) may take ours along."""
    cascades = [
        f.name
        for f in model._meta.fields
        if f.is_relation and f.remote_field.on_delete is models.CASCADE and f.related_model in OURS
    ]
    assert cascades == []


@pytest.mark.parametrize("model", OURS, ids=lambda m: m._meta.label)
def test_no_column_fills_itself_with_the_clock(model):
    assert not [f.name for f in model._meta.fields if getattr(f, "auto_now", False)]
    assert not [f.name for f in model._meta.fields if getattr(f, "auto_now_add", False)]


RECORDS = [m for m in OURS if issubclass(m, Record)]


@pytest.mark.parametrize("model", RECORDS, ids=lambda m: m._meta.label)
def test_every_record_is_declared(model):
    assert registry.find(model._meta.label_lower) is not None


@pytest.mark.parametrize("model", RECORDS, ids=lambda m: m._meta.label)
def test_when_and_who_are_held_together(model):
    """Each `<moment>_at` has its `<moment>_by`, and a constraint that says both or neither."""
    type = registry.of(model)
    names = {c.name for c in model._meta.constraints}
    for moment in type.moments:
        model._meta.get_field(moment.by)
        assert any(f"{moment.key}_at_and_by" in name for name in names), moment.key


@pytest.mark.parametrize("model", [m for m in OURS if issubclass(m, RecordPart)])
def test_every_part_is_declared(model):
    assert any(part.model is model for type in registry.all_types() for part in type.parts)


def test_a_kind_of_record_has_few_fields():
    """A nineteenth needed three records that want it: `after` has more (docs/adr/0002)."""
    assert len(registry.RecordType.__dataclass_fields__) <= 19
