"""One thing that somebody does at one moment of a story."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from cura.story.errors import StoryError

KINDS = ("record", "action", "step")
KNOWN = {"at", "who", *KINDS, "about", "on", "data", "as", "key", "open", "perhaps"}
SUBMISSIONS = uuid5(NAMESPACE_URL, "cura:story")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """`what` is the slug of a record, the name of a verb, or the key of a step `on` an earlier
    entry. `name` is what later entries call what it makes. `key` says which entry it is, for good:
    a second run knows it again by that."""

    at: datetime
    who: str
    kind: str
    what: str
    key: str
    about: str = ""
    on: str = ""
    name: str = ""
    data: dict = field(default_factory=dict)
    open: bool = False  # saved, and left unsigned
    perhaps: bool = False  # a step that is left out when the page does not offer it then
    where: str = ""  # the file, for messages
    order: int = 0  # its place in the files: what happens in the same minute keeps it

    def submission(self, story: str) -> UUID:
        """What makes a record of this entry the same record however often it is played."""
        return uuid5(SUBMISSIONS, f"{story} {self.key}")

    def wrong(self, words: str) -> StoryError:
        what = f"{self.kind} “{self.what}”"
        return StoryError(f"{self.where}, {self.key}, {self.at:%d %b %Y %H:%M}, {what}: {words}")


def read_entry(raw: dict, *, moments, where: str, order: int) -> Entry:
    """An entry as it stands in a file. Raises StoryError in words."""
    kind = next((k for k in KINDS if k in raw), None)
    if strange := raw.keys() - KNOWN:
        raise StoryError(f"{where}: an entry knows no {', '.join(sorted(strange))}: {raw}")
    if kind is None or "at" not in raw or "who" not in raw:
        raise StoryError(f"{where}: an entry needs at, who, and record, action or step: {raw}")
    try:
        at = moments.at(raw["at"])
    except StoryError as unclear:
        raise StoryError(f"{where}: {unclear} ({raw})")
    name = raw.get("as", "")
    told = (raw["at"], raw["who"], raw[kind], raw.get("on") or raw.get("about", ""))
    return Entry(
        at=at,
        who=raw["who"],
        kind=kind,
        what=raw[kind],
        key=raw.get("key") or name or " ".join(w for w in told if w),
        about=raw.get("about", ""),
        on=raw.get("on", ""),
        name=name,
        data=raw.get("data", {}),
        open=raw.get("open", False),
        perhaps=raw.get("perhaps", False),
        where=where,
        order=order,
    )
