"""A record may hang under a child."""

from cura.core.records.registry import Scope
from residents.child.header import child_header
from residents.child.models import Child

CHILD = Scope(
    name="child",
    model=Child,
    path="children/<uuid:subject>/",
    key="pk",
    visible=lambda user, permission: Child.objects.visible_to(user, permission).select_related(
        "home", "bed", "key_worker"
    ),
    header=child_header,
)
