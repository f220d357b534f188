"""The short name that people say over the telephone: FD-7K3M9Q.

Two letters for the kind of record and six characters (30 bits) of the key's random part; the time
part would make neighbours look alike. Two records of one kind can share a reference (one pair in
about a thousand million), so a look-up by the stored `reference` column filters by
`.visible_to(user)` and shows a short list when it finds more than one. It is never a key.
"""

import re
from uuid import UUID

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
LENGTH = 6
BITS = 5
PREFIX = re.compile(r"[A-Z]{2}")
TYPED = re.compile(r"([A-Z01]{2})([0-9A-Z]{6})")
SEPARATORS = re.compile(r"[\s\-‐-―_./:]+")
LETTERS_READ_AS_DIGITS = str.maketrans("OIL", "011")
DIGITS_READ_AS_LETTERS = str.maketrans("01", "OI")


def reference(prefix: str, key: UUID) -> str:
    if not PREFIX.fullmatch(prefix):
        raise ValueError("A reference begins with two capital letters.")
    return f"{prefix}-{code(key)}"


def code(key: UUID) -> str:
    return "".join(
        ALPHABET[key.int >> BITS * place & (1 << BITS) - 1] for place in reversed(range(LENGTH))
    )


def parse(text: str) -> tuple[str, str] | None:
    """(prefix, code) of what somebody typed, whatever the case, spaces, O for 0, I or L for 1."""
    typed = TYPED.fullmatch(SEPARATORS.sub("", text).upper())
    if typed is None:
        return None
    read = typed[2].translate(LETTERS_READ_AS_DIGITS)
    if set(read) - set(ALPHABET):
        return None
    return typed[1].translate(DIGITS_READ_AS_LETTERS), read
