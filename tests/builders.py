"""Fill any record's page by reading its form, so that record type number 61 needs no builder."""

import itertools
from datetime import timedelta

from dateutil.relativedelta import relativedelta
from django import forms
from django.core.validators import MinValueValidator
from django.forms.models import InlineForeignKeyField
from django.utils import timezone

from cura.core.records import actions, registry
from cura.core.records.fields import LondonDateTimeField
from cura.core.records.sheet import Sheet, prefix
from cura.core.ui.widgets import BirthDateField
from cura.lib import london
from residents.report.month import MonthChoice, MonthField, first_day

_numbers = itertools.count(1)
_months = itertools.cycle(range(1, 300))  # a child has one report a month: each gets another one


def posted_for(type, *, subject, user, canary: str = "word", now=None) -> dict[str, list[str]]:
    """What a browser would post for a full page of this kind, the canary in each text."""
    now = now or timezone.now()
    _refer_somebody(type, subject, user, now)
    sheet = Sheet.build(type, subject=subject, user=user, now=now)
    body = filled(sheet.form, canary, now)
    for rows, declared in zip(sheet.sets, type.rows, strict=True):
        name = prefix(declared)
        count = max(len(rows.forms), 1)
        body |= {f"{name}-TOTAL_FORMS": [str(count)], f"{name}-INITIAL_FORMS": ["0"]}
        lines = rows.forms or [rows.empty_form]
        for number, line in enumerate(lines):
            line.prefix = f"{name}-{number}"
            body |= filled(line, canary, now)
    return body


def _refer_somebody(type, subject, user, now) -> None:
    """A record about a referral needs one: who may come to live at this home."""
    if "referral" not in type.form.base_fields:
        return
    referral = type.form._meta.model._meta.get_field("referral").related_model
    if not referral.objects.filter(home=subject, child=None).exists():
        make(registry.of(referral._meta.label_lower), subject=subject, by=user, now=now)


def make(type, *, subject, by, canary: str = "word", now=None, change: dict | None = None):
    """A saved record of any kind, made as a page makes it."""
    now = now or timezone.now()
    body = posted_for(type, subject=subject, user=by, canary=canary, now=now) | (change or {})
    sheet = Sheet.build(type, subject=subject, user=by, data=body, now=now)
    assert sheet.is_valid(), (type.slug, sheet.errors())
    return actions.create(sheet=sheet, type=type, subject=subject, by=by, now=now)


def signed(type, *, subject, by, **kwargs):
    """The same, with its first moment reached."""
    record = make(type, subject=subject, by=by, **kwargs)
    return actions.reach(
        record=record,
        moment=type.first.key,
        by=by,
        now=kwargs.get("now") or timezone.now(),
        values={},
    )


def copies(type, record, count: int) -> None:
    """As many more of the same with their lines, a minute apart: only for counting queries."""
    lines = {rows: list(rows.model.objects.filter(**{rows.fk: record})) for rows in type.rows}
    made = [
        _copied(
            record,
            submission=None,
            happened_at=record.happened_at - timedelta(minutes=n),
            **_other_months(record, n),
        )  # fmt: skip
        for n in range(1, count + 1)
    ]
    type.model.objects.bulk_create(made)
    for rows, held in lines.items():
        rows.model.objects.bulk_create(
            _copied(line, **{rows.fk: new}) for new in made for line in held
        )


def _other_months(record, n: int) -> dict:
    fields = [f for f in record._meta.concrete_fields if isinstance(f, MonthField)]
    return {f.name: _month(getattr(record, f.name), n) for f in fields}


def _month(day, back: int) -> str:
    return (first_day(day) - relativedelta(months=back)).isoformat()


def _copied(row, **changed):
    values = {f.name: getattr(row, f.name) for f in row._meta.concrete_fields if f.name != "id"}
    return type(row)(**values | changed)


