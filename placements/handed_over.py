"""What this app hands to the ground, once all apps are ready: records, panels, duties, names."""

from django.urls import reverse

from cura.core.accounts import places
from cura.core.accounts.views import me
from cura.core.deadlines import holders, rules
from cura.core.links import purpose
from cura.core.panels import navigation, panels
from cura.core.records import registry
from placements.admission.leaving import child_left
from placements.arrival.deadlines import ARRIVAL, has_it
from placements.assessment.deadlines import CODES, VIEW
from placements.assessment.following import follow
from placements.chronology import PARAS, SOURCES
from placements.due import RULES
from placements.entries import ENTRIES, OWN_PAGES
from placements.fit.reading import findings
from placements.fit.watching import look
from placements.gate.leads import to_the_gate
from placements.links import LINKS
from placements.notice.actions import child_left as notice_ends
from placements.panels import ASKED, PANELS
from placements.papers import for_plans
from placements.papers import reading as papers
from placements.papers.link import SEND_PAPERS
from placements.records import RECORDS
from placements.referral.leads import LEADS, WEIGHED
from placements.registration.reading import places as certified
from placements.reviewreports.gather import EVIDENCE
from placements.reviewreports.link import READ_REVIEW_REPORT
from placements.reviews.diary import reviews
from placements.visits.deadlines import SOCIAL_WORKER
from placements.visits.diary import visits
from residents import due
from residents.casefile import chronology, paras
from residents.child import actions, doors, header
from residents.child.household import CHANGED
from residents.diary import lines
from residents.plan.papers import PAPERS


def hand_over() -> None:
    rules.SAID.update({"social_worker": SOCIAL_WORKER, "view": VIEW})
    holders.CODES.update(CODES)
    holders.CODES[ARRIVAL] = has_it
    registry.register(*RECORDS)
    rules.add_rules(*RULES)
    panels.register(*PANELS)
    navigation.add(*ENTRIES)
    header.add_links(*LINKS)
    due.ASKED.extend(ASKED)
    me.OWN_PAGES.extend(OWN_PAGES)
    purpose.add(SEND_PAPERS, READ_REVIEW_REPORT)
    paras.add(*PARAS)
    chronology.add(*SOURCES)
    lines.SOURCES.extend((reviews, visits))
    EVIDENCE.append(papers.line)
    PAPERS.append(for_plans.of_child)
    _at_the_door()


def _at_the_door() -> None:
    """Who comes, what fits, and what follows when the household changes."""
    places.SAID.append(certified)
    WEIGHED.append(findings)
    LEADS.append(to_the_gate)
    CHANGED.append(look)
    doors.COMING.append(lambda home: reverse("coming", args=[home.slug]))
    doors.AFTER_LEAVING.extend((child_left, notice_ends))
    actions.FOLLOWS.append(follow)
