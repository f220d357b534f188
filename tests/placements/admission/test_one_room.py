"""Two people let two children in at once, into one room or into none: one of them is told no, on
both databases. That a room takes one child is `welcome`'s, and held by a constraint as well."""

from threading import Barrier, Thread

import pytest
from django.core.exceptions import ValidationError
from django.db import OperationalError, connection
from django.utils import timezone

from cura.core.accounts.actions import add_bed
from cura.core.accounts.program import CURA
from placements.admission.actions import admit
from residents.child.models import Child, Stay
from tests.placements import people


@pytest.mark.parametrize("roomless", [False, True])
@pytest.mark.django_db(transaction=True)
def test_one_of_two_comes_in(cast, roomless):
    now = timezone.now().replace(microsecond=0)
    room = add_bed(home=cast.elm, name="Landing", by=CURA, now=now)
    room = None if roomless else room
    doors = []
    for name in ("Amara", "Bo"):
        referral = people.refer(cast, first_name=name, last_name="Door")
        people.assess(cast, referral)
        doors.append(people.in_hand(cast, referral))
    said, at_once = [], Barrier(2)

    def press(door):
        at_once.wait()
        try:
            admit(
                record=door, by=cast.tess, now=now,
                values={"came_at": now, "bed": room, "key_worker": None},
            )  # fmt: skip
            said.append("in")
        except ValidationError as refused:
            said.append(" ".join(refused.messages))
        except OperationalError as locked:
            said.append(str(locked))
        finally:
            connection.close()

    threads = [Thread(target=press, args=(door,)) for door in doors]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert said.count("in") == 1, said
    # The second gate knows of the first: nobody has thought about the two of them together.
    [no] = [words for words in said if words != "in"]
    assert "lives here and is not in the impact risk assessment" in no
    assert Child.objects.filter(last_name="Door").count() == 1
    assert Stay.objects.filter(bed=room, ends=None, child__last_name="Door").count() == 1
