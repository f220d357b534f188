"""What a story does here that is no record: its table of contents."""

from placements.arrival.story import VERBS as ARRIVAL
from placements.papers.story import VERBS as PAPERS

VERBS = ARRIVAL | PAPERS
