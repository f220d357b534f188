"""The file of a child: what the law wants to stand in it, and what happened, in order."""

from hashlib import sha256
from urllib.parse import urlencode

from allauth.core.exceptions import ReauthenticationRequired
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from cura.core.accounts import access, sessions
from cura.core.audit import log
from cura.core.documents.render import CouldNotPrint
from cura.core.documents.types import build
from cura.core.permissions import Permission as P
from cura.core.records.periods.forms import DaysForm
from residents.casefile import chronology, paper, paras
from residents.casefile.spreadsheet import MIME, spreadsheet
from residents.child.asked import child_to_see
from residents.child.header import child_header
from residents.child.rights import holds

ICONS = {chronology.GOOD: "star", chronology.HARD: "exclamation-circle", chronology.PLAIN: "circle"}


@require_safe
def file(request, pk):
    """Schedule 3 on one page, what is missing first. For those of the home."""
    child, now = child_to_see(request, pk), timezone.now()
    if not access.has(request.user, P.HOME_READ, child.home_id):
        raise PermissionDenied
    asked = [(para, para.ask(child, request.user, now)) for para in paras.every()]
    lines = [_line(para, answer) for para, answer in asked if answer is not None]
    log.read(child, "child.file", by=request.user, now=now)
    missing = [line for line in lines if not line["text"]]
    context = {
        "child": child,
        "child_header": child_header(request, child),
        "missing": missing,
        "facts": [line for line in lines if line["text"]],
        "counted": f"{len(lines) - len(missing)} of {len(lines)} are written down.",
        "cite": paras.CITE,
        "chronology_url": reverse("chronology", args=[child.pk]),
        "may_change": holds(request.user, P.CHILD_WRITE, child),
    }
    return render(request, "residents/casefile/file.html", context)


def _line(para, answer) -> dict:
    """Missing: a link to where it is written. Known: a fact, with on what ground it is asked."""
    if not answer.text:
        return {"title": para.title, "label": para.label, "text": "", "url": answer.url}
    return {"label": f"{para.title} ({para.label.lower()})", "text": answer.text}


@require_safe
def timeline(request, pk):
    """What happened, newest first; `?as=pdf` and `?as=sheet` give the same days as a file."""
    child, now = child_to_see(request, pk), timezone.now()
    data = request.GET if "first" in request.GET or "last" in request.GET else None
    form = DaysForm(data, subject=child, user=request.user, now=now)
    tone = request.GET.get("tone", "")
    tone = tone if tone in chronology.TONES else ""
    days = form if data is not None else DaysForm(_usual(form), subject=child, user=request.user,
                                                  now=now)  # fmt: skip
    if not days.is_valid():
        return _page(request, child, form, tone, [], {}, now, status=422)
    wanted = FILES.get(request.GET.get("as", ""))
    if wanted:
        return wanted(request, child, days.period(), tone, now)
    start, end = days.period().bounds
    found = chronology.events(child, request.user, start=start, end=end, tone=tone)
    return _page(request, child, form, tone, found, dict(days.hidden()), now)


def _usual(form: DaysForm) -> dict:
    return {name: form.initial[name].isoformat() for name in ("first", "last")}


def _page(request, child, form, tone: str, found, days: dict, now, status: int = 200):
    log.read(child, "child.chronology", by=request.user, now=now, lines=len(found))
    here = reverse("chronology", args=[child.pk])

    def link(**more) -> str:
        return f"{here}?{urlencode(days | more)}"

    tones = {"": "Everything"} | chronology.TONES
    context = {
        "child": child,
        "child_header": child_header(request, child),
        "form": form,
        "tone": tone,
        "items": [_item(event) for event in found[: chronology.MOST]],
        "more": len(found) > chronology.MOST,
        "filters": [
            {"title": title, "url": link(tone=key), "current": key == tone}
            for key, title in tones.items()
        ],
        "file_url": reverse("child-file", args=[child.pk])
        if access.has(request.user, P.HOME_READ, child.home_id)
        else "",
        "pdf_url": link(tone=tone, **{"as": "pdf"}),
        "sheet_url": link(tone=tone, **{"as": "sheet"})
        if holds(request.user, P.EXPORT, child)
        else "",
    }
    return render(request, "residents/casefile/chronology.html", context, status=status)


def _item(event: chronology.Event) -> dict:
    about = " · ".join(filter(None, (event.when, event.reference)))
    return {
        "when": about,
        "title": event.title,
        "url": event.url,
        "text": event.words,
        "icon": ICONS[event.tone],
        "tone": "" if event.tone == chronology.PLAIN else event.tone,
    }


def _pdf(request, child, period, tone: str, now):
    try:
        name, data = build(paper.document(period, tone), child, by=request.user, now=now)
    except CouldNotPrint as refused:
        messages.error(request, str(refused))
        return redirect("chronology", child.pk)
    return _sent(request, child, "pdf", "application/pdf", name, data, now)


def _sheet(request, child, period, tone: str, now):
    """A file that is made to be changed and passed on: with the right to, and a fresh proof."""
    if not holds(request.user, P.EXPORT, child):
        raise PermissionDenied
    if not sessions.is_fresh(request, now):
        raise ReauthenticationRequired
    start, end = period.bounds
    found = chronology.events(
        child, request.user, start=start, end=end, tone=tone, most=chronology.WHOLE
    )
    data = spreadsheet(reversed(found[: chronology.WHOLE]), chronology.TONES)
    name = f"chronology-{period.name}.xlsx"
    return _sent(request, child, "sheet", MIME, name, data, now)


def _sent(request, child, what: str, mime: str, name: str, data: bytes, now):
    """What left is in the log, with its hash."""
    log.read(
        child, f"child.chronology.{what}", by=request.user, now=now,
        sha256=sha256(data).hexdigest(),
    )  # fmt: skip
    response = HttpResponse(data, content_type=mime)
    response["Content-Disposition"] = content_disposition_header(what == "sheet", name)
    return response


FILES = {"pdf": _pdf, "sheet": _sheet}
