"""Words that are kept for a short while only, and a log that never held them.

The log cannot forget: each entry carries the hash of the one before. So of a column that is
declared short-lived it keeps no word, only a keyed hash. The key (`salt`) stands in the row beside
the words and goes with them. While they are there, `verify_audit` can tell whether they are what
was written; afterwards nobody can guess a name or a birthday from the hash (docs/adr/0018).
"""

import hmac
import secrets
from datetime import datetime

from django.db import models
from django.db.models import CheckConstraint, Q

from cura.core.records.base import Record, RecordRow
from cura.lib.canonical import canonical_json

NOT_KEPT = "(kept for a short while only)"


def new_salt() -> str:
    return secrets.token_hex(16)


class ShortLived(models.Model):
    """`short_lived` names the columns, each of them text or null, whose words go."""

    short_lived: tuple[str, ...] = ()

    salt = models.CharField(max_length=32, default=new_salt, blank=True, editable=False)

    class Meta:
        abstract = True


class ShortLivedRecord(ShortLived, Record):
    """A record whose words may go; the row stays, for it is counted."""

    forgotten_at = models.DateTimeField("words deleted", null=True, editable=False)

    class Meta(Record.Meta):
        abstract = True


class ShortLivedRow(ShortLived, RecordRow):
    """A line of such a record."""

    class Meta(RecordRow.Meta):
        abstract = True


def forgotten_is_empty(words: tuple[str, ...], nulls: tuple[str, ...] = ()) -> CheckConstraint:
    """Once the words are deleted none comes back: the database says so, too."""
    empty = dict.fromkeys((*words, "salt"), "") | dict.fromkeys(nulls)
    return CheckConstraint(
        condition=Q(forgotten_at=None) | Q(**empty),
        name="%(app_label)s_%(class)s_forgotten_is_empty",
    )


def sealed(name: str, value, salt: str) -> str:
    """What the log keeps in place of a word."""
    said = canonical_json([name, value])
    return "sealed:" + hmac.new(salt.encode(), said.encode(), "sha256").hexdigest()


def told(record: models.Model, names) -> dict[str, str]:
    """What the log says of columns before and after. It holds no word that is to go."""
    passing = record.short_lived
    return {n: NOT_KEPT if n in passing else str(getattr(record, n, "")) for n in names}


def forget(record: ShortLivedRecord, now: datetime) -> None:
    """Empty a record for good. It is not saved here."""
    empty(record)
    record.forgotten_at = now


def empty(record: models.Model) -> None:
    """Take the words out of a row, and the key with them. It is not saved here."""
    for name in record.short_lived:
        setattr(record, name, None if record._meta.get_field(name).null else "")
    record.salt = ""
