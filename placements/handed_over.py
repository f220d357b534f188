"""What this app hands to the ground, once all apps are ready: records, panels, duties, names."""

from django.urls import reverse

from cura.core.deadlines import rules
from cura.core.panels import navigation, panels
from cura.core.records import registry
from placements.admission.leaving import child_left
from placements.chronology import PARAS, SOURCES
from placements.due import RULES
from placements.entries import ENTRIES
from placements.notice.actions import child_left as notice_ends
from placements.panels import PANELS
from placements.records import RECORDS
from residents.casefile import chronology, paras
from residents.child import doors


def hand_over() -> None:
    registry.register(*RECORDS)
    rules.add_rules(*RULES)
    panels.register(*PANELS)
    navigation.add(*ENTRIES)
    paras.add(*PARAS)
    chronology.add(*SOURCES)
    doors.COMING.append(lambda home: reverse("coming", args=[home.slug]))
    doors.AFTER_LEAVING.extend((child_left, notice_ends))
