"""What this app hands to the ground, once all apps are ready: records, panels, duties, names."""

from cura.core.accounts import places
from django.urls import reverse

from cura.core.deadlines import rules
from cura.core.links import purpose
from cura.core.deadlines.engine import sync
from cura.core.panels import navigation, panels
from cura.core.records import registry
from placements.admission.leaving import child_left
from placements.chronology import PARAS, SOURCES
from placements.due import RULES
from placements.entries import ENTRIES
from placements.fit.reading import findings
from placements.fit.watching import look
from placements.leaving.deadlines import RULES as LEAVING
from placements.links import LINKS
from placements.panels import PANELS
from placements.papers.deadlines import RULES as PAPERS
from placements.papers.entries import ENTRIES as PAPERS_ENTRIES
from placements.papers.entries import LINKS as PAPERS_LINKS
from placements.papers.link import SEND_PAPERS
from placements.papers.panels import ASKED as PAPERS_ASKED
from cura.core.accounts.views import me
from cura.core.deadlines import holders, rules
from placements.arrival.deadlines import ARRIVAL, has_it
from placements.arrival.deadlines import RULES as FIRST_DAY
from placements.challenge.deadlines import RULES as CHALLENGE
from placements.entries import ENTRIES, OWN_PAGES
from placements.panels import ASKED, PANELS
from placements.phase.deadlines import RULES as PHASE
from placements.notice.actions import child_left as notice_ends
from placements.plan.deadlines import RULES as PLAN
from placements.records import RECORDS
from placements.referral.leads import WEIGHED
from placements.registration.reading import places as certified
from residents import due
from residents.casefile import chronology, paras
from residents.child import header
from residents.child.household import CHANGED
from residents.child import actions, header

RULES = (
    *FIRST_DAY,
    *CHALLENGE,
    *LEAVING,
    *PAPERS,
    *PHASE,
    *PLAN,
)
from residents.child import doors
from placements.planned.links import LINKS
from placements.planned.today import comes
from placements.reviewreports.link import READ_REVIEW_REPORT
from placements.reviews.diary import reviews
from placements.visits.deadlines import SOCIAL_WORKER
from placements.visits.diary import visits
from residents.diary import lines


def hand_over() -> None:
    holders.CODES[ARRIVAL] = has_it
    registry.register(*RECORDS)
    rules.SAID["social_worker"] = SOCIAL_WORKER
    rules.add_rules(*RULES)
    panels.register(*PANELS)
    navigation.add(*ENTRIES)
    navigation.add(*PAPERS_ENTRIES)
    header.add_links(*PAPERS_LINKS)
    due.ASKED.extend(PAPERS_ASKED)
    purpose.add(SEND_PAPERS)
    due.ASKED.extend(ASKED)
    me.OWN_PAGES.extend(OWN_PAGES)
    paras.add(*PARAS)
    chronology.add(*SOURCES)
    places.SAID.append(certified)
    WEIGHED.append(findings)
    CHANGED.append(look)
    doors.COMING.append(lambda home: reverse("coming", args=[home.slug]))
    doors.AFTER_LEAVING.extend((child_left, notice_ends))
    header.add_links(*LINKS)
    actions.FOLLOWS.append(sync)
    purpose.add(READ_REVIEW_REPORT)
    lines.SOURCES.append(reviews)
    lines.SOURCES.append(visits)
    due.ASKED.append(comes)
