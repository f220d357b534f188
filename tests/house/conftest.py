"""The house as it is on a full afternoon, written once for all tests of a module."""

import pytest
import time_machine
from django.db import transaction
from django.test import override_settings

from cura.core.accounts.people import User
from tests import cast as people
from tests.conftest import in_a_test
from tests.house import household


@pytest.fixture(scope="module")
def lived_in(django_db_setup, django_db_blocker, tmp_path_factory):
    """For a module that fills the house once and walks through it in many tests. The clock stands
    still at that hour; all that was written is gone after the module. Yields the data folder."""
    folder = tmp_path_factory.mktemp("house")
    with (
        django_db_blocker.unblock(),
        override_settings(**in_a_test(folder)),
        time_machine.travel(household.NOW, tick=False),
        transaction.atomic(),
    ):
        if not User.objects.exists():  # a test before it emptied the tables
            people.gather()
        yield folder
        transaction.set_rollback(True)


@pytest.fixture
def settled(lived_in, db, settings):
    """For each test: the module's own folder in place of the test's."""
    settings.DATA = lived_in
    return people.recall()
