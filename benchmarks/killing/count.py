"""What must be there at the end, once and once only; and what is."""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from benchmarks.killing.rule import RULE, TOLD
from cura.core.deadlines.deadline import Deadline, DeadlineEvent
from cura.core.notices.mail import Mail
from cura.core.notices.notice import Notice

MINE = {"deadline__rule": RULE.key}


def to_tell(now) -> int:
    """Alerts that have come and are not told."""
    alerts = Deadline.objects.filter(rule=RULE.key, next_alert_at__lte=now).count()
    return alerts + DeadlineEvent.objects.filter(delivered_at=None, **MINE).count()


def to_do(now) -> int:
    return to_tell(now) + Mail.objects.waiting().count()


def done() -> int:
    """A figure that grows while anything happens."""
    events = DeadlineEvent.objects.filter(**MINE)
    sent = Mail.objects.exclude(sent_at=None)
    return events.count() + events.exclude(delivered_at=None).count() + sent.count()


@dataclass(frozen=True)
class Sum:
    """Of notices and mails: how many, how many lost, how many twice. A mail that a worker had
    sent and not yet marked when it died is sent again, with the Message-ID of the first."""

    deadlines: int
    notices: int
    lost: int
    twice: int
    lines_too_many: int
    mails: int
    mails_lost: int
    mails_sent_again: int

    @property
    def right(self) -> bool:
        wrong = self.lost, self.twice, self.lines_too_many, self.mails_lost
        return self.notices > 0 and not any(wrong)


def count(people: dict, mails: Path) -> Sum:
    deadlines = set(Deadline.objects.filter(rule=RULE.key).values_list("pk", flat=True))
    wanted = {
        (people[role].pk, pk, number)
        for pk in deadlines
        for number, roles in enumerate(TOLD)
        for role in roles
    }
    told = Counter(Notice.objects.filter(**MINE).values_list("user", "deadline", "alert_no"))
    standing = Notice.objects.standing().filter(**MINE)
    lines = Counter(standing.values_list("user", "deadline"))
    outbox = Mail.objects.filter(urgent=True, notices__in=Notice.objects.filter(**MINE))
    ids = {mail.message_id for mail in outbox}
    sent = Counter(_sent(mails))
    return Sum(
        deadlines=len(deadlines),
        notices=sum(told.values()),
        lost=len(wanted - told.keys()),
        twice=sum(told.values()) - len(wanted & told.keys()),
        lines_too_many=sum(lines.values()) - len(lines) + abs(len(lines) - 3 * len(deadlines)),
        mails=len(ids),
        mails_lost=len(deadlines) - len(ids & sent.keys()),
        mails_sent_again=sum(sent.values()) - len(sent),
    )


def _sent(folder: Path) -> list[str]:
    found = folder.glob("*") if folder.exists() else ()
    return [m for file in found for m in re.findall(r"^Message-ID: (\S+)", file.read_text(), re.M)]
