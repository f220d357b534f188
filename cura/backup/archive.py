"""One backup is one file: a tar of the database, the files and, last of all, the manifest.

1. The audit heads are copied first: each head that is in the backup has its entries in it too.
2. Then the database, at one moment, while people go on writing.
3. Then the files: each row's file was there before the row. What comes later does no harm.
4. The manifest comes last, so that a file that was cut short has none.
"""

import os
import shutil
import tarfile
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cura.backup.manifest import Damaged, Manifest, Unfit, files_below, sha256
from cura.backup.postgresql import Postgresql
from cura.backup.sqlite import Sqlite

MANIFEST = "manifest.json"
HEADS = "audit-heads.log"
# Not in the backup: what is made again by itself, and the live database, which has its own copy.
MADE_AGAIN = {"broker", "cache", "static", "heartbeat", "run.lock"}
MADE_AGAIN_STARTS = ("cura.sqlite3", "beat-schedule", ".")


@dataclass(frozen=True)
class Home:
    """What is backed up, and where it is put back: a database and the data folder."""

    database: Sqlite | Postgresql
    data: Path


def home(*, database: dict, data: Path) -> Home:
    """`database` is one entry of Django's DATABASES."""
    kind = Sqlite if database["ENGINE"].endswith("sqlite3") else Postgresql
    return Home(kind(database), Path(data))


def back_up(home: Home, *, to: Path, now: datetime) -> tuple[Path, Manifest]:
    """Write one backup into the folder `to`. The name appears only when the file is whole."""
    to.mkdir(mode=0o700, parents=True, exist_ok=True)
    final = to / f"cura-{now:%Y%m%dT%H%M%SZ}.tar"
    with tempfile.TemporaryDirectory(prefix=".backup-", dir=to) as folder:
        contents = Path(folder, "contents")
        contents.mkdir()
        if (heads := home.data / HEADS).exists():
            shutil.copy2(heads, contents / HEADS)
        tables, migrations = home.database.dump(contents / home.database.file)
        _copy_files(home.data, contents / "files", leave_out=to)
        manifest = Manifest(
            made_at=now.isoformat(),
            engine=home.database.engine,
            migrations=migrations,
            tables=tables,
            files={str(f.relative_to(contents)): sha256(f) for f in files_below(contents)},
        )
        (contents / MANIFEST).write_bytes(manifest.dump())
        unfinished = Path(folder, "backup.tar")
        _pack(contents, unfinished)
        unfinished.rename(final)
    return final, manifest


def _copy_files(data: Path, to: Path, *, leave_out: Path) -> None:
    to.mkdir()
    for entry in data.iterdir():
        if entry.name in MADE_AGAIN | {HEADS} or entry.name.startswith(MADE_AGAIN_STARTS):
            continue
        if entry.is_dir():
            if entry.resolve() != leave_out.resolve():
                shutil.copytree(entry, to / entry.name, copy_function=_link_or_copy)
        else:
            shutil.copy2(entry, to / entry.name)


def _link_or_copy(source: str, to: str) -> None:
    """A stored file is never written again, so a second name for it is as good as a copy."""
    try:
        os.link(source, to)
    except FileNotFoundError:
        return  # a draft's upload that was thrown away while we walked: no saved row names it
    except OSError:
        shutil.copy2(source, to)


def _pack(contents: Path, to: Path) -> None:
    with to.open("xb") as stream:
        os.chmod(to, 0o600)
        with tarfile.open(fileobj=stream, mode="w") as tar:
            for path in files_below(contents):
                if path.name != MANIFEST:
                    tar.add(path, arcname=str(path.relative_to(contents)))
            tar.add(contents / MANIFEST, arcname=MANIFEST)
        stream.flush()
        os.fsync(stream.fileno())


def unpack(file: Path, to: Path) -> Manifest:
    """Unpack into the empty folder `to`; raises Damaged unless every file is as it was."""
    try:
        with tarfile.open(file, mode="r:") as tar:
            for member in tar:
                _unpack_one(tar, member, to)
    except (tarfile.TarError, OSError, EOFError) as error:
        raise Damaged("This is no backup, or only the beginning of one.") from error
    if not (to / MANIFEST).is_file():
        raise Damaged("The end of the backup is missing.")
    manifest = Manifest.load((to / MANIFEST).read_bytes())
    (to / MANIFEST).unlink()
    manifest.compare_files(to)
    return manifest


def _unpack_one(tar: tarfile.TarFile, member: tarfile.TarInfo, to: Path) -> None:
    """Plain files only, and none outside `to`, whatever the archive says."""
    path = (to / member.name).resolve()
    if not member.isreg() or not path.is_relative_to(to.resolve()):
        raise Damaged(f"{member.name} does not belong in a backup.")
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tar.extractfile(member) as source, path.open("xb") as target:
        os.chmod(path, 0o600)
        shutil.copyfileobj(source, target)


def restore(
    home: Home, *, file: Path, people_table: str, known: set[str], force: bool, now: datetime
) -> Manifest:
    """Put a backup in place of what is here, and prove by hashes that it arrived.

    A home is empty while nobody has an account (`people_table`) and it has no files. `known` are
    the migrations that this Cura has: a backup from a newer one is refused.
    """
    home.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".restore-", dir=home.data) as folder:
        manifest = unpack(file, Path(folder))
        _must_fit(home, manifest, known)
        if not force and (home.database.has_rows(people_table) or _kept(home.data)):
            raise Unfit("There is a home here already. With --force the backup takes its place.")
        home.database.load(Path(folder, home.database.file))
        _put_files(home.data, Path(folder), aside=f".before-{now:%Y%m%dT%H%M%SZ}")
    manifest.compare_tables(home.database.tables())
    return manifest


def _must_fit(home: Home, manifest: Manifest, known: set[str]) -> None:
    if manifest.engine != home.database.engine:
        raise Unfit(f"This backup is of {manifest.engine}; the database here is another kind.")
    if newer := set(manifest.migrations) - known:
        raise Unfit(f"This backup was made by a newer Cura: {min(newer)} is not known here.")


def _kept(data: Path) -> list[Path]:
    """What of the data folder belongs to a home, rather than being made again by itself."""
    return [
        entry
        for entry in data.iterdir()
        if entry.name not in MADE_AGAIN and not entry.name.startswith(MADE_AGAIN_STARTS)
    ]


def _put_files(data: Path, unpacked: Path, *, aside: str) -> None:
    """What was here is kept beside it, under a name that tells when, for a person to throw away."""
    if here := _kept(data):
        (data / aside).mkdir(mode=0o700)
        for entry in here:
            entry.rename(data / aside / entry.name)
    if (unpacked / HEADS).exists():
        (unpacked / HEADS).rename(data / HEADS)
    if (unpacked / "files").exists():
        for entry in (unpacked / "files").iterdir():
            entry.rename(data / entry.name)
