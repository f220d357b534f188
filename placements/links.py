"""The pages of this app that a child's head leads to."""

from cura.core.permissions import Permission as P
from placements.papers.entries import LINKS as PAPERS
from placements.planned.links import LINKS as PLANNED
from residents.child.header import Link

LINKS = (
    Link(
        title="Placement plan", icon="house-heart", url_name="placement-plans-list",
        permission=P.PLAN_READ, order=53,
    ),
    *PAPERS,
    *PLANNED,
)  # fmt: skip
