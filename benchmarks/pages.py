"""The pages that `make bench` measures, and what each may cost as a multiple of the floor page.

The goals stand in reliability.md section 4. `{child}`, `{home}` and the like are filled from the
demonstration home (`benchmarks/places.py`).
"""

from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Page:
    """One GET; or, with `form`, one POST of that page's form with these words put in."""

    name: str
    path: str
    p50: float  # at most so many times the floor's median
    p95: float  # at most so many times the floor's 95th hundredth
    form: dict[str, str] = field(default_factory=dict)
    answer: int = 200

    def at(self, places: dict[str, str]) -> "Page":
        """The same page with what its address and its words leave open."""
        form = {name: words.format(**places) for name, words in self.form.items()}
        return replace(self, path=self.path.format(**places), form=form)


FLOOR = Page("floor", "/floor/", p50=1, p95=1)  # signed in, base template, two queries
PAGES = (
    Page("the house now", "/homes/{home}/now/", p50=4, p95=4.5),
    Page("today", "/today/", p50=4, p95=4.5),
    Page("how we are doing", "/homes/{home}/manager/", p50=4.5, p95=5),
    Page("what is due", "/homes/{home}/due/", p50=4, p95=4.5),
    Page("the duties", "/homes/{home}/duties/", p50=4, p95=4.5),
    Page("a child", "/children/{child}/", p50=4, p95=4.5),
    Page("her daily notes", "/children/{child}/daily-notes/", p50=3, p95=3.5),
    Page("the house's fridges", "/homes/{home}/fridge-temperatures/", p50=3, p95=3.5),
    Page("one note", "/daily-notes/{note}/", p50=4, p95=4.5),
    Page("its history", "/daily-notes/{note}/history/", p50=4, p95=4.5),
    Page("an empty note", "/daily-notes/new/{child}/", p50=4, p95=4.5),
    Page("a search", "/find/", p50=3, p95=3.5, form={"find": "{word}"}),
    Page("the diary", "/homes/{home}/diary-entries/", p50=3, p95=3.5),
    Page(
        "saving a note",
        "/daily-notes/new/{child}/",
        p50=2,  # half of the floor's requests each second
        p95=3,
        form={"words": "She laughed at the ducks, and asked to go again on Sunday."},
        answer=302,
    ),
)
