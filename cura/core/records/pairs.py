"""When and who are held together: a moment has both or neither."""

from django.db.models import CheckConstraint, Q


def at_and_by(key: str) -> CheckConstraint:
    """The constraint of one moment, for `Meta.constraints` of a record."""
    neither = Q(**{f"{key}_at": None, f"{key}_by": None})
    both = Q(**{f"{key}_at__isnull": False, f"{key}_by__isnull": False})
    return CheckConstraint(
        condition=neither | both, name=f"%(app_label)s_%(class)s_{key}_at_and_by"
    )
