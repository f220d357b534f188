"""One entry played as a person would: the same sheet, the same actions, the same messages."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import DatabaseError, models

from cura.core.accounts.program import CURA
from cura.core.records import actions, registry, steps
from cura.core.records.sheet import Sheet, posted, prefix
from cura.core.records.types import RecordType, Rows
from cura.story.entry import Entry
from cura.story.errors import StoryError
from cura.story.moments import Moments
from cura.story.verbs import VERBS


@dataclass
class Player:
    """Plays entries, each within the caller's transaction. `made`: what the story's names mean."""

    story: str
    moments: Moments
    home: str  # the name of the home that entries are about when they say nothing
    made: dict[str, tuple[str, str]] = field(default_factory=dict)
    _held: dict[str, models.Model] = field(default_factory=dict)

    def play(self, entry: Entry) -> models.Model | None:
        do = {"record": self._write, "step": self._step, "action": self._act}[entry.kind]
        try:
            result = do(entry)
        except ValidationError as refused:
            raise entry.wrong("; ".join(refused.messages)) from refused
        except (PermissionDenied, DatabaseError, StoryError, TypeError, ValueError) as refused:
            raise entry.wrong(f"{type(refused).__name__}: {refused}") from refused
        made = result if isinstance(result, models.Model) else None
        if made is not None and entry.name:
            self.made[entry.name] = (made._meta.label_lower, str(made.pk))
        return made

    def forget(self) -> None:
        """Ask the database again: an act may have changed what we hold."""
        self._held.clear()

    def named(self, name: str) -> models.Model:
        if name not in self._held:
            if name not in self.made:
                raise StoryError(f"Nothing is called “{name}” yet.")
            label, pk = self.made[name]
            try:
                self._held[name] = apps.get_model(label)._base_manager.get(pk=pk)
            except ObjectDoesNotExist:
                raise StoryError(f"“{name}” is no longer in the database.")
        return self._held[name]

    def _write(self, entry: Entry) -> models.Model:
        kind = next((t for t in registry.all_types() if t.slug == entry.what), None)
        if kind is None:
            raise StoryError("There is no such kind of record.")
        by, subject = self.named(entry.who), self._subject(entry)
        body = self._body(kind, entry)
        sheet = Sheet.build(kind, subject=subject, user=by, data=posted(body), now=entry.at)
        if not sheet.is_valid():
            raise StoryError(f"{_complaints(sheet)} {body}")
        record = actions.create(
            sheet=sheet, type=kind, subject=subject, by=by, now=entry.at,
            submission=entry.submission(self.story),
        )  # fmt: skip
        first = kind.first
        if first and first.with_save and not entry.open:
            record = actions.reach(record=record, moment=first.key, by=by, now=entry.at)
        return record

    def _step(self, entry: Entry):
        """What the page of a step does, without the proof of a person on a tablet."""
        record, by = self._fresh(entry.on), self.named(entry.who)
        step = steps.find(registry.of(record), entry.what)
        if step is None:
            raise StoryError("There is no such step.")
        actions.require(by, step.permission, record)
        if not step.when(record):
            if entry.perhaps:
                return None
            raise StoryError("This step is not offered now.")
        form = step.build and step.build(posted(self._ticked(step, record, by, entry)), record, by)
        if form is not None and not form.is_valid():
            raise StoryError(f"{dict(form.errors)} {entry.data}")
        return step.do(record=record, by=by, values=form.cleaned_data if form else {}, now=entry.at)

    def _ticked(self, step, record, by, entry: Entry) -> dict:
        """What is posted: `*` ticks every box that the page offers, `*1` the first of them."""
        texts = self._texts(entry.data)
        if not {"*", "*1"} & {text for text in texts.values() if isinstance(text, str)}:
            return texts
        fields = step.build(None, record, by).fields
        found = {}
        for name, text in texts.items():
            if text not in ("*", "*1"):
                found[name] = text
            elif name in fields:  # a page without boxes asks for no tick
                boxes = [str(value) for value, _ in fields[name].choices]
                found[name] = boxes if text == "*" else boxes[:1]
        return found

    def _act(self, entry: Entry):
        if entry.what not in VERBS:
            raise StoryError(f"There is no such act. Known: {', '.join(sorted(VERBS))}.")
        by = CURA if entry.who == CURA.name else self.named(entry.who)
        about = self._fresh(entry.about) if entry.about else None
        data = {name: self._object(value) for name, value in entry.data.items()}
        result = VERBS[entry.what](by=by, now=entry.at, about=about, **data)
        self.forget()
        return result

    def _fresh(self, name: str) -> models.Model:
        self._held.pop(name, None)
        return self.named(name)

    def _subject(self, entry: Entry) -> models.Model:
        return self.named(entry.about or self.home)

    def _body(self, kind: RecordType, entry: Entry) -> dict:
        lines = {_accessor(rows): rows for rows in kind.rows}
        body = self._texts({k: v for k, v in entry.data.items() if k not in lines})
        if "happened_at" in kind.form.base_fields:
            body.setdefault("happened_at", entry.at.isoformat())
        for name, rows in lines.items():
            body |= self._lines(rows, entry.data.get(name, ()))
        return body

    def _lines(self, rows: Rows, lines) -> dict:
        name = prefix(rows)
        body = {f"{name}-TOTAL_FORMS": str(len(lines)), f"{name}-INITIAL_FORMS": "0"}
        for number, line in enumerate(lines):
            body |= {f"{name}-{number}-{key}": v for key, v in self._texts(line).items()}
        return body

    def _texts(self, data: dict) -> dict:
        """As a browser posts it: no box that is not ticked, times and people as text."""
        return {name: self._text(value) for name, value in data.items() if value is not False}

    def _text(self, value):
        if value is True:
            return "on"
        if isinstance(value, list):
            return [self._text(one) for one in value]
        value = self._object(value)
        if isinstance(value, models.Model):
            return str(value.pk)
        return value.isoformat() if isinstance(value, datetime | date) else str(value)

    def _object(self, value):
        """`@priya` is whom the story calls so; `=A44+3d` is that day, or moment."""
        if isinstance(value, list):
            return [self._object(one) for one in value]
        if isinstance(value, dict):
            return {name: self._object(one) for name, one in value.items()}
        if isinstance(value, str) and value.startswith("@"):
            return self.named(value[1:])
        if isinstance(value, str) and value.startswith("="):
            found = self.moments.when(value[1:])
            return found.moment or found.day
        return value


def _accessor(rows: Rows) -> str:
    """What a story calls the lines of a record: `lines`, `counts`, `people`."""
    return rows.model._meta.get_field(rows.fk).remote_field.related_name


def _complaints(sheet: Sheet) -> str:
    found = [
        f"{name}: {message}"
        for form in sheet.forms()
        for name, messages in form.errors.items()
        for message in messages
    ]
    found += [message for rows in sheet.sets for message in rows.non_form_errors()]
    return "; ".join(found)
