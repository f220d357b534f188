"""The finished file: tagged PDFs, an index, and a list of hashes that `sha256sum -c` can check.

It is kept in the store under its own hash. That hash stands in the log's chain, so that a file
which somebody holds later can be proved to be what was issued, or not (`checking.py`).
"""

import io
import zipfile
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from cura.core.accounts.home import HomeSettings
from cura.core.attachments import store
from cura.core.audit import log
from cura.core.documents.types import Document, build
from cura.core.notices.actions import notify
from cura.core.permissions import Permission as P
from cura.core.records import present
from cura.core.records.bundles.models import Bundle, Issued
from cura.core.records.bundles.order import Order
from cura.core.records.periods.period import Period
from cura.core.records.types import RecordType
from cura.lib import london
from cura.lib.canonical import sha256_hex
from cura.lib.words import plural

LIVES = timedelta(days=7)
INDEX, MANIFEST = "index.pdf", "manifest-sha256.txt"
STAMP = (1980, 1, 1, 0, 0, 0)  # the same parts make the same file, whenever they are packed


def issue(bundle: Bundle, order: Order, plan: list[dict], now: datetime) -> Issued | None:
    """1 index, hashes and ZIP, into the store; 2 the row that stays, the end of the bundle and the
    entry in the log, all or nothing.

    None when nothing is left to issue, or somebody else has issued it.
    """
    contents = _contents(bundle, plan)
    if not contents:
        return None
    data = _zip(bundle, order, contents, now)
    digest = store.put(data)
    with transaction.atomic():
        waiting = Bundle.objects.filter(pk=bundle.pk, claim=bundle.claim, finished_at=None)
        if not waiting.update(finished_at=now, done=bundle.total or len(plan), alive_at=now):
            return None
        issued = Issued.objects.create(
            bundle=bundle, home_id=bundle.home_id, child_id=bundle.child_id, until=now + LIVES,
            contents=contents, name=_name(bundle), mime="application/zip", size=len(data),
            sha256=digest, uploaded_by=bundle.asked_by, at=now,
        )  # fmt: skip
        bundle.parts.all().delete()
        notify(
            user=bundle.asked_by, record=bundle, url=address(bundle), now=now,
            text="The bundle that you asked for is ready. It can be fetched for seven days.",
        )  # fmt: skip
        log.wrote(
            bundle, "bundle.issued", by=bundle.asked_by, now=now, sha256=digest, size=len(data),
            parts=len(contents), contents=sha256_hex(_manifest(contents)),
        )  # fmt: skip
    store.put(data)  # once more: the same bytes, left by somebody else, may have been swept away
    return issued


def address(bundle: Bundle) -> str:
    return reverse("bundle", args=[bundle.pk])


def _name(bundle: Bundle) -> str:
    """No name of a child: it lies in somebody's downloads."""
    return f"bundle-{bundle.reference}-{bundle.first}-to-{bundle.last}.zip"


def _contents(bundle: Bundle, plan: list[dict]) -> list[dict]:
    """The parts that were printed, in their order."""
    made = {part.number: part for part in bundle.parts.all()}
    return [
        {
            "label": part.get("label", ""),
            "path": part["path"],
            "holds": made[part["number"]].holds,
            "sha256": made[part["number"]].sha256,
            "size": made[part["number"]].size,
        }
        for part in plan
        if part["number"] in made
    ]


def _zip(bundle: Bundle, order: Order, contents: list[dict], now: datetime) -> bytes:
    """Stored, not squeezed: PDFs are squeezed already."""
    _, index = build(_index(bundle, contents), order, by=bundle.asked_by, now=now)
    listed = [*contents, {"path": INDEX, "sha256": sha256_hex(index)}]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as file:
        file.writestr(zipfile.ZipInfo(INDEX, STAMP), index)
        file.writestr(zipfile.ZipInfo(MANIFEST, STAMP), _manifest(listed))
        for part in contents:
            file.writestr(zipfile.ZipInfo(part["path"], STAMP), store.get(part["sha256"]))
    return packed.getvalue()


def _manifest(parts: list[dict]) -> str:
    """As `sha256sum` writes it and `sha256sum -c` reads it."""
    return "".join(f"{part['sha256']}  {part['path']}\n" for part in parts)


def _index(bundle: Bundle, contents: list[dict]) -> Document:
    return Document(
        key="index",
        title="Bundle",
        template="documents/bundle_index.html",
        context=lambda record, by, now: _index_context(bundle, record, contents),
        permission=P.EXPORT,
        filename=lambda record: "index",
    )


def _index_context(bundle: Bundle, order: Order, contents: list[dict]) -> dict:
    period = order.period
    settings = HomeSettings.objects.filter(home_id=period.home_id).first()
    subject = str(period.subject)
    return {
        "heading": f"Bundle {bundle.reference}",
        "over": " · ".join(dict.fromkeys((subject, bundle.home.name, period.words))),
        "subject_words": subject if period.child_id else "",
        "reference": bundle.reference,
        "home": bundle.home.name,
        "marking": settings.marking if settings else "",
        "counted": plural(len(contents), "document").capitalize(),
        "asked": f"{bundle.asked_by.name}, {london.words(bundle.asked_at)}",
        "manifest": MANIFEST,
        "hash": sha256_hex(_manifest(contents)),
        "groups": _groups(order, contents),
    }


def _groups(order: Order, contents: list[dict]) -> list[dict]:
    if order.document:
        return [{"title": order.document.title, "lines": [_month(p, order) for p in contents]}]
    return [group for type in order.types if (group := _group(type, contents))["lines"]]


def _month(part: dict, order: Order) -> dict:
    days = {f"{order.document.key}/{m.name}.pdf": m for m in order.period.months()}
    found: Period = days[part["path"]]
    return {"when": found.words, "what": order.document.title} | part


def _group(type: RecordType, contents: list[dict]) -> dict:
    mine = {UUID(p["holds"][0]): p for p in contents if p["label"] == type.label}
    rows = type.model._base_manager.filter(pk__in=mine)
    rows = rows.select_related(type.scope, "author", *type.preload).in_bulk()
    lines = [
        {
            "when": london.words(rows[pk].happened_at),
            "what": f"{present.reference_of(type, rows[pk])} · {rows[pk].author.name}",
        }
        | part
        for pk, part in mine.items()
    ]
    return {"title": type.title, "lines": lines}
