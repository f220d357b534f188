"""What this app hands to the ground, once all apps are ready: records, panels, duties, names."""

from cura.core.deadlines import rules
from cura.core.deadlines.engine import sync
from cura.core.panels import navigation, panels
from cura.core.records import registry
from placements.challenge.deadlines import RULES as CHALLENGE
from placements.chronology import PARAS, SOURCES
from placements.entries import ENTRIES
from placements.leaving.deadlines import RULES as LEAVING
from placements.links import LINKS
from placements.panels import PANELS
from placements.phase.deadlines import RULES as PHASE
from placements.plan.deadlines import RULES as PLAN
from placements.records import RECORDS
from residents.casefile import chronology, paras
from residents.child import actions, header

RULES = (
    *CHALLENGE,
    *LEAVING,
    *PHASE,
    *PLAN,
)


def hand_over() -> None:
    registry.register(*RECORDS)
    rules.add_rules(*RULES)
    panels.register(*PANELS)
    navigation.add(*ENTRIES)
    paras.add(*PARAS)
    chronology.add(*SOURCES)
    header.add_links(*LINKS)
    actions.FOLLOWS.append(sync)
