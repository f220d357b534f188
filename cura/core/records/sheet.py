"""A form and its rows as one thing: the only parser of a record. Page, import and story feed it
strings and get the same messages."""

from django.forms import BaseInlineFormSet, ModelForm, inlineformset_factory
from django.forms.utils import ErrorDict, ErrorList
from django.http import QueryDict

from cura.core.records.types import RecordType, Rows

MOST_ROWS = 60


class RowSet(BaseInlineFormSet):
    """Lines of one kind, under their record. The first `ready` lines came filled in by the system:
    they are kept as they stand, unless they are taken out."""

    title = ""
    ready = 0
    default_error_messages = BaseInlineFormSet.default_error_messages | {
        "too_few_forms": "Write at least one line."
    }

    def _construct_form(self, i, **kwargs):
        form = super()._construct_form(i, **kwargs)
        form.ready = i < self.ready
        return form


class Sheet:
    """What one page asks. `is_valid()` judges all of it; `save()` is called by the action only."""

    def __init__(self, form: ModelForm, sets: list[RowSet]):
        self.form, self.sets = form, sets

    @classmethod
    def build(cls, type: RecordType, *, subject, user, now, data=None, instance=None):
        """`data` is what was posted (strings); without it an empty page, or the record's own."""
        if isinstance(data, dict) and not isinstance(data, QueryDict):
            data = posted(data)
        form = type.form(data, instance=instance, user=user, subject=subject, now=now)
        for name, value in ({} if instance else type.model.under(subject)).items():
            setattr(form.instance, name, value)
        sets = [_rowset(type, rows, form.instance, data, subject, user, now) for rows in type.rows]
        return cls(form, sets)

    @classmethod
    def from_draft(cls, type: RecordType, body: dict, **kwargs) -> "Sheet":
        """Half-typed words shown again with all their rows, not judged yet."""
        sheet = cls.build(type, data=posted(body), **kwargs)
        for form in sheet.forms():
            form._errors = ErrorDict()
            form.cleaned_data = {}
        for rows in sheet.sets:
            rows._errors, rows._non_form_errors = [form.errors for form in rows], ErrorList()
        return sheet

    def forms(self) -> list[ModelForm]:
        return [self.form, *(form for rows in self.sets for form in rows.forms)]

    def is_valid(self) -> bool:
        return all([self.form.is_valid(), *(rows.is_valid() for rows in self.sets)])

    def errors(self) -> list[tuple[str, str]]:
        """For the summary: (id of the field or "", message), in the order of the page."""
        found = []
        for form in self.forms():
            for name, messages in form.errors.items():
                at = form[name].id_for_label if name in form.fields else ""
                found += [(at, message) for message in messages]
        for rows in self.sets:
            found += [("", message) for message in rows.non_form_errors()]
        return found

    def changed(self) -> list[str]:
        rows = [r.title for r in self.sets if any(f.has_changed() for f in r.forms)]
        return [*self.form.changed_data, *rows]

    def save(self):
        record = self.form.save()
        for rows in self.sets:
            rows.instance = record
            rows.save()
        return record


def posted(data: dict) -> QueryDict:
    """A story's or a draft's plain dict as what a browser would have posted."""
    query = QueryDict(mutable=True)
    for name, value in data.items():
        query.setlist(name, [str(v) for v in (value if isinstance(value, list) else [value])])
    return query


def prefix(rows: Rows) -> str:
    return rows.model._meta.model_name


def _rowset(type: RecordType, rows: Rows, record, data, subject, user, now) -> RowSet:
    new = record._state.adding
    starting = rows.starting(subject, user, now) if rows.starting and new else []
    factory = inlineformset_factory(
        type.model,
        rows.model,
        form=rows.form,
        formset=RowSet,
        fk_name=rows.fk,
        # Those that there must be at least are counted by Django on top of the extra ones.
        extra=max(rows.extra, rows.least, len(starting)) - rows.least if new else 0,
        min_num=0,
        max_num=MOST_ROWS,
        validate_max=True,
        absolute_max=MOST_ROWS,
        can_delete=True,
    )
    factory.ready = len(starting)
    built = factory(
        data,
        instance=record,
        prefix=prefix(rows),
        initial=starting or None,
        form_kwargs={"user": user, "subject": subject, "home": record.home},
    )
    built.title = rows.title
    built.min_num, built.validate_min = (rows.least, True) if rows.least else (0, False)
    return built
