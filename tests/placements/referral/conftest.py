from datetime import UTC, datetime

import pytest

from cura.lib.uuid7 import uuid7
from placements.referral.letter import Letter
from placements.referral.taking_in import take_in

NOW = datetime(2026, 11, 25, 18, 0, tzinfo=UTC)
MAIL = """From: Martin Cole <m.cole@calderbrook.gov.uk>
Subject: Placement request - Amara, 13

Dear colleague,
we look for a home for Amara Obiwale, a 13 year old girl. DOB: 03/09/2013.
She goes missing at weekends, and self-harms when she is alone. No history of fire setting.
Placement needed from Thursday 3 December.
Call me on 01632 960 123.
Calderbrook City Council"""


@pytest.fixture
def asked(cast):
    """A mail that Elm was sent, as it stands in the list."""

    def make(text: str = MAIL, now=NOW, by=None, **more):
        letter = Letter(text, **more)
        by = by or cast.tess
        return take_in(home=cast.elm, letter=letter, by=by, now=now, submission=uuid7())[0]

    return make
