"""The clock of a story: what is due comes at its own moment, between two entries.

The engine is the real one: `tick` writes the alerts, `deliver` tells people, each with the story's
moment as now. Nobody is rung up by a story, so its mails are ended where they stand.
"""

from dataclasses import dataclass
from datetime import datetime

from cura.core.deadlines.deadline import Deadline
from cura.core.deadlines.ticking import tick
from cura.core.notices.delivering import deliver
from cura.core.notices.mail import Mail

NOT_SENT = "Told in a story: not sent."


@dataclass
class Clock:
    """`moment` is how late it is in the story. What an entry of the past brings about comes now."""

    moment: datetime

    def before(self, at: datetime) -> None:
        """Everything that comes before this moment. What is done in the same minute is in time."""
        self._run(Deadline.objects.filter(next_alert_at__lt=at))
        self.moment = max(self.moment, at)

    def upto(self, at: datetime) -> None:
        """Everything that comes up to and with this moment."""
        self._run(Deadline.objects.filter(next_alert_at__lte=at))
        self.moment = max(self.moment, at)

    def _run(self, waiting) -> None:
        """One query when nothing waits. Each round moves on what it found, so it ends."""
        coming = waiting.order_by("next_alert_at").values_list("next_alert_at", flat=True)
        while (at := coming.first()) is not None:
            self.moment = max(self.moment, at)
            tick(self.moment)
            deliver(self.moment)
            mails = Mail.objects.waiting().filter(made_at=self.moment)
            mails.update(ended_at=self.moment, trouble=NOT_SENT)
