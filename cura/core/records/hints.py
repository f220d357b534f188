"""A kind thought about words, on the page of a record that is not signed yet. It stops nothing."""

from django.db import models

from cura.core.records.present import sentence, shown_fields
from cura.core.records.types import RecordType
from cura.lib import wordlist

MOST = 5  # more would be scolding


def before_signing(type: RecordType, record: models.Model) -> list[dict]:
    """For each question with a word worth a second look: where, which word, what instead."""
    if not type.first or record.void_at or getattr(record, type.first.at):
        return []
    fields = [type.model._meta.get_field(name) for name in shown_fields(type)]
    return [
        {"label": sentence(str(field.verbose_name)), "found": hint.found, "text": hint.sentence}
        for field in fields
        if isinstance(field, models.TextField)
        for hint in wordlist.hints(getattr(record, field.name))
    ][:MOST]
