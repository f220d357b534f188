"""The page of an assessment: for the referral that led here, in its ten-minute form at night."""

from cura.core.records.views.detail import RecordDetail
from cura.core.records.views.edit import RecordEdit
from cura.lib import typed
from placements.impact import reading
from placements.impact.forms import ten_minutes
from placements.impact.models import HouseholdVoice
from residents.child.models import Child

VOICES = HouseholdVoice._meta.model_name


def came_from_referral(view, sheet):
    """The referral whose page led here is chosen already."""
    asked = typed.key(view.request.GET.get("referral"))
    if asked and view.request.method == "GET" and not view.instance:
        sheet.form.initial.setdefault("referral", asked)
    return sheet


class ImpactEdit(RecordEdit):
    """`?short=1` is the ten-minute form: the same record with fewer questions."""

    @property
    def short(self) -> bool:
        asked = self.request.GET if self.request.method == "GET" else self.request.POST
        return "short" in asked and self.instance is None

    def sheet(self, **kwargs):
        return came_from_referral(self, super().sheet(**kwargs))

    def form_page(self, sheet, token, draft=None, status=200, version=None, **context):
        if self.short:
            sheet.form.helper = ten_minutes()
        context |= {"short": self.short, "voices": VOICES}
        return super().form_page(sheet, token, draft, status, version, **context)

    def page(self, status=200, **context):
        living = list(Child.objects.living_in(context["sheet"].form.home))
        chosen = context["sheet"].form.instance
        if chosen.referral_id:
            context["flag"] = reading.together(chosen.referral, living, self.now)
        context["whole_url"] = self.request.get_full_path().replace("short=1", "whole=1")
        return super().page(status, **context)


class ImpactDetail(RecordDetail):
    """With what makes it stale, and who is missing in it, before everything else."""

    def page(self, status=200, **context):
        record = context["record"]
        context["title"] = f"If {record.referral.name} comes: what it would mean"
        context["stale"] = reading.stale(record, self.now).all if record.signed_at else ()
        context["missing"] = [child.name for child in reading.missing_pairs(record)]
        living = list(Child.objects.living_in(record.home))
        context["flag"] = reading.together(record.referral, living, self.now)
        return super().page(status, **context)
