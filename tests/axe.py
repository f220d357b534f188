"""What axe finds on a page, at several widths and in both themes, of one load of it.

A theme changes colours and nothing else: where a width was read in light by every rule, dark is
read by the rules that look at colours.
"""

from pathlib import Path

SCRIPT = (Path(__file__).parent / "vendor" / "axe-core" / "4.14.1" / "axe.min.js").read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOURS = ["color-contrast", "link-in-text-block"]
WIDTHS, THEMES = (390, 820, 1280), ("light", "dark")
PAIRS = tuple((width, theme) for width in WIDTHS for theme in THEMES)
# As tall as the longest page: what lies half under a bar that stays would count as a small target.
TALL = 6000
RUN = "async rules => (await axe.run({runOnly: rules, resultTypes: ['violations']})).violations"


def wrong(page, pairs=PAIRS) -> list[tuple]:
    """(width, theme, what, where) of all that is wrong on the page that stands in the browser."""
    page.evaluate(SCRIPT)
    found, in_light = [], set()
    for width, theme in pairs:
        page.set_viewport_size({"width": width, "height": TALL})
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        rules = OF_COLOURS if theme == "dark" and width in in_light else TAGS
        in_light |= {width} if theme == "light" else set()
        found += [(width, theme, *each) for each in _judged(page, width, rules)]
    return found


def _judged(page, width: int, rules: list[str]) -> list[tuple]:
    found = []
    if page.evaluate("document.documentElement.scrollWidth") > width:
        found.append(("scrolls sideways", []))
    for each in page.evaluate(RUN, rules):
        found.append((each["id"], [node["target"] for node in each["nodes"][:3]]))
    return found
