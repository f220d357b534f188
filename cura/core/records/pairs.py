"""What is held together: a moment has when and who, or neither; a time within has both its ends."""

from django.db.models import CheckConstraint, F, Q


def at_and_by(key: str) -> CheckConstraint:
    """The constraint of one moment, for `Meta.constraints` of a record."""
    return CheckConstraint(
        condition=_both_or_neither(f"{key}_at", f"{key}_by"),
        name=f"%(app_label)s_%(class)s_{key}_at_and_by",
    )


def span(key: str) -> CheckConstraint:
    """`<key>_from` and `<key>_until`: both, the second after the first, or neither."""
    start, end = f"{key}_from", f"{key}_until"
    return CheckConstraint(
        condition=_both_or_neither(start, end)
        & (Q(**{start: None}) | Q(**{f"{end}__gt": F(start)})),
        name=f"%(app_label)s_%(class)s_{key}_span",
    )


def _both_or_neither(one: str, other: str) -> Q:
    neither = Q(**{one: None, other: None})
    return neither | Q(**{f"{one}__isnull": False, f"{other}__isnull": False})
