"""What this app hands to the ground, once all apps are ready: records, panels, duties, names."""

from cura.core.deadlines import rules
from cura.core.panels import navigation, panels
from cura.core.records import registry
from placements.challenge.deadlines import RULES as CHALLENGE
from placements.chronology import PARAS, SOURCES
from placements.entries import ENTRIES
from placements.leaving.deadlines import RULES as LEAVING
from placements.panels import PANELS
from placements.phase.deadlines import RULES as PHASE
from placements.records import RECORDS
from residents.casefile import chronology, paras

RULES = (
    *CHALLENGE,
    *LEAVING,
    *PHASE,
)


def hand_over() -> None:
    registry.register(*RECORDS)
    rules.add_rules(*RULES)
    panels.register(*PANELS)
    navigation.add(*ENTRIES)
    paras.add(*PARAS)
    chronology.add(*SOURCES)
