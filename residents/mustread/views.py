from cura.core.accounts import access
from cura.core.records.views.detail import RecordDetail
from cura.core.records.views.list import RecordList
from residents.mustread import reading

LEADS = frozenset({"lead", "deputy", "manager", "ri", "director"})


def leads(user) -> bool:
    """Whether she leads: names of who has not read yet are for those who can ask them."""
    return bool(access.rights(user).roles & LEADS)


class MustReadDetail(RecordDetail):
    """With who has read it; "I have read it" for those who have not."""

    def page(self, status=200, **context):
        row, user = context["record"], self.request.user
        known = row.author_id == user.pk or row.seen.filter(by=user).exists()
        context["steps"] = [
            step for step in context["steps"] if not (known and step["url"].endswith("/read/"))
        ]
        for step in context["steps"]:
            step["primary"] = step["url"].endswith("/read/")
        context["seen"] = reading.seen_by(row, self.now)
        context["names"] = leads(user)
        context["title"] = f"To read: {row.child.name if row.child else row.home.name}"
        if not row.void_at and not row.ended_at:
            tone = "ok" if context["seen"]["all"] else "calm"
            context["state"] = {"words": context["seen"]["words"], "tone": tone, "icon": "eye"}
        return super().page(status, **context)


class MustReadList(RecordList):
    def _under(self, subject):
        return reading.with_counts(super()._under(subject), subject, self.now)
