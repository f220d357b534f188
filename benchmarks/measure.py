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
            seconds = ask(browser, page)
            if turn >= WARM_UP:
                times[page.name].append(seconds)
    return times


def ask(browser: Browser, page: Page) -> float:
    """The time of the GET, or of the POST of the form that a GET before it has fetched."""
    status, text, seconds = browser.get(page.path)
    if page.form:
        status, _, seconds = browser.post(page.path, Form(text).fields() | page.form)
    if status != page.answer:
        raise SystemExit(f"{page.name}: {page.path} answered {status}")
    return seconds


def p50_p95(seconds: list[float]) -> tuple[float, float]:
    cuts = quantiles(seconds, n=20)
    return cuts[9], cuts[18]
