from cura.core.permissions import Permission as P
from cura.core.records.types import Column, Moment, RecordType, Rows
from cura.core.records.views.detail import RecordDetail
from cura.lib import london
from placements.service import forms
from placements.service.models import MOST_DAYS_A_YEAR, Service, Session, days_in_year


class ServiceDetail(RecordDetail):
    """Says when short breaks have become more than short breaks."""

    def page(self, status=200, **context):
        record = context["record"]
        days = days_in_year(record, london.local_date(self.now))
        if record.kind == Service.Kind.BREAKS and days:
            context["late_words"] = breaks_words(days)
        return super().page(status, **context)


def breaks_words(days: int) -> str:
    """How much of what the law calls short breaks is used."""
    said = f"{days} of at most {MOST_DAYS_A_YEAR} days in twelve months."
    return f"{said} This is no short break any more." if days > MOST_DAYS_A_YEAR else said


service = RecordType(
    model=Service,
    form=forms.ServiceForm,
    slug="services",
    prefix="SV",
    title="Services without a room",
    scope="home",
    section="Coming to live here",
    icon="people",
    columns=(
        Column(title="Since", of=lambda row: london.words(row.happened_at)),
        Column(title="What", of=lambda row: row.get_kind_display()),
        Column(title="For whom", of=lambda row: row.name),
        Column(title="Now", of=lambda row: "Over" if row.ended_at else "Going on", status=True),
    ),
    preload=("child", "home"),
    rows=(Rows(model=Session, form=forms.SessionForm, fk="service", title="Times together"),),
    moments=(
        Moment(
            key="ended", title="It has ended", done="Ended", permission=P.PLACEMENT_WRITE,
            form=forms.EndForm,
        ),
    ),
    search=("for_whom", "aims", "own_words"),
    views={"detail": ServiceDetail},
)  # fmt: skip
