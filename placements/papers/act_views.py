"""Asking for papers, and taking them in: the two forms of the people of the home."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header

from cura.core.audit import log
from cura.core.documents.render import CouldNotPrint
from cura.core.permissions import Permission as P
from cura.lib.words import plural
from placements.papers import asked, documents, ladder, reading, receiving, rhythm
from placements.papers.asked import may_write, referral_of
from placements.papers.files import drop
from placements.papers.forms import AskForm, CameForm
from placements.papers.models import Paper, PaperLine
from residents.child.header import child_header
from residents.child.models import Child

How = PaperLine.How


def ask_child(request, child):
    rows = Child.objects.visible_to(request.user, P.PLAN_READ).select_related("home", "key_worker")
    found = get_object_or_404(rows, pk=child)
    return _ask(request, found, child_header(request, found))


def ask_referral(request, referral):
    return _ask(request, referral_of(request.user, referral), None)


def _ask(request, subject, header):
    """One act: whom, how, which. A letter is printed at once, with its link."""
    if not may_write(request.user, subject):
        raise PermissionDenied
    now = timezone.now()
    form = _ask_form(request, subject, now)
    if request.method == "POST" and form.is_valid():
        try:
            sent = asked.send(subject, form.cleaned_data, by=request.user, now=now)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            return _sent(request, subject, sent, now)
    context = {
        "form": form,
        "child_header": header,
        "name": subject.name,
        "cancel_url": asked.list_url(subject),
        "step": {"title": "Ask for papers"},
        "primary_label": "Ask",
    }
    status = 422 if form.is_bound else 200
    return render(request, "placements/papers/ask.html", context, status=status)


def _ask_form(request, subject, now) -> AskForm:
    papers = reading.of(subject, request.user)
    missing = Paper.objects.visible_to(request.user).of(subject).missing().order_by("pk")
    first = next((p for p in papers if not (p.received_at or p.not_needed_at)), None)
    people = ladder.people_of([subject.pk]).get(subject.pk, [])
    to = ladder.whom(first, rhythm.SAME, people) if first else asked.first(subject, people)
    initial = {
        "papers": [p.pk for p in missing if not p.only_expected],
        "name": to.name,
        "role": to.role,
        "email": to.email,
        "how": How.MAIL.value if to.email else How.PHONE.value,
    }
    new = reading.not_asked_yet(subject, papers, now)
    return AskForm(request.POST or None, missing=missing, new=new, initial=initial)


def _sent(request, subject, sent, now):
    if sent.how == How.LETTER:
        try:
            name, data = documents.letter(subject, sent, by=request.user, now=now)
        except CouldNotPrint as refused:
            messages.error(request, f"{refused} It is written down that you ask by letter.")
            return redirect(asked.list_url(subject))
        log.read(subject, "papers.letter", by=request.user, now=now, batch=str(sent.batch))
        response = HttpResponse(data, content_type="application/pdf")
        response["Content-Disposition"] = content_disposition_header(True, name)
        return response
    messages.success(request, "Asked. It is written down, and asked for again if nothing comes.")
    return redirect(asked.list_url(subject))


def came(request, paper):
    """It came: files, a mail that was dragged in, or only that it lies here."""
    rows = Paper.objects.visible_to(request.user, P.PLAN_WRITE).standing()
    found = get_object_or_404(rows.select_related("child", "referral", "home"), pk=paper)
    now = timezone.now()
    back = asked.page_url(found)
    form = CameForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        if _take(request, found, form, now):
            return redirect(back)
    context = {
        "form": form,
        "child_header": child_header(request, found.child) if found.child else None,
        "name": found.title,
        "cancel_url": back,
        "step": {"title": "It came"},
        "primary_label": "Keep it",
    }
    status = 422 if form.is_bound else 200
    return render(request, "placements/papers/ask.html", context, status=status)


def _take(request, paper, form, now) -> bool:
    values = form.cleaned_data
    files = values.pop("files")
    dropped = drop(files, by=request.user, now=now) if files else None
    if dropped and not dropped.kept:
        for words in dropped.refused:
            form.add_error("files", words)
        return False
    if dropped:
        values["whom"] = values["whom"] or dropped.sender
        values["at"] = values["at"] or dropped.sent_at
    try:
        receiving.came(paper=paper, by=request.user, now=now, dropped=dropped, **values)
    except ValidationError as refused:
        form.add_error(None, refused)
        return False
    for words in dropped.refused if dropped else ():
        messages.warning(request, words)
    kept = plural(dropped.kept, "file") if dropped else "It"
    messages.success(request, f"{paper.title}: {kept} kept." if dropped else "Written down.")
    return True
