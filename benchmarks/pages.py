"""The pages that `make bench` measures, and what each may cost as a multiple of the floor page.

The goals stand in reliability.md section 4. `{child}`, `{home}` and the like are filled from the
demonstration home (`benchmarks/places.py`).
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Page:
    """One GET; or, with `form`, one POST of that page's form with these words put in."""

    name: str
    path: str
    p50: float  # at most so many times the floor's median
    p95: float  # at most so many times the floor's 95th hundredth
    form: dict[str, str] = field(default_factory=dict)


FLOOR = Page("floor", "/floor/", p50=1, p95=1)  # signed in, base template, two queries
PAGES: tuple[Page, ...] = ()
