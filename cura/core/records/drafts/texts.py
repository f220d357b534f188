"""The words of a draft: as a page sends them, and two of them side by side."""

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.forms import BooleanField, BoundField, Textarea
from django.utils.dateparse import parse_datetime

from cura.core.records import present
from cura.core.records.drafts.models import Draft
from cura.core.records.drafts.places import Place
from cura.core.records.sheet import Sheet
from cura.core.records.types import RecordType
from cura.lib import london
from cura.lib.typed import number as whole_number

MOST_FIELDS = 2000
NOT_TYPED = ("csrfmiddlewaretoken", "token", "save", "save_open", "add-row", "remove")


@dataclass(frozen=True)
class Sent:
    """One message of static/js/draft.js: whose words, from which open page, and what they are."""

    who: str
    page: UUID
    fields: dict[str, list[str]]


def sent(raw: bytes) -> Sent:
    """Raises ValueError for whatever our own page would not send."""
    try:
        message = json.loads(raw)
        fields = message["fields"]
        if len(fields) > MOST_FIELDS:
            raise ValueError("Too many fields.")
        clean = {_text(name): [_text(v) for v in values] for name, values in fields.items()}
        return Sent(str(message["who"]), UUID(str(message["page"])), clean)
    except (TypeError, KeyError, AttributeError, RecursionError) as wrong:
        raise ValueError("Not a draft.") from wrong


def _text(value) -> str:
    """Without what a database cannot hold: NUL, and halves of a character."""
    if not isinstance(value, str):
        raise ValueError("Not text.")
    return value.replace("\x00", "").encode("utf-8", "replace").decode()


def typed(fields: dict[str, list[str]]) -> dict[str, list[str]]:
    """Without what the page carries for itself."""
    return {
        name: values
        for name, values in fields.items()
        if name not in NOT_TYPED and not name.startswith("draft-")
    }


def lines(body: dict, at: Place, user, now: datetime) -> list[dict]:
    """The words of one draft, question by question, without the questions left empty."""
    sheet = _sheet(body, at, user, now)
    return [{"label": label, "text": text} for label, text in _said(sheet).values() if text]


def _sheet(body: dict, at: Place, user, now: datetime) -> Sheet:
    return Sheet.from_draft(
        at.type, body, subject=at.subject, user=user, instance=at.record, now=now
    )


def compared(type: RecordType, sheet: Sheet, theirs, user, now: datetime) -> list[dict]:
    """Both texts, lines and all, when two people changed one record at once."""
    held = Sheet.from_draft(
        type, present.as_posted(type, theirs), subject=theirs.subject, user=user, now=now
    )
    return side_by_side(sheet, held)


def compared_forms(mine, theirs) -> list[dict]:
    """The same for a page that is one form without lines."""
    return side_by_side(Sheet(mine, []), Sheet(theirs, []))


def side_by_side(mine: Sheet, theirs: Sheet) -> list[dict]:
    """Question by question: what the one says and what the other. Empty in both is left out."""
    left, right = _said(mine), _said(theirs)
    found = []
    for name in left | right:
        label = (left.get(name) or right.get(name))[0]
        one, other = left.get(name, ("", ""))[1], right.get(name, ("", ""))[1]
        if one or other:
            differs = one != other
            found.append({"label": label, "mine": one, "theirs": other, "differs": differs})
    return found


def _said(sheet: Sheet) -> dict[str, tuple[str, str]]:
    """Name in the form -> (question, answer in plain words)."""
    found = {bound.html_name: (bound.label, _words(bound)) for bound in sheet.form.visible_fields()}
    for rows in sheet.sets:
        for number, form in enumerate(rows.forms, 1):
            for bound in form.visible_fields():
                label = f"{rows.title}, {number}: {bound.label}"
                found[bound.html_name] = (label, _words(bound))
    return found


def _words(bound: BoundField) -> str:
    value = bound.value()
    if isinstance(bound.field, BooleanField):
        return "Yes" if value else ""
    if choices := getattr(bound.field, "choices", None):
        chosen = {str(v) for v in (value if isinstance(value, list | tuple) else [value])}
        return ", ".join(str(words) for code, words in _flat(choices) if str(code) in chosen - {""})
    if isinstance(value, tuple):
        value = value[0]
    return _moment(value) if value else ""


def _flat(choices):
    for code, words in choices:
        if isinstance(words, list | tuple):
            yield from words
        else:
            yield code, words


def _moment(value) -> str:
    """A time as the browser sends it, in words; everything else as it was typed."""
    try:
        when = parse_datetime(value) if isinstance(value, str) and "T" in value else None
    except ValueError:
        when = None
    return f"{london.day_words(when.date())}, {when:%H:%M}" if when else str(value)


@dataclass(frozen=True)
class Pair:
    """The text that a draft holds and one that another page wrote on top of an older text."""

    page: str
    kept_at: str
    other_at: str
    lines: list[dict]
    bodies: dict[str, dict]  # by what the buttons say: "kept", "other", "both"

    @classmethod
    def of(cls, draft: Draft, at: Place, user, now: datetime) -> "Pair | None":
        if not draft.others:
            return None
        page, other = min(draft.others.items(), key=lambda item: item[1]["at"])
        kept, typed_other = (_sheet(body, at, user, now) for body in (draft.body, other["body"]))
        both = _joined(draft.body, other["body"], kept)
        return cls(
            page=page,
            kept_at=london.words(draft.updated_at),
            other_at=london.words(datetime.fromisoformat(other["at"])),
            lines=side_by_side(typed_other, kept),
            bodies={"kept": draft.body, "other": other["body"], "both": both},
        )

    def chosen(self, use: str | None) -> dict | None:
        return self.bodies.get(use or "")


def _joined(first: dict, second: dict, sheet: Sheet) -> dict:
    """Both together: long texts one under the other; else the second, where it says something."""
    long = {
        bound.html_name
        for form in sheet.forms()
        for bound in form.visible_fields()
        if isinstance(bound.field.widget, Textarea)
    }
    joined = first | {name: values for name, values in second.items() if any(values)}
    for name in long & first.keys() & second.keys():
        one, other = first[name][0].strip(), second[name][0].strip()
        if one and other and one != other:
            joined[name] = [other if one in other else one if other in one else f"{one}\n\n{other}"]
    for name in first.keys() & second.keys():
        if name.endswith("-TOTAL_FORMS"):
            joined[name] = [max(first[name][0], second[name][0], key=_number)]
    return joined


def _number(text: str) -> int:
    return whole_number(text) or 0
