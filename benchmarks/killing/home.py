"""A home with three people, and batches of deadlines for which every alert is due."""

from datetime import datetime, time, timedelta

from benchmarks.killing.rule import LABEL, RULE
from cura.core.accounts import actions
from cura.core.accounts.people import User
from cura.core.accounts.program import CURA
from cura.core.deadlines.deadline import Deadline
from cura.core.permissions import Permission as P
from cura.lib.uuid7 import uuid7

DUE_AFTER = timedelta(hours=120)
LONG_AGO = timedelta(days=30)


class Household:
    """`people`: role -> who holds it. There are no quiet hours: each urgent alert is a mail."""

    def __init__(self, now: datetime) -> None:
        organisation = actions.open_organisation(name="Killing", by=CURA, now=now)
        self.home = actions.open_home(
            organisation=organisation, name="Killing House", by=CURA, now=now
        )
        self.home.settings.quiet_from = self.home.settings.quiet_until = time()
        self.home.settings.save()
        self.people = {role: self._person(role, now) for role in ("lead", "manager", "ri")}

    def _person(self, role: str, now: datetime) -> User:
        user = actions.add_person(
            organisation=None, username=f"killing.{role}", name=role.title(), by=CURA, now=now,
            email=f"killing.{role}@example.org",
        )  # fmt: skip
        actions.give_role(
            user=user, role=role, home=self.home, by=CURA, now=now, starts=now - LONG_AGO
        )
        return user

    def add(self, count: int, now: datetime) -> None:
        """So many deadlines, overdue for two days, of which nobody has been told anything."""
        due = now - timedelta(days=2)
        Deadline.objects.bulk_create(
            Deadline(
                rule=RULE.key, label=LABEL, object_id=uuid7(), home_id=self.home.pk,
                permission=P.HOME_READ, title="A talk", slot=due - DUE_AFTER, due_at=due,
                owner="ours", basis="law", made_with="killing", next_alert_at=due - DUE_AFTER / 2,
            )
            for _ in range(count)
        )  # fmt: skip
