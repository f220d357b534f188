"""What the pages show of alerts: always in the same order, the most urgent first."""

from datetime import date

from django.urls import reverse

from cura.lib import london
from residents.alerts.models import Alert

TONES = {Alert.Tone.DANGER: "bad", Alert.Tone.CARE: "warn", Alert.Tone.KNOW: "calm"}


def standing(user):
    """Alerts that stand, in the order that every page keeps."""
    rows = Alert.objects.visible_to(user).standing().filter(ended_at=None)
    return rows.order_by("tone", "id")


def chip(alert: Alert, today: date) -> dict:
    """Context of `components/alert_chip.html`."""
    late = " (to be looked at again)" if alert.review_on < today else ""
    return {
        "tone": TONES[alert.tone],
        "icon": alert.icon,
        "words": f"{alert.words}{late}",
        "url": reverse("alerts-detail", args=[alert.pk]),
    }


def of_child(child, user, now) -> list[dict]:
    """For the head of her pages. One query."""
    today = london.local_date(now)
    return [chip(alert, today) for alert in standing(user).filter(child=child)]


def review_words(alert: Alert, today: date) -> tuple[str, str]:
    """When it is looked at again, and how urgent that is."""
    day = london.day_words(alert.review_on)
    if alert.review_on < today:
        return f"Was to be looked at again on {day}", "late"
    return f"To be looked at again on {day}", "quiet"
