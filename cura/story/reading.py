"""A story as it stands in its folder: TOML files read in the order of their names."""

import tomllib
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from cura.story.entry import KINDS, Entry, read_entry
from cura.story.errors import StoryError
from cura.story.household import Household, read_household
from cura.story.moments import Moments
from cura.story.rota import Rota, read_rota
from cura.story.routine import Routine
from cura.story.rules import Rule, read_rules
from cura.story.shifts import RotaWriter
from cura.story.stage import Stage
from cura.story.words import Words

TABLES = {
    "story", "moments", "defaults", "entry", "child", "holiday", "place", "away",
    "rota", "routine",
}  # fmt: skip
APART_MINUTES = 7  # between several people who do the same


@dataclass
class Story:
    """`name` tells stories apart in a database; it is that of the folder."""

    name: str
    title: str
    home: str
    first: date  # the day on which it begins
    end: datetime | None  # of a story that is over one day; others go on to now
    moments: Moments
    entries: list[Entry] = field(default_factory=list)
    routine: Routine | None = None
    shifts: RotaWriter | None = None


def read_story(folder: Path, *, anchor: date) -> Story:
    """Raises StoryError that names the file."""
    files = _files(folder)
    head = _one(files, "story", folder)
    moments = Moments(
        date.fromisoformat(head["anchor"]) if "anchor" in head else anchor, _named(files)
    )
    entries = _entries(files, moments)
    stage = _stage(files, folder, moments, entries)
    return Story(
        name=folder.name,
        title=head["title"],
        home=head["home"],
        first=moments.day(head["first"]),
        end=moments.at(head["end"]) if "end" in head else None,
        moments=moments,
        entries=entries,
        routine=Routine(stage, _rules(files, moments), head.get("seed", folder.name)),
        shifts=next((RotaWriter(**f["rota"]) for f in files.values() if "rota" in f), None),
    )


def _files(folder: Path) -> dict[str, dict]:
    found = {}
    for path in sorted(folder.glob("*.toml")):
        found[path.name] = _toml(path)
        if strange := found[path.name].keys() - TABLES:
            raise StoryError(f"{path.name}: nobody knows {', '.join(sorted(strange))}.")
    if not found:
        raise StoryError(f"There is no story in {folder}.")
    return found


def _toml(path: Path) -> dict:
    try:
        return tomllib.loads(path.read_text())
    except tomllib.TOMLDecodeError as broken:
        raise StoryError(f"{path.name}: {broken}")


def _one(files: dict[str, dict], table: str, folder: Path) -> dict:
    found = [file[table] for file in files.values() if table in file]
    if len(found) != 1:
        raise StoryError(f"{folder.name}: one file has a [{table}], and one only.")
    return found[0]


def _all(files: dict[str, dict], table: str) -> list[dict]:
    return [row for file in files.values() for row in file.get(table, ())]


def _named(files: dict[str, dict]) -> dict[str, str]:
    """Moments that the story names: by themselves, or as an entry `as` something."""
    named = {n: w for file in files.values() for n, w in file.get("moments", {}).items()}
    for file in files.values():
        given = file.get("defaults", {})
        for raw in file.get("entry", ()):
            if "as" in raw:
                named.setdefault(raw["as"], raw.get("at", given.get("at", "")))
    return named


def _entries(files: dict[str, dict], moments: Moments) -> list[Entry]:
    found, keys = [], set()
    for name, file in files.items():
        for raw in file.get("entry", ()):
            for one in _each(_with_defaults(raw, file.get("defaults", {}))):
                entry = read_entry(one, moments=moments, where=name, order=len(found))
                if entry.key in keys:
                    raise StoryError(
                        f"{name}: two entries are “{entry.key}”; give one of them a `key`."
                    )
                keys.add(entry.key)
                found.append(entry)
    return sorted(found, key=lambda e: (e.at, e.order))


def _each(raw: dict) -> list[dict]:
    """An entry, or one for each of several people, a few minutes after each other."""
    if not isinstance(raw.get("who"), list):
        return [raw]
    base = {k: v for k, v in raw.items() if k != "key"}
    about = raw.get("key") or f"{raw.get('step', '')} {raw.get('on', '')}"
    return [
        base
        | {"who": who, "key": f"{who} {about}", "at": f"{raw['at']}+{number * APART_MINUTES}min"}
        for number, who in enumerate(raw["who"])
    ]


def _with_defaults(raw: dict, given: dict) -> dict:
    """What the file says of all its entries, save of what kind one is that says so itself."""
    own = any(kind in raw for kind in KINDS)
    return {k: v for k, v in given.items() if not (own and k in KINDS)} | raw


def _stage(files, folder: Path, moments: Moments, entries: list[Entry]) -> Stage:
    lists = {path.stem: _toml(path) for path in sorted(folder.glob("words/*.toml"))}
    names = {
        e.name: str(e.data["name"]).split(" ")[0] for e in entries if e.name and "name" in e.data
    }
    household: Household = read_household(_all(files, "child"), _all(files, "holiday"), moments)
    rota: Rota = read_rota(_all(files, "place"), _all(files, "away"), moments)
    return Stage(moments, household, rota, Words(lists), names)


def _rules(files: dict[str, dict], moments: Moments) -> list[Rule]:
    return [
        rule
        for name, file in files.items()
        for rule in read_rules(file.get("routine", []), moments, name)
    ]
