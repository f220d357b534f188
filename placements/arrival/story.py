"""What people do in a story on a child's first day that is no record: the actions of the pages."""

from cura.core.accounts.people import User
from placements.arrival import actions
from placements.arrival.models import FirstDay
from residents.child.models import Child


def _of(child: Child) -> FirstDay:
    return FirstDay.objects.standing().filter(child=child).order_by("-happened_at").first()


def _person(username: str) -> User:
    return User.objects.get(username=username)


def begin(*, by, now, about, person):
    return actions.begin(child=about, person=_person(person), by=by, now=now)


def hand_over(*, by, now, about, person):
    return actions.hand_over(first_day=_of(about), person=_person(person), by=by, now=now)


def tick(*, by, now, about, step, words="", how="", understood="", state="done"):
    return actions.tick(
        first_day=_of(about), step=step, state=state, words=words, how=how, understood=understood,
        by=by, now=now,
    )  # fmt: skip


def hear(*, by, now, about, **said):
    return actions.hear(first_day=_of(about), by=by, now=now, **said)


VERBS = {
    "begin first day": begin,
    "hand over first day": hand_over,
    "tick first day": tick,
    "hear the others": hear,
}
