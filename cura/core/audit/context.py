"""What is known of the request that a write or a read belongs to."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True)
class Context:
    """Request id and network address."""

    request_id: str = ""
    address: str = ""


_NONE = Context()
_current: ContextVar[Context] = ContextVar("audit_context", default=_NONE)


def current() -> Context:
    return _current.get()


@contextmanager
def within(context: Context) -> Iterator[None]:
    token = _current.set(context)
    try:
        yield
    finally:
        _current.reset(token)
