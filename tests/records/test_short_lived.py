"""What must hold for each table whose words are kept for a short while only."""

import pytest
from django.apps import apps
from django.db import models

from cura.core.records import snapshot
from cura.core.records.base import Record
from cura.core.records.guards import declared
from cura.core.records.periods.period import kinds
from cura.core.records.short_lived import ShortLived, sealed, told

MODELS = [m for m in apps.get_models() if getattr(m, "short_lived", ())]


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m._meta.label)
def test_each_column_can_be_emptied_and_has_a_key(model):
    assert issubclass(model, ShortLived)
    for name in model.short_lived:
        field = model._meta.get_field(name)
        assert field.null or isinstance(field, models.CharField | models.TextField)


@pytest.mark.parametrize("model", [m for m in MODELS if issubclass(m, Record)], ids=str)
def test_no_guard_holds_back_what_must_go_and_the_database_keeps_it_gone(model):
    kept = {model._meta.get_field(n).column for n in (*model.short_lived, "salt", "forgotten_at")}
    for guard in declared():
        if guard.table == model._meta.db_table and guard.at:
            assert not kept & set(guard.mine) and (guard.mine or kept <= set(guard.free))
    assert any(c.name.endswith("forgotten_is_empty") for c in model._meta.constraints)


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m._meta.label)
def test_a_snapshot_holds_neither_word_nor_key(model):
    row = dict.fromkeys(model.short_lived, "Amara") | {"salt": "secret", "id": 1}
    held = snapshot.spelled(model, row)
    assert "salt" not in held
    assert all(held[name].startswith("sealed:") for name in model.short_lived)
    empty = snapshot.spelled(model, dict.fromkeys(model.short_lived, "") | {"salt": ""})
    assert all(empty[name] == "" for name in model.short_lived)


def test_a_seal_depends_on_column_value_and_key():
    said = {
        sealed(*each)
        for each in (("a", "x", "k"), ("b", "x", "k"), ("a", "y", "k"), ("a", "x", "l"))
    }
    assert len(said) == 4


def test_the_log_of_a_change_says_that_it_changed_and_not_what():
    model = MODELS[0]
    name = model.short_lived[0]
    assert "Amara" not in str(told(model(**{name: "Amara"}), [name]))


def test_no_bundle_takes_what_is_to_go(cast):
    """What was issued is kept for ever."""
    offered = kinds(cast.elm, cast.rosa)
    assert offered and not {t.model for t in offered} & set(MODELS)
