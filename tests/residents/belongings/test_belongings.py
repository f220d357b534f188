"""What is hers, with two names (Schedule 3 para. 7)."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cura.core.records import actions
from tests.residents import records


def test_two_adults_and_not_one_twice(cast):
    now = timezone.now()
    body = {"belonging-TOTAL_FORMS": ["1"], "belonging-0-what": ["One trainer"],
            "belonging-0-count": ["1"], "money": "12.40"}  # fmt: skip
    made = records.make("belongings", child=cast.kai, by=cast.cara, now=now, **body)
    signed = actions.reach(record=made, moment="signed", by=cast.cara, now=now)
    assert [(t.what, t.count) for t in signed.things.all()] == [("One trainer", 1)]
    with pytest.raises(ValidationError, match="somebody else"):
        actions.reach(record=signed, moment="checked", by=cast.cara, now=now)
    checked = actions.reach(record=signed, moment="checked", by=cast.tess, now=now)
    assert (checked.signed_by, checked.checked_by) == (cast.cara, cast.tess)
