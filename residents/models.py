"""Contents page for Django. Nobody imports from it."""

from residents.child.models import Child, ChildGrant, ChildUserObjectPermission, Stay
from residents.daily.models import DailyNote

__all__ = ("Child", "ChildGrant", "ChildUserObjectPermission", "DailyNote", "Stay")
