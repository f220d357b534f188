from django.db.models import Exists, OuterRef
from django.urls import reverse

from cura.core.permissions import Permission as P
from cura.core.records.views.detail import RecordDetail
from cura.core.records.views.list import RecordList
from cura.lib import london
from residents.child.workers import workers
from residents.plan import changes, grouping, papers, reading
from residents.plan.models import PlanLook
from residents.seen import reading as seen

MOST = 12


class PlanDetail(RecordDetail):
    """One version, with what is new in it, who has read it, and when it was looked at again."""

    def page(self, status=200, **context):
        plan, user = context["record"], self.request.user
        stands = bool(plan.signed_at and not plan.void_at and reading.is_newest(plan))
        before = reading.before(plan)
        unread = stands and self.may(P.DAILY_WRITE, plan) and reading.unread_by([plan], user)
        context |= {
            "sections": grouping.grouped(plan, context["sections"]),
            "ask_me": getattr(plan, "ask_me", ""),
            "without": papers.without(plan.papers.all()),
            "before": before,
            "changes": changes.between(before, plan) if before else [],
            "stands": stands,
            "overtaken": bool(plan.signed_at and not stands),
            "looks": self._looks(plan),
            "list_url": reverse(self.type.url("list"), args=[plan.child_id]),
            "unread_url": reverse(self.type.url("step"), args=[plan.pk, "read"]) if unread else "",
        }
        if stands:
            context |= self._standing(plan)
        for step in context["steps"]:
            first = ("/signed/", "/stands/" if context.get("asked") else "/shared/")
            step["primary"] = step["url"].endswith(first)
        context["steps"] = [s for s in context["steps"] if not s["url"].endswith("/read/")]
        return super().page(status, **context)

    def _standing(self, plan) -> dict:
        team = list(workers(plan.home, self.now))
        readers = {person.pk: person for person in seen.readers([plan])[plan.pk]}
        readers[plan.signed_by_id] = plan.signed_by
        asked = reading.asked_open(plan._meta.label_lower, [plan.child_id])
        new = self.may(P.PLAN_WRITE, plan)
        return {
            "state": {"words": "Stands now", "tone": "ok", "icon": "check-circle"},
            "readers": reading.read_words(readers, team),
            "asked": reading.asked_words(asked, self.request.user),
            "new_url": reverse(self.type.url("new"), args=[plan.child_id]) if new else "",
        }

    def _looks(self, plan) -> list[dict]:
        rows = PlanLook.objects.filter(plan_id=plan.pk).exclude(words="").select_related("by")
        return [
            {
                "when": london.words(look.at),
                "who": look.by.first_name,
                "words": look.words,
                "own_words": look.own_words,
            }
            for look in rows.order_by("-at")[:MOST]
        ]


class PlanList(RecordList):
    """All versions, the newest first; each says whether it stands."""

    def _under(self, subject):
        model = self.type.model
        newer = model.objects.standing().exclude(signed_at=None)
        newer = newer.filter(child=OuterRef("child"), number__gt=OuterRef("number"))
        return super()._under(subject).annotate(overtaken=Exists(newer))
