"""One spelling for every value, so that the same row always gives the same hash.

A signed snapshot and an audit entry are hashed over this text. Change nothing here without a
version in the snapshot: old hashes would no longer verify.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from uuid import UUID


def canonical(value):
    """The value as str, int, bool, None, list or dict.

    Datetimes become UTC with microseconds and Z, numbers with a fraction plain decimal text without
    needless zeros (both databases then agree), bytes hex, sets sorted lists. Raises ValueError for
    a naive datetime and for what is not a number, TypeError for anything unknown.
    """
    if isinstance(value, Enum):
        return canonical(value.value)
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, datetime | date | time | timedelta):
        return _time(value)
    if isinstance(value, Decimal | float):
        return _number(value)
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, bytes | bytearray | memoryview):
        return bytes(value).hex()
    return _container(value)


def canonical_json(value) -> str:
    """Sorted keys, no spaces, letters as they are."""
    return json.dumps(
        canonical(value),
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
        allow_nan=False,
    )


def sha256_hex(data: str | bytes) -> str:
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()


def _time(value):
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise ValueError("A time without a zone has no canonical spelling.")
        utc = value.astimezone(UTC).replace(tzinfo=None)
        return utc.isoformat(timespec="microseconds") + "Z"
    if isinstance(value, timedelta):
        microseconds = value // timedelta(microseconds=1)
        return _number(Decimal(microseconds).scaleb(-6)) + "s"
    return value.isoformat()


def _number(value):
    exact = Decimal(repr(value)) if isinstance(value, float) else value
    if not exact.is_finite():
        raise ValueError("Only a finite number has a canonical spelling.")
    text = format(exact, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _container(value):
    if isinstance(value, Mapping):
        pairs = {str(canonical(key)): canonical(item) for key, item in value.items()}
        if len(pairs) != len(value):
            raise ValueError("Two keys have the same spelling.")
        return pairs
    if isinstance(value, list | tuple):
        return [canonical(item) for item in value]
    if isinstance(value, set | frozenset):
        return sorted((canonical(item) for item in value), key=canonical_json)
    raise TypeError(f"{type(value).__name__} has no canonical spelling.")
