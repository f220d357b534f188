"""All that the catalogue knows of the law, and which of it Cura keeps for this home."""

import re

from compliance.due import duties
from compliance.due.lines import ground
from cura.core.accounts.home import Home
from cura.core.deadlines import rules
from cura.core.deadlines.duty import Duty, all_duties
from cura.core.deadlines.intervals import AREAS
from cura.lib import london

# Short words of the catalogue, as one would say them.
SHORT = {
    "RM": "the manager",
    "RI": "the responsible individual",
    "RP": "the registered person",
    "KW": "the key worker",
    "SL": "the shift lead",
    "SW": "the social worker",
    "IRO": "the reviewing officer",
    "LA": "the council",
    "PA": "the placing council",
    "PAs": "the placing councils",
    "HMCI": "Ofsted",
    "SoS": "the Secretary of State",
    "ICB": "the NHS board",
    "ICO": "the Information Commissioner",
    "CD": "controlled drug",
    "PEP": "education plan",
    "RHI": "return interview",
    "EHC": "education, health and care",
    "ICPC": "child protection conference",
    "SVGA": "Safeguarding Vulnerable Groups Act",
}
FOUND = re.compile(rf"\b({'|'.join(SHORT)})\b")
MARKS = re.compile(r"\s*Marks in full: .*$")


def groups(home: Home, user) -> list[dict]:
    """Every duty by area. No query but her rights."""
    may_open: dict[str, list[str]] = {}
    for key, mine in duties.declared(home, user).items():
        may_open.setdefault(mine[0].duty, []).append(key)
    kept = {rule.duty for rule in rules.all_rules()}
    areas: dict[str, list[dict]] = {area: [] for area in AREAS}
    for each in all_duties():
        keys = may_open.get(each.key, [])
        url = duties.address(home, keys[0]) if keys else ""
        areas[each.area].append(_said(each, url, each.key in kept))
    return [{"title": AREAS[area], "duties": said} for area, said in areas.items() if said]


def _said(duty: Duty, url: str, kept: bool) -> dict:
    return {
        "key": duty.key,
        "title": duty.title,
        "url": url,
        "trigger": plain(duty.trigger),
        "interval": interval_words(duty),
        "who": who(duty),
        "done": plain(duty.done),
        "ground": ground(duty),
        "check": duty.to_be_checked,
        "note": note(duty),
        "kept": kept,
        "theirs": duty.owner == "theirs",
    }


def interval_words(duty: Duty) -> str:
    """What the text says; a target of ours is said to be one."""
    if duty.offset:
        return duty.offset.words
    words = "without delay" if duty.at_once else ""
    target = f"we aim at {duty.target.words}" if duty.target else ""
    return ", ".join(filter(None, (words, target))) or "no number in the text"


def who(duty: Duty) -> str:
    return plain(duty.role.replace("/", " or "))


def plain(text: str) -> str:
    return FOUND.sub(lambda found: SHORT[found[0]], text)


def note(duty: Duty) -> str:
    """What else there is to say of it. What was read where is for those who keep the catalogue."""
    return " ".join(filter(None, (plain(MARKS.sub("", duty.note)), _in_force(duty))))


def _in_force(duty: Duty) -> str:
    """From when to when it holds, for what is new or ends."""
    begins, ends = duty.in_force_from, duty.in_force_until
    words = [f"Holds from {london.day_words(begins)}."] if begins else []
    return " ".join(words + ([f"Ends on {london.day_words(ends)}."] if ends else []))
