"""What this app hands to the ground, once all apps are ready: records, panels, duties, names."""

from cura.core.deadlines import rules
from cura.core.links import purpose
from cura.core.panels import navigation, panels
from cura.core.records import registry
from placements.chronology import PARAS, SOURCES
from placements.coming.links import LINKS
from placements.coming.today import comes
from placements.due import RULES
from placements.entries import ENTRIES
from placements.panels import PANELS
from placements.records import RECORDS
from placements.reviewreports.link import READ_REVIEW_REPORT
from placements.reviews.diary import reviews
from placements.visits.deadlines import SOCIAL_WORKER
from placements.visits.diary import visits
from residents import due
from residents.casefile import chronology, paras
from residents.child import header
from residents.diary import lines


def hand_over() -> None:
    registry.register(*RECORDS)
    rules.SAID["social_worker"] = SOCIAL_WORKER
    rules.add_rules(*RULES)
    panels.register(*PANELS)
    navigation.add(*ENTRIES)
    paras.add(*PARAS)
    chronology.add(*SOURCES)
    purpose.add(READ_REVIEW_REPORT)
    header.add_links(*LINKS)
    lines.SOURCES.append(reviews)
    lines.SOURCES.append(visits)
    due.ASKED.append(comes)
