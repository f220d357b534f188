"""What this app hands to the ground, once all apps are ready: records, panels, duties, names."""

from cura.core.records import registry
from placements.records import RECORDS


def hand_over() -> None:
    registry.register(*RECORDS)
