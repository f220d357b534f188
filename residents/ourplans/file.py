"""What of plans and aims belongs in a child's chronology, and in her file."""

from django.urls import reverse

from cura.core.records import present, registry
from cura.lib import london
from cura.lib.words import plural
from residents.aims.models import Aim
from residents.casefile.chronology import GOOD, PLAIN, Source
from residents.casefile.paras import Answer, Para
from residents.casefile.sources import of_child
from residents.ourplans.kinds import KINDS
from residents.plan import reading
from residents.plan.models import Plan


def _signed(kind: type[Plan]):
    def rows(child, user):
        return of_child(kind)(child, user).exclude(signed_at=None)

    return rows


def _version(plan: Plan) -> str:
    return f"Version {plan.number}: {plan.what_is_new or plan.get_why_now_display().lower()}"


def _closed(child, user):
    return of_child(Aim)(child, user).exclude(closed_at=None)


def _tone(aim: Aim) -> str:
    return GOOD if aim.how_ended == Aim.Ended.REACHED else PLAIN


SOURCES = (
    *(
        Source(key=kind._meta.model_name, title=present.sentence(kind._meta.verbose_name),
               rows=_signed(kind), at="signed_at", says=_version)
        for kind in KINDS
    ),
    Source(key="aims-set", title="An aim was set", rows=of_child(Aim), says=lambda aim: aim.words),
    Source(key="aims-closed", title="An aim came to its end", rows=_closed, at="closed_at",
           tone=_tone, says=lambda aim: f"{aim.get_how_ended_display()}: {aim.words}"),
)  # fmt: skip


def plans(child, user, now) -> Answer:
    """Which versions stand, and how many aims are open."""
    said = [_standing(kind, child, user) for kind in KINDS]
    aims = Aim.objects.visible_to(user).of(child).open().count()
    said += [plural(aims, "open aim")] if aims else []
    type = registry.of(KINDS[0])
    return Answer("; ".join(filter(None, said)), reverse(type.url("list"), args=[child.pk]))


def _standing(kind: type[Plan], child, user) -> str:
    plan = reading.in_force(kind, user).filter(child=child).first()
    if plan is None:
        return ""
    return f"{plan.own_title()}, {london.day_words(london.local_date(plan.signed_at))}"


PARAS = (Para(number=26, title="Our own plans and aims", ask=plans, checked=False),)
