"""`python -m benchmarks.killing --kills 100`: no reminder is lost or comes twice, whoever dies.

On SQLite with the file-system broker; DATABASE_URL and REDIS_URL name others:
`bin/services env -u REDIS_URL .venv/bin/python -m benchmarks.killing`. The database must be empty.
"""

import argparse
import os
import signal
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

from benchmarks.server import migrate


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--wipes", type=int, default=5)
    asked = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # the workers end with us
    with tempfile.TemporaryDirectory(prefix="cura-killing-") as folder:
        database = os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/cura.sqlite3")
        os.environ |= {"CURA_DATA": folder, "DEMO": "1"}
        migrate()
        return report(Path(folder), database, os.environ.get("REDIS_URL", ""), asked)


def report(folder: Path, database: str, redis: str, asked) -> int:
    # Settings are read when these are imported, and only now is there something to read.
    import benchmarks.killing.worker  # noqa: F401, PLC0415
    from benchmarks.killing import count, run  # noqa: PLC0415
    from benchmarks.killing.home import Household  # noqa: PLC0415
    from benchmarks.killing.workers import Workers  # noqa: PLC0415

    began = time.monotonic()
    house = Household(run.timezone.now())
    with Workers(folder, database, redis) as workers:
        run.kill(workers, house, asked.kills, asked.wipes)
    found = count.count(house.people, folder / "mails")
    where = f"{database.partition(':')[0]}, {'redis' if redis else 'files'}"
    print(f"{where}: {asked.kills} kills, {asked.wipes} wipes, {time.monotonic() - began:.0f} s")
    print(", ".join(f"{name.replace('_', ' ')} {value}" for name, value in asdict(found).items()))
    return 0 if found.right else 1


if __name__ == "__main__":
    raise SystemExit(main())
