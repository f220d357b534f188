"""Which referrals wait, and how many were answered how."""

from datetime import datetime

from django.db.models import Count

from cura.lib import london
from placements.referral.models import Referral

MOST = 60


def of_home(home, user):
    return Referral.objects.visible_to(user).filter(home=home)


def to_answer(home, user) -> list[Referral]:
    """Tonight's first, then the oldest: nobody waits longer than another for want of luck."""
    rows = of_home(home, user).open().order_by("-needed_tonight", "happened_at")
    return list(rows[:MOST])


def waited_for(home, user) -> list[Referral]:
    rows = of_home(home, user).waiting().select_related("bed")
    return list(rows.order_by("planned_arrival")[:MOST])


def nos_of_month(home, user, now: datetime) -> dict[str, int]:
    """Reason -> how many were answered with no since the first of this month."""
    first = london.day_bounds(london.local_date(now).replace(day=1))[0]
    rows = (
        of_home(home, user)
        .declined()
        .filter(answer=Referral.Answer.NO, answered_at__gte=first, answered_at__lte=now)
    )
    counted = rows.order_by().values("reason").annotate(many=Count("pk"))
    return {row["reason"]: row["many"] for row in counted}
