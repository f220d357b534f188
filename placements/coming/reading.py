"""Who is to come: one line for each referral that may still lead to somebody's coming."""

from django.urls import reverse

from cura.core.panels.panels import Panel
from cura.core.permissions import Permission as P
from cura.lib import london
from cura.lib.words import plural
from placements.gate.finding import Blocks
from placements.gate.reading import blocking
from placements.gate.sources import OUT_OF_DATE
from placements.impact.whom import of_home
from placements.referral.models import Referral

MOST, PANEL = 20, 4


def _rows(home, user):
    rows = of_home(home).filter(pk__in=Referral.objects.visible_to(user).values("pk"))
    return rows.select_related("home", "bed")


def lines(home, user, now) -> list[dict]:
    """For the page. The gate is asked for those whom we told yes: no more than there are rooms."""
    return [line(referral, now) for referral in _rows(home, user)[:MOST]]


def line(referral: Referral, now) -> dict:
    found = {
        "url": reverse("gate", args=[referral.pk]),
        "name": f"{referral.first_name} {referral.last_name}".strip() or referral.name,
        "about": _about(referral, now),
    }
    if referral.answer != Referral.Answer.YES:
        said = referral.get_answer_display() or "Not answered yet"
        return found | {"status": said, "tone": "grey", "why": ""}
    stands = blocking(referral, now)
    why = stale_words(referral, stands) or (stands[0].words if stands else "")
    return found | {"status": _status(stands), "tone": "warn" if stands else "ok", "why": why}


def _about(referral: Referral, now) -> str:
    said = [referral.authority]
    if referral.planned_arrival:
        said.append(f"to come {london.short(referral.planned_arrival, now)}")
    elif referral.needed_tonight:
        said.append("needed tonight")
    if referral.bed_id:
        said.append(str(referral.bed))
    return ", ".join(filter(None, said))


def _status(stands: list) -> str:
    if not stands:
        return "Nothing stands against it"
    return f"{plural(len(stands), 'thing')} to settle first"


def panel(*, subject, user, now) -> dict | None:
    """Who was told yes and is not here yet, and whose assessment does not count any more."""
    rows = list(Referral.objects.visible_to(user).waiting().filter(home=subject)[:PANEL])
    if not rows:
        return None
    return {
        "title": "Who is to come",
        "icon": "door-open",
        "url": reverse("coming", args=[subject.slug]),
        "items": [_item(referral, now) for referral in rows],
    }


def _item(referral: Referral, now) -> dict:
    said = line(referral, now)
    about = said.pop("about")
    return said | {"words": f"{referral.name}: {about}" if about else referral.name}


def stale_words(referral: Referral, stands: list[Blocks]) -> str:
    """ "Amara's assessment is out of date: Kai came. It is 16 days old, and counts for 14." """
    said = [each.words.removeprefix(OUT_OF_DATE) for each in stands if OUT_OF_DATE in each.words]
    return f"{referral.name}'s assessment is out of date:{''.join(said)}" if said else ""


PANELS = tuple(
    Panel(
        key=f"who-is-to-come-{place}", place=place, order=order,
        template="placements/coming/panel.html", permission=P.PLACEMENT_READ, context=panel,
    )
    for place, order in (("house", 30), ("manager", 12))
)  # fmt: skip
