"""What this app hands to the ground, once all apps are ready: scope, records, panels, names."""

from cura.core.accounts import access
from cura.core.deadlines import holders, rules
from cura.core.links import purpose
from cura.core.panels import navigation, panels, rates, views
from cura.core.records import go, registry
from cura.core.records.periods import document
from cura.core.search import find
from residents.aims.report import GATHERERS as OF_AIMS
from residents.alerts.reading import of_child
from residents.casefile import chronology, paras
from residents.casefile.ours import OURS as PARAS
from residents.casefile.sources import OURS as SOURCES
from residents.child import actions, due_names, header
from residents.child.entries import ENTRIES
from residents.child.landing import landing
from residents.child.links import LINKS
from residents.child.quick import children
from residents.child.rights import files_kept_at, granted
from residents.daily.documents import NOTES_OF_A_PERIOD
from residents.duties import RULES
from residents.familytime.reading import limit_chips
from residents.going.rates import RATES
from residents.house_entries import ENTRIES as HOUSE
from residents.measures.deadlines import follow as follow_measures
from residents.ourplans import file as plan_file
from residents.ourplans.following import follow
from residents.panels import PANELS
from residents.people.reading import for_header
from residents.plan.places import PLACES
from residents.plan.reading import kept_with
from residents.records import RECORDS
from residents.report.gather import GATHERERS
from residents.report.link import READ_REPORT
from residents.report.sources import OURS
from residents.scope import CHILD


def hand_over() -> None:
    rules.SAID["child"] = due_names.CALLED
    rules.SAID["herself"] = due_names.CALLED_HERSELF
    holders.CODES["key_worker"] = due_names.key_worker
    access.FILES_KEPT_AT.append(files_kept_at)
    access.CHILDREN_GRANTED.append(granted)
    access.KEPT_WITH.append(kept_with)
    registry.add_scope(CHILD)
    registry.register(*RECORDS)
    go.PLACES.update(PLACES)
    actions.FOLLOWS.append(follow)
    actions.FOLLOWS.append(follow_measures)
    header.ALERTS.extend((of_child, limit_chips))
    header.PHONES.append(for_header)
    header.add_links(*LINKS)
    rules.add_rules(*RULES)
    panels.register(*PANELS)
    rates.add(*RATES)
    navigation.add(*ENTRIES, *HOUSE)
    views.LANDINGS.append(landing)
    purpose.add(READ_REPORT)
    paras.add(*PARAS, *plan_file.PARAS)
    chronology.add(*SOURCES, *plan_file.SOURCES)
    GATHERERS.extend((*OURS, *OF_AIMS))
    find.QUICK.append(children)
    document.add(NOTES_OF_A_PERIOD)
