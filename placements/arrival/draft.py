"""What the list holds for the report, quoted with hour and name; whoever signs makes it her own."""

from collections import defaultdict

from cura.lib import london
from placements.arrival.hours import STEPS, Step, named
from placements.arrival.models import FirstDayLine
from placements.arrival.reading import Standing, latest


def drafted(standing: Standing) -> dict[str, str]:
    """The text that each empty section of the report begins with."""
    found = defaultdict(list)
    for line in _in_time(standing):
        step = STEPS[line.step]
        if line.state == FirstDayLine.State.DONE and step.section:
            found[step.section].append(said(line, step, standing.name))
        elif line.state == FirstDayLine.State.NOT_NOW:
            title = named(step.title, standing.name)
            found["next_days"].append(f"Still to do: {title} ({_one_line(line.words)})")
    if standing.plan:
        found["night"].append(night_words(standing.plan))
    return {section: "\n".join(rows) for section, rows in found.items()}


def _in_time(standing: Standing) -> list[FirstDayLine]:
    return sorted(latest(standing.written).values(), key=lambda line: (line.at, line.written_at))


def said(line: FirstDayLine, step: Step, name: str) -> str:
    """23:10 Food and drink: “noodles and toast” (Tom)"""
    about = step.chosen or named(step.title, name).rstrip("?")
    words = f": “{_one_line(line.words)}”" if line.words else ""
    told = f" ({told_words(line)})" if line.how else ""
    return f"{london.clock(line.at)} {about}{told}{words} ({line.by.first_name})"


def told_words(line: FirstDayLine) -> str:
    understood = line.get_understood_display().lower()
    return f"{line.get_how_display().lower()}; understood: {understood}"


def night_words(plan) -> str:
    every, last = plan.every_minutes, london.day_words(plan.last_night)
    hours = f"{plan.from_time:%H:%M} to {plan.to_time:%H:%M}"
    return (
        f"Looking in, agreed: every {every} minutes, {hours}, until the night of {last}. "
        f"“{_one_line(plan.own_words)}”"
    )


def _one_line(words: str) -> str:
    return " ".join(words.split())
