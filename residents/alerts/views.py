from cura.core.records.present import said
from cura.lib import london
from residents.alerts.models import Alert
from residents.alerts.reading import TONES, review_words
from residents.child.board import Board
from residents.child.header import MOST_ALERTS
from residents.child.workers import workers
from residents.seen import reading as seen


class AlertBoard(Board):
    """All alerts of a child in one place, with who has read them."""

    def ordered(self, rows):
        return rows.filter(ended_at=None).order_by("tone", "id")

    def board(self, child, rows) -> dict:
        today = london.local_date(self.now)
        readers = seen.readers(rows)
        team, user = list(workers(child.home, self.now)), self.request.user
        unread = {alert.pk for alert in seen.unread(rows, user)} if user in team else ()
        may_write = self.may_write(child)
        ended = list(self._under(child).exclude(ended_at=None).order_by("-ended_at")[:20])
        return {
            "alerts": [
                self._card(alert, today, may_write)
                | {"readers": seen.words(readers[alert.pk], team), "unread": alert.pk in unread}
                for alert in rows
            ],
            "ended": [
                self.links(a, False) | {"words": a.words, "when": self._ended(a)} for a in ended
            ],
            "too_many": len(rows) > MOST_ALERTS,
            "most": MOST_ALERTS,
        }

    def _card(self, alert: Alert, today, may_write: bool) -> dict:
        review, tone = review_words(alert, today)
        return self.links(alert, may_write) | {
            "pk": alert.pk,
            "words": alert.words,
            "tone": TONES[alert.tone],
            "urgency": said(alert, Alert._meta.get_field("tone")),
            "icon": alert.icon,
            "why": alert.why,
            "review": review,
            "review_tone": tone,
        }

    def _ended(self, alert: Alert) -> str:
        return f"ended {london.day_words(london.local_date(alert.ended_at))}"
