"""What a statement rests on: soft references to records, opened by whoever may read them.

A reference is "label:id". Titles are looked up when somebody reads, never kept: whoever is kept
from a record does not learn here what it was.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from cura.core.records import present, registry
from cura.core.search.entry import SearchEntry
from cura.lib import typed
from cura.lib.words import plural

RECENT, SNIPPET, MOST = 40, 70, 12
CLOSED = "a record that you may not open"


@dataclass(frozen=True)
class Shown:
    """A reference as one reader sees it."""

    words: str
    url: str = ""
    reference: str = ""


def ref(label: str, pk: UUID) -> str:
    return f"{label}:{pk}"


def parsed(text: str) -> tuple[str, UUID] | None:
    """Label and id of a reference to a kind of record that there is."""
    label, _, pk = text.partition(":")
    key = typed.key(pk)
    return (label, key) if key and registry.find(label) else None


def shown(refs: Iterable[str], user) -> dict[str, Shown]:
    """Each reference as this person may see it. One query for each kind of record."""
    by_label: dict[str, set[UUID]] = defaultdict(set)
    refs = list(refs)
    for label, pk in filter(None, map(parsed, refs)):
        by_label[label].add(pk)
    found = {text: Shown(CLOSED) for text in refs}
    for label, keys in by_label.items():
        type = registry.of(label)
        rows = type.model.objects.visible_to(user).select_related(*type.preload)
        for record in rows.filter(pk__in=keys):
            aside = " (set aside since)" if record.void_at else ""
            found[ref(label, record.pk)] = Shown(
                words=f"{present.title(type, record)}{aside}",
                url=present.detail_url(type, record),
                reference=present.reference_of(type, record),
            )
    return found


def recent(child, user, now, but: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """The child's last records that she may read, to choose from. One query, of the index."""
    rows = SearchEntry.objects.visible_to(user).filter(child_id=child.pk, part="", at__lte=now)
    rows = rows.exclude(label__in=but).order_by("-at", "-pk")[:RECENT]
    return [(ref(row.label, row.object_id), _offered(row)) for row in rows]


def _offered(row: SearchEntry) -> str:
    body = " ".join(row.body.split())
    if len(body) > SNIPPET:
        body = f"{body[:SNIPPET].rsplit(' ', 1)[0]} …"
    return f"{row.title}: {body}" if body else row.title


class EvidenceChoice(forms.MultipleChoiceField):
    """Offers the recent records. What is no longer recent is taken when it is about this child and
    the writer may read it; `held` is what the line rests on already."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs):
        super().__init__(required=False, **kwargs)
        self.child = self.user = None
        self.held: tuple[str, ...] = ()

    def about(self, *, child, user, offered, held) -> None:
        self.child, self.user, self.held = child, user, tuple(held)
        known = {value for value, _ in offered}
        older = [text for text in self.held if text not in known]
        told = shown(older, user) if older else {}
        self.choices = [*offered, *((text, told[text].words) for text in older)]

    def valid_value(self, value) -> bool:
        if value in self.held or super().valid_value(value):
            return True
        found = parsed(str(value))
        if not found or self.child is None:
            return False
        model = registry.of(found[0]).model
        if not getattr(model, "of_child", False):
            return False
        rows = model.objects.visible_to(self.user).filter(pk=found[1], child=self.child)
        return rows.exists()

    def validate(self, value) -> None:
        super().validate(value)
        if len(value) > MOST:
            raise ValidationError(f"{MOST} records at most show one thing.")


class EvidenceField(models.JSONField):
    """References in the order in which they were chosen."""

    def formfield(self, **kwargs):
        return EvidenceChoice(label=self.verbose_name.capitalize(), help_text=self.help_text)

    def said(self, value: list) -> str:
        return plural(len(value), "record") if value else ""
