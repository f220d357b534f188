"""What this app hands to the ground, once all apps are ready: records, panels, duties, names."""

from cura.core.accounts.views import me
from cura.core.deadlines import holders, rules
from cura.core.panels import navigation, panels
from cura.core.records import registry
from placements.arrival.deadlines import ARRIVAL, has_it
from placements.arrival.deadlines import RULES as FIRST_DAY
from placements.challenge.deadlines import RULES as CHALLENGE
from placements.chronology import PARAS, SOURCES
from placements.entries import ENTRIES, OWN_PAGES
from placements.leaving.deadlines import RULES as LEAVING
from placements.panels import ASKED, PANELS
from placements.phase.deadlines import RULES as PHASE
from placements.records import RECORDS
from residents import due
from residents.casefile import chronology, paras

RULES = (
    *FIRST_DAY,
    *CHALLENGE,
    *LEAVING,
    *PHASE,
)


def hand_over() -> None:
    holders.CODES[ARRIVAL] = has_it
    registry.register(*RECORDS)
    rules.add_rules(*RULES)
    panels.register(*PANELS)
    navigation.add(*ENTRIES)
    due.ASKED.extend(ASKED)
    me.OWN_PAGES.extend(OWN_PAGES)
    paras.add(*PARAS)
    chronology.add(*SOURCES)
