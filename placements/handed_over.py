"""What this app hands to the ground, once all apps are ready: records, panels, duties, names."""

from cura.core.deadlines import rules
from cura.core.panels import panels
from cura.core.records import registry
from placements.challenge.deadlines import RULES as CHALLENGE
from placements.panels import PANELS
from placements.records import RECORDS


def hand_over() -> None:
    registry.register(*RECORDS)
    rules.add_rules(*CHALLENGE)
    panels.register(*PANELS)
