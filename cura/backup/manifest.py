"""What a backup says of itself, so that a restore can be proved equal and damage is noticed."""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

FORMAT = 1
CHUNK = 1024 * 1024


class Damaged(Exception):
    """This file is no backup, or not all of it, or something in it was changed."""


class Unfit(Exception):
    """The backup may be sound, but does not fit here; the words say what to do."""


@dataclass(frozen=True)
class Table:
    """How many rows, and a sum over their hashes in which their order does not count."""

    rows: int
    digest: str


@dataclass(frozen=True)
class Manifest:
    made_at: str  # ISO 8601, UTC
    engine: str  # sqlite or postgresql
    migrations: list[str]  # app.name, all that the database had seen
    tables: dict[str, Table]
    files: dict[str, str]  # path inside the backup -> sha256, the database among them
    format: int = FORMAT

    def dump(self) -> bytes:
        body = asdict(self)
        return json.dumps({"sha256": _digest(body), "manifest": body}, indent=1).encode()

    @classmethod
    def load(cls, text: bytes) -> "Manifest":
        try:
            whole = json.loads(text)
            body, digest = whole["manifest"], whole["sha256"]
        except (ValueError, KeyError, TypeError) as error:
            raise Damaged("The list of contents cannot be read.") from error
        if _digest(body) != digest:
            raise Damaged("The list of contents was changed.")
        if body["format"] != FORMAT:
            raise Unfit(
                f"The backup has format {body['format']}, this Cura reads format {FORMAT}. "
                "Restore it with the Cura that made it, then move on from there."
            )
        tables = {name: Table(**table) for name, table in body.pop("tables").items()}
        return cls(tables=tables, **body)

    def compare_files(self, folder: Path) -> None:
        """Every file that the manifest names stands in the folder unchanged, and no other does."""
        found = {str(path.relative_to(folder)): path for path in files_below(folder)}
        if missing := self.files.keys() - found.keys():
            raise Damaged(f"{len(missing)} files are missing, such as {min(missing)}.")
        if strange := found.keys() - self.files.keys():
            raise Damaged(f"{len(strange)} files do not belong, such as {min(strange)}.")
        for name, digest in self.files.items():
            if sha256(found[name]) != digest:
                raise Damaged(f"{name} was changed.")

    def compare_tables(self, found: dict[str, Table]) -> None:
        """The database holds exactly the rows that were backed up."""
        for name in sorted(self.tables.keys() | found.keys()):
            if self.tables.get(name) != found.get(name):
                raise Damaged(f"The rows of {name} are not those that were backed up.")

    def total_rows(self) -> int:
        return sum(table.rows for table in self.tables.values())


def _digest(body: dict) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def files_below(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def fingerprint(rows: Iterable, encode: Callable[[object], bytes]) -> Table:
    """A sum, not XOR: two equal rows must not cancel each other out."""
    count = total = 0
    for row in rows:
        count += 1
        total += int.from_bytes(hashlib.sha256(encode(row)).digest(), "big")
    return Table(count, f"{total % 2**256:064x}")
