"""How fast deadlines are recomputed: `python -m benchmarks.deadlines --rows 100000`.

A home's fire alarm tests, many homes and years of them, each row one slot. What is timed: making
all deadlines from nothing, asking whether any differs when none does, and writing all again after
their rule has changed. On a data folder of its own, or on DATABASE_URL.
"""

import argparse
import os
import tempfile
import time
from datetime import UTC, datetime, timedelta

START = datetime(2016, 1, 4, 9, 0, tzinfo=UTC)
PER_HOME = 520  # one a week for ten years


def prepare(rows: int) -> int:
    """Homes with ten years of tests. Returns how many rows there are."""
    from compliance.checks.fire_alarm import FireAlarmTest  # noqa: PLC0415 after django.setup
    from cura.core.accounts import actions  # noqa: PLC0415 the same
    from cura.core.accounts.program import CURA  # noqa: PLC0415 the same

    company = actions.open_organisation(name="Bench", by=CURA, now=START)
    person = actions.add_person(
        organisation=company, username="bench", name="B", by=CURA, now=START
    )
    homes = [
        actions.open_home(organisation=company, name=f"Home {number}", by=CURA, now=START)
        for number in range(max(1, rows // PER_HOME))
    ]
    for week in range(PER_HOME):
        times = [START + timedelta(weeks=week, minutes=n) for n in range(len(homes))]
        FireAlarmTest.objects.bulk_create(
            FireAlarmTest(home=home, author=person, call_point="1", happened_at=at, created_at=at)
            for home, at in zip(homes, times, strict=True)
        )
    return FireAlarmTest.objects.count()


def timed(name: str, rows: int, work) -> None:
    """Of the processor, for a machine that is shared: without what a database beside us takes."""
    begun, busy = time.perf_counter(), time.process_time()
    differed = work()
    seconds, busy = time.perf_counter() - begun, time.process_time() - busy
    print(f"| {name} | {differed:,} | {seconds:.2f} | {busy:.2f} | {rows / busy:,.0f} |")


def measure(rows: int) -> None:
    from django.db.models import F  # noqa: PLC0415 after django.setup

    from cura.core.deadlines import engine, rules, ticking  # noqa: PLC0415 the same
    from cura.core.deadlines.deadline import Deadline  # noqa: PLC0415 the same

    rule, now = rules.find("compliance.firealarmtest", "FIRE-WEEK"), datetime.now(UTC)
    print("| what | rows written | s | CPU s | rows/CPU s |\n|---|---|---|---|---|")
    timed("made from nothing", rows, lambda: engine.resync(now, rule))
    timed("nothing differs", rows, lambda: engine.resync(now, rule))
    Deadline.objects.update(made_with="old")
    timed("the rule reworded, no date changes", rows, lambda: engine.resync(now, rule))
    Deadline.objects.update(due_at=F("due_at") + timedelta(days=1), made_with="old")
    timed("every date changes", rows, lambda: engine.resync(now, rule))
    Deadline.objects.filter(done_at=None).update(next_alert_at=now)
    timed("a tick over what is open", Deadline.objects.filter(done_at=None).count(),
          lambda: ticking.tick(now))  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    wanted = parser.parse_args().rows
    with tempfile.TemporaryDirectory(prefix="cura-bench-") as folder:
        os.environ |= {"CURA_DATA": folder, "DEMO": "1", "DJANGO_SETTINGS_MODULE": "cura.settings"}
        # Settings are read when Django starts, and only now is there a folder to read them for.
        import django  # noqa: PLC0415

        django.setup()
        from django.core.management import call_command  # noqa: PLC0415 the same

        call_command("migrate", verbosity=0)
        measure(prepare(wanted))


if __name__ == "__main__":
    main()
