"""What can be read from the words of a referral without guessing: who asks, for whom, from when.

Each fact is found or left empty. A person sees all of it before she answers, and mends it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

OLDEST = 25
MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
DAY = (
    r"(\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d)"
    r"|\d{1,2}(?:st|nd|rd|th)?\s+(?:" + "|".join(MONTHS) + r")[a-z]*\.?(?:,?\s+\d{4})?)"
)
I = re.IGNORECASE  # noqa: E741
EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?<![\d+])(?:\+44\s?|0)\d(?:[ -]?\d){8,9}(?!\d)")
BORN = re.compile(r"\b(?:d\.?\s?o\.?\s?b\.?|date of birth|born(?: on)?)\s*[:\-]?\s*" + DAY, I)
AGE = re.compile(
    r"\bage[d]?\s*[:\-]?\s*(\d{1,2})\b|\b(\d{1,2})[\s-]*(?:years?[\s-]*old|yrs?[\s-]*old|y/?o)\b", I
)
WANTED = re.compile(
    r"\b(?:wanted|needed|required|start(?:s|ing)?|move|placement|from)\b[^.\n]{0,40}?"
    r"(?:\b(?:from|by|on|date)|:)?\s*:?\s*(?:\b\w+day,?\s+)?\b" + DAY, I
)  # fmt: skip
WORD = r"[A-Z][a-z'’-]+"
NAMED = re.compile(
    r"^\W*(?i:child(?:['’]s)?(?: name)?|name(?: of (?:the )?child)?|young person|yp|first name)"
    rf"\s*[:\-]\s*({WORD})(?:[ ]+({WORD}|[A-Z]\.?))?", re.MULTILINE,
)  # fmt: skip
ASKED_FOR = re.compile(rf"(?i:\bfor|\bre:|\bsubject:)\s+({WORD})(?:[ ]+({WORD}|[A-Z])\b\.?)?")
NO_NAME = {
    "A", "An", "Any", "Boy", "Child", "Children", "Emergency", "Friday", "Girl", "Home", "Monday",
    "One", "Our", "Placement", "Please", "Referral", "Saturday", "Sunday", "That", "The", "This",
    "Thursday", "Tuesday", "Urgent", "Wednesday", "Young", "Your",
}  # fmt: skip
FROM = re.compile(r"^\W*from:\s*\"?([^<\n\"]*?)\"?\s*<?([\w.+'-]+@[\w.-]+)>?", I | re.MULTILINE)
SEX = re.compile(r"\b(?:sex|gender)\s*[:\-]\s*(female|male|girl|boy|f|m)\b", I)
GIRL = re.compile(r"\b(?:girl|young woman|female|she|her)\b", I)
BOY = re.compile(r"\b(?:boy|young man|male|he|his|him)\b", I)
TONIGHT = re.compile(r"\b(?:tonight|same[ -]day|emergency placement|needed today|today)\b", I)
COUNCIL = re.compile(
    rf"\b((?:London|Royal) Borough of {WORD}(?: (?:and )?{WORD})*"
    rf"|{WORD}(?:(?: and| &)? {WORD}){{0,3}} Council)\b"
)


@dataclass(frozen=True)
class Facts:
    authority: str = ""
    from_name: str = ""
    from_email: str = ""
    from_phone: str = ""
    first_name: str = ""
    last_name: str = ""
    born: date | None = None
    age: int | None = None
    sex: str = ""
    wanted_from: date | None = None
    needed_tonight: bool = False


def read(text: str, *, on: date, known: Iterable[str] = (), sender=("", "")) -> Facts:
    """`on`: the day when it came. `known`: councils that asked before, as they are called.
    `sender`: name and address from the head of a mail file."""
    name, address = sender if sender[1] else _sender(text)
    first, last = _name(text)
    born = _born(text, on)
    return Facts(
        authority=_council(text, address, known)[:120],
        from_name=name[:120],
        from_email=address[:254],
        from_phone=_first(PHONE, text)[:30],
        first_name=first[:60],
        last_name=last[:60],
        born=born,
        age=None if born else _age(text),
        sex=_sex(text),
        wanted_from=_wanted(text, on),
        needed_tonight=bool(TONIGHT.search(text)),
    )


def _first(pattern: re.Pattern, text: str) -> str:
    found = pattern.search(text)
    return found[0] if found else ""


def _sender(text: str) -> tuple[str, str]:
    if head := FROM.search(text):
        return head[1].strip(), head[2]
    return "", _first(EMAIL, text)


def _name(text: str) -> tuple[str, str]:
    for pattern in (NAMED, ASKED_FOR):
        for found in pattern.finditer(text):
            if found[1] not in NO_NAME:
                last = (found[2] or "").rstrip(".")
                return found[1], "" if last in NO_NAME else last
    return "", ""


def _day(text: str, on: date, ahead: bool = False) -> date | None:
    """A day as people write it, the day before the month. Without a year: the next one that comes
    (`ahead`), else none."""
    if len(parts := text.split("-")) == 3:
        return _date(*parts)
    if len(parts := re.split(r"[/.]", text)) == 3:
        day, month, year = parts
        return _date(f"20{year}" if len(year) == 2 else year, month, day)
    parts = re.findall(r"\d+|[a-z]{3,}", text.lower())
    month = next((MONTHS.index(p[:3]) + 1 for p in parts if p[:3] in MONTHS), 0)
    numbers = [p for p in parts if p.isdigit()]
    if len(numbers) > 1:
        return _date(numbers[1], month, numbers[0])
    if not ahead:
        return None
    this = _date(on.year, month, numbers[0])
    return this if this and this >= on else _date(on.year + 1, month, numbers[0])


def _date(year, month, day) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except (ValueError, OverflowError):
        return None


def _born(text: str, on: date) -> date | None:
    found = BORN.search(text)
    day = _day(found[1], on) if found else None
    return day if day and day <= on and on.year - day.year <= OLDEST else None


def _age(text: str) -> int | None:
    found = AGE.search(text)
    years = int(found[1] or found[2]) if found else OLDEST + 1
    return years if years <= OLDEST else None


def _wanted(text: str, on: date) -> date | None:
    for found in WANTED.finditer(BORN.sub("", text)):
        day = _day(found[1], on, ahead=True)
        if day and day >= on:
            return day
    return None


def _sex(text: str) -> str:
    if found := SEX.search(text):
        return "female" if found[1].lower()[0] in "fg" else "male"
    girl, boy = len(GIRL.findall(text)), len(BOY.findall(text))
    if girl == boy:
        return ""
    return "female" if girl > boy else "male"


def _council(text: str, address: str, known: Iterable[str]) -> str:
    """By its name in the words, else by the address it was sent from."""
    known = list(known)
    for name in known:
        if name and re.search(rf"\b{re.escape(name)}\b", text, I):
            return name
    if found := COUNCIL.search(text):
        return " ".join(found[1].split())
    place = address.rpartition("@")[2].lower().removesuffix(".gov.uk")
    if not place or place == address.rpartition("@")[2].lower():
        return ""
    place = place.rpartition(".")[2]
    by_place = [n for n in known if re.sub(r"\W", "", n).lower().startswith(place)]
    return by_place[0] if by_place else place.replace("-", " ").title()
