"""Whom one may sign in as in a demonstration. The roof hands the names over: imports point down."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings


@dataclass(frozen=True)
class SignInHint:
    """A line of the sign-in page of a demonstration: one tap signs in as this person."""

    name: str
    role: str
    username: str
    password: str


SIGN_IN_HINTS: list[Callable[[], list[SignInHint]]] = []


def sign_in_lines() -> list[SignInHint]:
    """Nothing outside a demonstration, whoever may have handed something over."""
    if not settings.DEMO:
        return []
    return [hint for ask in SIGN_IN_HINTS for hint in ask()]
