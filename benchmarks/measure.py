"""Times for every page, taken in turns: whatever else the machine does falls on all alike."""

import random
from statistics import quantiles

from benchmarks.browser import Browser, Form
from benchmarks.pages import Page

WARM_UP = 10
SEED = 7


def measure(browser: Browser, pages: list[Page], rounds: int) -> dict[str, list[float]]:
    """Seconds by page name. A page that does not answer as it should ends the run."""
    order, times = random.Random(SEED), {page.name: [] for page in pages}
    for turn in range(rounds + WARM_UP):
        order.shuffle(pages)
        for page in pages:
            seconds = save(browser, page) if page.form else read(browser, page)
            if turn >= WARM_UP:
                times[page.name].append(seconds)
    return times


def read(browser: Browser, page: Page) -> float:
    status, _, seconds = browser.get(page.path)
    if status != 200:
        raise SystemExit(f"{page.name}: {page.path} answered {status}")
    return seconds


def save(browser: Browser, page: Page) -> float:
    """The time of the POST only; a form that comes back (200) was not saved."""
    _, empty, _ = browser.get(page.path)
    status, _, seconds = browser.post(page.path, Form(empty).fields() | page.form)
    if status not in (302, 303):
        raise SystemExit(f"{page.name}: {page.path} was not saved, it answered {status}")
    return seconds


def p50_p95(seconds: list[float]) -> tuple[float, float]:
    cuts = quantiles(seconds, n=20)
    return cuts[9], cuts[18]
