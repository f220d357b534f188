"""What a story does here that is no record: its table of contents."""

from placements.arrival.story import VERBS as ARRIVAL
from placements.assessment.story import VERBS as ASSESSMENT
from placements.papers.story import VERBS as PAPERS
from placements.reg41.story import VERBS as REG41

VERBS = ARRIVAL | ASSESSMENT | PAPERS | REG41
