"""Small pieces of English: one night, three nights; Ella, Tom and Priya."""

from collections import Counter
from collections.abc import Iterable, Sequence


def plural(count: int, one: str, many: str | None = None) -> str:
    """1 night, 3 nights, no nights; give `many` for what is irregular (child, children)."""
    if count == 1:
        return f"1 {one}"
    return f"{count:,} {many or _many(one)}" if count else f"no {many or _many(one)}"


def listed(items: Iterable[str], last: str = "and") -> str:
    """a; a and b; a, b and c."""
    words = list(items)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def first_name(name: str) -> str:
    return name.split()[0] if name.split() else ""


def first_names(names: Sequence[str]) -> str:
    """Ella, Tom and Priya. Two who share a first name get the initial of the last: Ella F."""
    shared = Counter(first_name(name) for name in names)
    return listed(_short(name, shared) for name in names if name.split())


def initials(name: str) -> str:
    """First and last: EF for Ella Rose Finch."""
    parts = name.split()
    ends = parts[:1] + parts[1:][-1:]
    return "".join(part[0].upper() for part in ends)


def _short(name, shared):
    first, *rest = name.split()
    return f"{first} {rest[-1][0]}." if rest and shared[first] > 1 else first


def _many(one):
    if one.endswith(("s", "x", "ch", "sh")):
        return one + "es"
    if one.endswith("y") and one[-2:-1] not in "aeiou":
        return one[:-1] + "ies"
    return one + "s"