def subject_for(type, *, home, child):
    return {"home": home, "child": child}[type.scope]


def filled(form: forms.BaseForm, canary: str, now) -> dict[str, list[str]]:
    """What a person might answer. Each time lies a minute after the one before it, all of them in
    the last hour."""
    body = {}
    minute = itertools.count(-60)
    for name, field in form.fields.items():
        if isinstance(field, LondonDateTimeField):
            body[form.add_prefix(name)] = [_moment(now + timedelta(minutes=next(minute)))]
            continue
        if isinstance(field, MonthChoice):
            body[form.add_prefix(name)] = [_month(london.local_date(now), next(_months))]
            continue
        if isinstance(field, BirthDateField):
            boxes = enumerate(("3", "9", "2011"))
            body |= {f"{form.add_prefix(name)}_{place}": [text] for place, text in boxes}
            continue
        if name in ("id", "DELETE") or field.disabled or isinstance(field, InlineForeignKeyField):
            continue
        value = form.initial.get(name) if not form[name].data else None
        texts = _value(name, field, canary, now) if value in (None, "") else _as_text(field, value)
        if texts:
            body[form.add_prefix(name)] = texts
    return body


def _as_text(field, value) -> list[str]:
    values = value if isinstance(value, list | tuple) else [value]
    return [
        str(field.prepare_value(v)) if not hasattr(v, "isoformat") else _moment(v) for v in values
    ]


def _moment(value) -> str:
    if hasattr(value, "hour"):
        return london.local(value).strftime("%Y-%m-%dT%H:%M") if value.tzinfo else str(value)
    return value.isoformat()


def _value(name: str, field: forms.Field, canary: str, now) -> list[str]:
    """A value that the field takes. Kinds by class, the narrower first."""
    for kind, make_value in KINDS:
        if isinstance(field, kind):
            return make_value(field, canary, now)
    raise AssertionError(f"No way known to fill {name} ({type(field).__name__})")


def _text(field, canary, now) -> list[str]:
    if getattr(field.widget, "input_type", "") == "tel":
        return ["01632 960123"]
    text = f"{canary} {next(_numbers)}"
    if field.max_length and len(text) > field.max_length:
        text = text[: field.max_length]
    return [text]


def _least(field) -> int:
    limits = [v.limit_value for v in field.validators if isinstance(v, MinValueValidator)]
    return max(1, field.min_value or 1, *limits)


def _choice(field, canary, now) -> list[str]:
    values = [str(v) for v, _ in field.choices if v not in ("", None) and not isinstance(_, list)]
    return values[:1]


def _model_choice(field, canary, now) -> list[str]:
    first = field.queryset.first()
    return [str(field.prepare_value(first))] if first else []


KINDS = (
    (forms.ModelMultipleChoiceField, _model_choice),
    (forms.ModelChoiceField, _model_choice),
    (forms.MultipleChoiceField, _choice),
    (forms.ChoiceField, _choice),
    (forms.TypedChoiceField, _choice),
    (forms.FileField, lambda f, c, now: []),
    (forms.NullBooleanField, lambda f, c, now: ["true"]),
    (forms.BooleanField, lambda f, c, now: ["on"] if f.required else []),
    (forms.UUIDField, lambda f, c, now: []),
    (forms.DecimalField, lambda f, c, now: [str(f.min_value if f.min_value is not None else 1)]),
    (forms.FloatField, lambda f, c, now: ["1"]),
    (forms.IntegerField, lambda f, c, now: [str(_least(f))]),
    (forms.DateField, lambda f, c, now: [london.local_date(now).isoformat()]),
    (forms.TimeField, lambda f, c, now: ["08:15"]),
    (forms.DurationField, lambda f, c, now: ["00:05:00"]),
    (forms.EmailField, lambda f, c, now: ["someone@example.org"]),
    (forms.URLField, lambda f, c, now: ["https://example.org/"]),
    (forms.CharField, _text),
)
