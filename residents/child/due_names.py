"""What deadlines ask of children: how a title calls the child, and who her key worker is."""

from django.db.models import Value
from django.db.models.functions import Coalesce, NullIf

from cura.core.accounts.people import User
from residents.child.models import Child

CALLED = Coalesce(NullIf("child__called", Value("")), "child__first_name")
CALLED_HERSELF = Coalesce(NullIf("called", Value("")), "first_name")  # on a rule of the child


def key_worker(deadline, now) -> list[User]:
    """Of the child whom it is about; nobody when she has none, or it is about no child."""
    workers = Child.objects.filter(pk=deadline.child_id).values("key_worker")
    return list(User.objects.filter(pk__in=workers))
