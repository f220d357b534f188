"""Notices that stand while the child still lives here."""

from placements.notice.models import PlacementNotice


def open_at(home) -> list[PlacementNotice]:
    rows = PlacementNotice.objects.standing().filter(child__home=home, child__left_at=None)
    return list(rows.filter(ended_at=None).select_related("child").order_by("happened_at", "id"))
