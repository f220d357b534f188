"""What every check of the house has: what is wrong, if anything. A fault opens a defect."""

from django.db import models

from compliance.defects.actions import open_for
from cura.core.permissions import Permission as P
from cura.core.records.base import SignableRecord
from cura.core.records.forms import RecordForm
from cura.core.records.types import Column, Moment, RecordType
from cura.lib import london

SPOTS = ("place", "outlet", "appliance", "call_point", "lamp")  # what kinds call their where


class HouseCheck(SignableRecord):
    """A look at one thing in the house (CHR 2015 reg. 25 and Schedule 4), signed by who looked."""

    read, write = P.PREMISES_READ, P.PREMISES_WRITE
    about = ("author",)
    keep = "home_file"
    danger = False  # whether a fault of this kind could hurt somebody

    fault = models.CharField(
        "what is wrong?",
        max_length=200,
        blank=True,
        help_text="Leave it empty when all is in order. What you write opens a defect at once.",
    )

    class Meta(SignableRecord.Meta):
        abstract = True

    def spot(self) -> str:
        """Where a defect will be said to be: by what the kind asks, else by its own name."""
        named = (getattr(self, name, "") for name in SPOTS)
        return next(filter(None, named), self._meta.verbose_name)


class CheckForm(RecordForm):
    """`fields` of a kind end with `*LAST`."""

    class Meta(RecordForm.Meta):
        fields = ("fault", "happened_at")


LAST = CheckForm.Meta.fields


def open_defect(*, record: HouseCheck, by, now) -> None:
    if record.fault:
        open_for(
            check=record, where=record.spot(), fault=record.fault, danger=record.danger, by=by,
            now=now,
        )  # fmt: skip


def check(form: type[CheckForm], slug: str, prefix: str, title: str, *columns: Column, **more):
    """Declare a kind of check: what is particular comes in, what all share stands here."""
    return RecordType(
        model=form._meta.model,
        form=form,
        slug=slug,
        prefix=prefix,
        title=title,
        scope="home",
        section="Checks of the house",
        columns=(
            Column(title="When", of=lambda row: london.words(row.happened_at)),
            *columns,
            Column(
                title="Found",
                of=lambda row: row.fault or "In order",
                tone=lambda row: "warn" if row.fault else "ok",
            ),
            Column(title="By", of=lambda row: row.author.first_name),
        ),
        preload=("home",),
        moments=(
            Moment(
                key="signed", title="Sign", done="Signed", permission=P.RECORD_SIGN, with_save=True
            ),
        ),
        search=("fault",),
        after=open_defect,
        **({"icon": "clipboard-check"} | more),
    )
