"""Who is on shift, and which manager to ring."""

from django.urls import reverse

from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from cura.lib import london
from staffing.rota.duty import shifts_now
from staffing.rota.models import Shift


def rota_url(home) -> str:
    return reverse("shifts-list", args=[home.slug])


def on_shift_now(*, subject, user, now) -> dict:
    rows = shifts_now(subject, now, user)
    on_call = (
        Shift.objects.visible_to(user)
        .standing()
        .filter(home=subject, kind=Shift.Kind.ON_CALL, happened_at__lte=now, until__gt=now)
        .select_related("person")
        .first()
    )
    return {
        "title": "Who is on shift",
        "icon": "people",
        "url": rota_url(subject),
        "url_words": "Rota",
        "items": [_line(row, now) for row in rows],
        "on_call": {"name": on_call.person.name, "phone": on_call.person.phone}
        if on_call
        else None,
    }


def _line(row: Shift, now) -> dict:
    awake = row.awake(now)
    return {
        "name": row.person.name,
        "role": row.get_kind_display(),
        "until": f"until {london.short(row.until, now)}",
        "asleep": "" if awake else "sleeping in",
    }


PANELS = (
    Panel(
        key="on-shift", place="house", order=15, template="staffing/rota/panel.html",
        permission=P.ROTA_READ, context=on_shift_now,
    ),
)  # fmt: skip
