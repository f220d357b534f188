"""What no page of ours would send: for tests that send it."""

import inspect
import re
from urllib.parse import quote_plus
from uuid import uuid4

from django.apps import apps
from django.db import models

A_MEGABYTE = "x" * 1_000_000
TEXTS = (
    "", " ", "\x00", "before\x00after", "\ud800", "\udfff broken", "\u202egnp.exe", "\ufeff",
    "😀" * 300, "'; DROP TABLE residents_child; --", "{{ 7*7 }}", "{% debug %}", "%s%n",
    "../../etc/passwd",
    "<script>alert(1)</script>", "line\r\n\r\nline", "y" * 20_000, A_MEGABYTE,
)  # fmt: skip
NUMBERS = (
    "0", "-1", "1.5", "9" * 30, "9" * 5000, "-" + "9" * 30, "2147483648", "9223372036854775808",
    "1e400", "1e-400", "1e999999999", "NaN", "-Infinity", "0x10", "٣", "１２", "1_000", "½",
)  # fmt: skip
TIMES = (
    "0001-01-01", "9999-12-31", "0000-00-00", "2026-02-30", "0001-01-01T00:00", "9999-12-31T23:59",
    "1900-01-01T00:00+23:59", "2200-12-31T23:59-23:59", "2026-03-29T01:30", "2026-10-25T01:30",
    "24:00", "23:59:59.999999", "1", "2026-W01-1", "20260610", "10/06/2026", "2026-06-10T25:61",
)  # fmt: skip
CHOICES = ("maybe", "None", "null", "on", "true", "[]", "{}", str(uuid4()), "0" * 32, "-1")
COUNTS = ("", "-1", "abc", "0", "3", "61", "1000000", "9" * 30, "\x00", "1.5")  # of lines
EVERYTHING = (*TEXTS, *NUMBERS, *TIMES, *CHOICES)
SHORT = (  # for addresses
    "", "\x00", "\ud800", "x" * 2000, "-1", "9" * 30, "1e999999999", "0001-01-01", "9999-12-31",
    "9999-12-31T23:59:59-23:59_1", "0001-01-01T00:00+23:59_" + "0" * 32, "2026-02-30", str(uuid4()),
    f"2026-06-10T10:00_{uuid4()}", "2026-06-10T10:00+00:00_" + "9" * 30, "../../", "<script>",
)  # fmt: skip

FORM = "application/x-www-form-urlencoded"


def encoded(body: dict) -> bytes:
    """As a browser gone wrong would send it: halves of characters and all."""
    pairs = [(name, value) for name, values in body.items() for value in values]
    parts = (f"{_quoted(name)}={_quoted(value)}" for name, value in pairs)
    return "&".join(parts).encode()


def _quoted(text: str) -> str:
    return quote_plus(text.encode("utf-8", "surrogatepass"))


def asked_names(view, method: str) -> set[str]:
    """Which names a view asks of `request.GET` or `request.POST`, by its source and its bases'."""
    found = re.compile(rf'{method}(?:\.get(?:list)?\(|\[)"([\w-]+)"|"([\w-]+)" in [\w.]*{method}')
    cls = getattr(view, "view_class", None)
    sources = [inspect.unwrap(view)] if cls is None else cls.__mro__
    names = set()
    for source in sources:
        module = inspect.getmodule(source)
        if module.__name__.split(".")[0] not in ("django", "builtins", "allauth"):
            names |= {a or b for a, b in found.findall(inspect.getsource(module))}
    return names


def columns(*rows: type[models.Model]) -> set[str]:
    """Every name under which somebody may try to write a column that no form asks."""
    fields = [f for model in rows for f in model._meta.concrete_fields]
    return {f.name for f in fields} | {f.attname for f in fields} | {"pk", "save", "proof"}


def counts() -> dict[str, int]:
    """Rows of each table that holds what people write, by label."""
    return {model._meta.label: model._base_manager.count() for model in _written()}


def _written():
    passing = {"AuditEvent", "Chain", "Change", "Session", "UserSession", "Draft", "Upload"}
    return [m for m in apps.get_models() if m._meta.managed and m.__name__ not in passing]
