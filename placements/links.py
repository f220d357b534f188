"""The pages of this app that a child's head leads to."""

from cura.core.permissions import Permission as P
from residents.child.header import Link

LINKS = (
    Link(
        title="Placement plan", icon="house-heart", url_name="placement-plans-list",
        permission=P.PLAN_READ, order=33,
    ),
)  # fmt: skip
