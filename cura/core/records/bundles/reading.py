"""How a bundle is said on a page: ready text."""

from datetime import datetime

from django.db.models import Model
from django.template.defaultfilters import filesizeformat
from django.urls import reverse

from cura.core.records import present, registry
from cura.core.records.bundles.models import Bundle
from cura.core.records.periods import document as periods
from cura.core.records.periods.period import Period, child_of, home_of
from cura.lib import london
from cura.lib.words import listed as in_words
from cura.lib.words import plural

SHOWN = 20
COLUMNS = ("Which", "Days", "Asked by", "When", "How it stands")
STATES = {
    "waiting": ("Waiting its turn", "calm"),
    "running": ("Being made", "calm"),
    "ready": ("Ready", "ok"),
    "over": ("The link has ended", "quiet"),
    "stopped": ("Not made", "late"),
}


def listed(subject: Model, user, now: datetime) -> list[dict]:
    """The newest of this child or home, each a line that leads to its page."""
    rows = Bundle.objects.visible_to(user).select_related("asked_by", "issued")
    rows = rows.filter(home_id=home_of(subject), child_id=child_of(subject))
    return [_line(row, now) for row in rows[:SHOWN]]


def _line(bundle: Bundle, now: datetime) -> dict:
    words, tone = STATES[state(bundle, now)]
    days = Period(None, bundle.first, bundle.last).words
    asked = london.short(bundle.asked_at, now)
    texts = (bundle.reference, days, bundle.asked_by.name, asked, words)
    cells = [{"label": label, "text": text} for label, text in zip(COLUMNS, texts, strict=True)]
    cells[-1]["status"] = tone
    return {"url": reverse("bundle", args=[bundle.pk]), "cells": cells}


def state(bundle: Bundle, now: datetime) -> str:
    if bundle.stopped:
        return "stopped"
    if bundle.finished_at:
        return "ready" if now < bundle.issued.until else "over"
    return "running" if bundle.alive_at else "waiting"


def shown(bundle: Bundle, subject: Model, user, now: datetime) -> dict:
    """All that the page says."""
    found = state(bundle, now)
    words, tone = STATES[found]
    return {
        "state": found,
        "words": words,
        "tone": tone,
        "reference": bundle.reference,
        "subject": str(subject),
        "days": Period(None, bundle.first, bundle.last).words,
        "what": _what(bundle),
        "asked": f"{bundle.asked_by.name}, {london.words(bundle.asked_at)}",
        "hers": bundle.asked_by_id == user.pk,
        "asked_by": bundle.asked_by.first_name,
        "done": bundle.done,
        "total": bundle.total or 1,
        "progress": _progress(bundle),
        "stopped": bundle.stopped,
        **_issued(bundle, now),
    }


def _what(bundle: Bundle) -> str:
    if bundle.document:
        document = periods.find(bundle.document)
        return document.title if document else bundle.document
    types = [registry.find(label) for label in bundle.kinds]
    return present.sentence(in_words(type.title.lower() for type in types if type))


def _progress(bundle: Bundle) -> str:
    if bundle.plan is None:
        return "Not begun yet"
    words = "month" if bundle.document else "record"
    return f"{bundle.done} of {plural(bundle.total, words)}"


def _issued(bundle: Bundle, now: datetime) -> dict:
    if bundle.stopped or not bundle.finished_at:
        return {}
    issued = bundle.issued
    return {
        "name": issued.name,
        "size": filesizeformat(issued.size).replace("\xa0", " "),
        "documents": plural(len(issued.contents), "document"),
        "sha256": issued.sha256,
        "issued": london.words(issued.at),
        "until": london.words(issued.until),
        "left": london.ago(issued.until, now) if now < issued.until else "",
    }
