"""Where the head of a child's page leads to."""

from cura.core.permissions import Permission as P
from residents.child.header import Link

LINKS = (
    Link(
        title="Visits", icon="person-badge", url_name="professional-visits-list",
        permission=P.PLAN_READ, order=54,
    ),
    Link(
        title="Reviews", icon="people", url_name="looked-after-reviews-list",
        permission=P.PLAN_READ, order=55,
    ),
)  # fmt: skip
