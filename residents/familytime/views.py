from django.urls import reverse

from cura.core.records.present import said
from cura.lib import london
from residents.child.board import Board
from residents.familytime import reading
from residents.familytime.models import FamilyTime

Freedom = FamilyTime.Freedom
LAST = 1000
TONES = {Freedom.FREE: "ok", Freedom.SUPPORTED: "calm", Freedom.SUPERVISED: "warn"}


class FamilyTimeBoard(Board):
    """Everybody whom she sees or rings, with what is agreed, what comes next, how it has been."""

    def ordered(self, rows):
        return rows.filter(ended_at=None).select_related("person")

    def board(self, child, rows) -> dict:
        user, now = self.request.user, self.now
        may_write = self.may_write(child)
        entries = reading.of_diary(child, user, now)
        of = reading.by_person(entries)
        rows = sorted(rows, key=_place)
        before = self._under(child).exclude(ended_at=None).select_related("person")
        return {
            "limits": [
                {
                    "words": row.words_now(),
                    "url": reverse("family-time-limits-detail", args=[row.pk]),
                }
                for row in reading.in_force(child, user)
            ],
            "agreed": [
                self._card(row, of[row.person_id] if row.person_id else [], may_write)
                for row in rows
            ],
            "counted": reading.counted(entries, now),
            "diary_url": reverse("diary-list", args=[child.pk]),
            "limit_url": reverse("family-time-limits-list", args=[child.pk]),
            "before": [
                self.links(row, False) | {"words": str(row), "when": _until(row)}
                for row in before.order_by("-ended_at")[:20]
            ],
        }

    def _card(self, row: FamilyTime, entries, may_write: bool) -> dict:
        limits = row.limits
        if limits and row.decided_by:
            limits = f"{limits} ({row.get_decided_by_display()})"
        plan = may_write and row.freedom != Freedom.NONE
        return self.links(row, may_write) | {
            "name": row.name,
            "role": row.role,
            "way": row.get_way_display(),
            "how_often": row.how_often,
            "free": said(row, FamilyTime._meta.get_field("freedom")),
            "tone": TONES.get(row.freedom, "bad"),
            "limits": limits,
            "own_words": row.own_words,
            "whose": reading.whose(row),
            "next": reading.next_words(entries, self.now),
            "counted": reading.counted(entries, self.now) if entries else "",
            "plan_url": reverse("family-time-step", args=[row.pk, "plan"]) if plan else "",
        }


def _place(row: FamilyTime) -> tuple:
    return (row.person.place_in_list if row.person else LAST, row.name)


def _until(row: FamilyTime) -> str:
    return f"until {london.day_words(london.local_date(row.ended_at))}"
