"""What can be printed of some days of a child or a home, and the printing of what is not long."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header, urlencode
from django.views.decorators.http import require_safe

from cura.core.accounts import access, soft
from cura.core.audit import log
from cura.core.documents.render import CouldNotPrint, render_pdf
from cura.core.permissions import Permission as P
from cura.core.records import registry
from cura.core.records.bundles.reading import COLUMNS, listed
from cura.core.records.periods.forms import PaperForm
from cura.core.records.periods.period import home_of
from cura.core.records.periods.printed import about_pages
from cura.lib.canonical import sha256_hex

LONG = 20  # pages: ten seconds of work, while somebody waits
TOO_LONG = "That is about {pages} pages, too many to wait for. Choose fewer days."


@require_safe
def papers(request, scope, **where):
    subject = subject_at(request, scope, where)
    form = PaperForm(subject=subject, user=request.user, now=timezone.now())
    return page(request, scope, subject, form)


@require_safe
def paper(request, scope, **where):
    """The PDF at once; or, when it is long, the way to have it made."""
    subject, now = subject_at(request, scope, where), timezone.now()
    form = PaperForm(request.GET, subject=subject, user=request.user, now=now)
    if not form.is_valid():
        return page(request, scope, subject, form, status=422)
    period, document = form.period(), form.document()
    made = document.of(period).page(period, by=request.user, now=now)
    if (pages := about_pages(made.html)) > LONG:
        return _long(request, scope, subject, form, pages)
    try:
        pdf = render_pdf(made.html, title=document.title, attachments=made.attachments)
    except CouldNotPrint as refused:
        messages.error(request, str(refused))
        return redirect(f"{scope}-papers", *where.values())
    _read(document, period, pdf, by=request.user, now=now)
    response = HttpResponse(pdf, content_type="application/pdf")
    name = f"{document.of(period).filename(period)}.pdf"
    response["Content-Disposition"] = content_disposition_header(False, name)
    return response


def _read(document, period, pdf: bytes, *, by, now) -> None:
    """What stands in it was read; the hash proves later what was handed out. No entry, no PDF."""
    log.read(
        period.subject, "period.print", by=by, now=now, document=document.key,
        days=[period.first.isoformat(), period.last.isoformat()], sha256=sha256_hex(pdf),
        shown=document.keys(period, by),
    )  # fmt: skip


def _long(request, scope, subject, form, pages: int):
    """Whoever may send records out has it made in the background; others choose fewer days."""
    if access.has(request.user, P.EXPORT, home_of(subject)):
        asked = urlencode(form.hidden() + [("what", form.document().key)])
        key = getattr(subject, registry.scope(scope).key)
        return redirect(f"{reverse(f'{scope}-paper-long', args=[key])}?{asked}")
    form.add_error("first", TOO_LONG.format(pages=pages))
    return page(request, scope, subject, form, status=422)


def subject_at(request, scope: str, where: dict):
    """The child or home of the address, if its pages are hers to see."""
    found = registry.scope(scope)
    visible = found.visible(request.user, soft.reading(found.model))
    return get_object_or_404(visible, **{found.key: where[scope]})


def page(request, scope: str, subject, form, status=200):
    now, key = timezone.now(), [getattr(subject, registry.scope(scope).key)]
    may_send = access.has(request.user, P.EXPORT, home_of(subject))
    context = {
        "subject": subject,
        "child_header": registry.scope(scope).header(request, subject),
        "form": form if form.offered else None,
        "print_url": reverse(f"{scope}-paper", args=key),
        "bundle_url": reverse(f"{scope}-bundle", args=key) if may_send else "",
        "columns": COLUMNS,
        "bundles": listed(subject, request.user, now) if may_send else [],
    }
    return render(request, "records/papers/papers.html", context, status=status)
