"""`make bench`: what each page costs as a multiple of the floor page, in the same run.

Ratios, not seconds: seconds say more of the machine than of Cura. `--rounds 50` for a quick look.
"""

import argparse
import os
import tempfile
from pathlib import Path

from benchmarks import server
from benchmarks.pages import FLOOR, PAGES

RESULTS = Path(__file__).parent / "results.md"
HEAD = """# What each page costs

Multiples of the floor page (signed in, base template, two queries), taken in turns in one run on
{database}: {rounds} rounds, one browser, gunicorn with 2 workers of 4 threads. `make bench` writes
this file.

| page | p50 | goal | p95 | goal | met |
|---|---|---|---|---|---|
"""


def table(times: dict[str, list[float]], p50_p95) -> tuple[str, bool]:
    """The rows of the table, and whether every goal was met."""
    floor50, floor95 = p50_p95(times[FLOOR.name])
    lines, all_met = [], True
    for page in (FLOOR, *PAGES):
        p50, p95 = p50_p95(times[page.name])
        middle, tail = p50 / floor50, p95 / floor95
        met = middle <= page.p50 and tail <= page.p95
        all_met &= met
        words = "yes" if met else "**no**"
        lines.append(
            f"| {page.name} | {middle:.2f} | {page.p50:g} | {tail:.2f} | {page.p95:g} | {words} |"
        )
    return "\n".join(lines) + "\n", all_met


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=200)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory(prefix="cura-bench-") as folder:
        os.environ |= {"CURA_DATA": folder, "DEMO": "1"}
        server.prepare()
        # Settings are read when these are imported, and only now is there something to read.
        from benchmarks import measure, places  # noqa: PLC0415
        from benchmarks.browser import Browser  # noqa: PLC0415

        user, where = places.find()
        with server.serving() as port:
            browser = Browser(port, places.cookies(user))
            times = measure.measure(browser, [page.at(where) for page in (FLOOR, *PAGES)], rounds)
    rows, all_met = table(times, measure.p50_p95)
    database = "PostgreSQL" if os.environ.get("DATABASE_URL") else "SQLite"
    text = HEAD.format(database=database, rounds=rounds) + rows
    RESULTS.write_text(text)
    print(text)
    return 0 if all_met else 1


if __name__ == "__main__":
    raise SystemExit(main())
