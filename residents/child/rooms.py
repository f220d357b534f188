"""Rooms where nobody sleeps."""

from cura.core.accounts.home import Bed
from residents.child.models import Child, Stay

TAKEN = "Somebody sleeps in this room by now. Please choose another one."


def free(besides: Child | None = None):
    """Rooms in use as rooms and by nobody, but for the child's own."""
    stays = Stay.objects.filter(ends=None).exclude(bed=None)
    if besides:
        stays = stays.exclude(child=besides)
    return Bed.objects.filter(in_use=True).exclude(pk__in=stays.values("bed"))
