"""What people do in a story with the notice of a coming or leaving: the same actions."""

from cura.core.records import actions, present
from cura.core.records.sheet import Sheet
from placements.reg41.models import Reg41Notice
from placements.reg41.record import reg41_notice


def tell_the_council(*, by, now, about, sent_to, sent_how, **facts):
    """The notice that a coming or leaving has begun is filled in and goes (CHR 2015 reg. 41)."""
    waiting = Reg41Notice.objects.standing().filter(child=about, sent_at=None)
    notice = waiting.order_by("-happened_at").first()
    body = present.as_posted(reg41_notice, notice) | {k: [v] for k, v in facts.items()}
    sheet = Sheet.build(reg41_notice, subject=about, user=by, data=body, instance=notice, now=now)
    if not sheet.is_valid():
        raise ValueError(sheet.errors())
    actions.edit(sheet=sheet, type=reg41_notice, by=by, version=notice.version, now=now)
    values = {"sent_to": sent_to, "sent_how": sent_how}
    return actions.reach(record=notice, moment="sent", by=by, values=values, now=now)


VERBS = {"tell the council": tell_the_council}
