"""Who has read what: once for each version, in the log, and never for what one may not see."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from cura.core.records.verify import records as verify_records
from residents.seen.actions import mark
from residents.seen.models import Seen
from residents.seen.reading import unread, words
from tests.residents.records import make


def test_the_writer_of_a_first_version_has_read_it(cast):
    record = make("alert", child=cast.kai, by=cast.sam)
    assert unread([record], cast.sam) == []
    assert unread([record], cast.cara) == [record]


def test_what_one_may_not_see_one_has_not_read(cast):
    record = make("alert", child=cast.kai, by=cast.sam)
    with pytest.raises(PermissionDenied):
        mark(record=record, by=cast.omar, now=timezone.now())
    assert Seen.objects.count() == 0


def test_the_log_holds_every_row(cast):
    mark(record=make("alert", child=cast.kai, by=cast.sam), by=cast.cara, now=timezone.now())
    assert list(verify_records()) == []


def test_names_are_said_kindly(cast):
    team = [cast.cara, cast.sam]
    assert words([], team) == "Read by nobody yet"
    assert words([cast.sam], team) == "Read by Sam; not yet by Cara"
    assert words(team, team) == "Read by Cara and Sam"
