"""Sending a report out of the house: a link to one person, never the report itself in a mail.

Shared by all reports about a child: the step that sends it, the page that whoever got it sees.
"""

from datetime import datetime, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header

from cura.core.audit import log
from cura.core.documents.render import CouldNotPrint
from cura.core.documents.types import build
from cura.core.links import actions as links
from cura.core.links import mail, passes
from cura.core.links.link import Link
from cura.core.links.purpose import Purpose
from cura.core.permissions import Permission as P
from cura.core.records import registry
from cura.core.records.actions import require
from cura.core.records.forms import BareForm
from residents.people.models import ImportantPerson

LIFETIME = timedelta(days=14)
REFUSED = "The mail could not be sent. Try again in a while, or print the report."


def purpose(*, key: str, words: str, model: type) -> Purpose:
    """Two buttons: the report as a PDF, or as a Word file. Its kind says how each is made."""

    def page(request, link):
        """What was set aside meanwhile is not handed out."""
        rows = model.objects.select_related("child__key_worker", "home", "author", "signed_by")
        report = rows.select_related("checked_by").get(pk=link.object_id)
        if report.void_at:
            return render(request, "links/gone.html", {"home": report.home}, status=410)
        named = {document.key: document for document in registry.of(model).documents}
        wanted = {"pdf": "report", "word": "word"}.get(request.POST.get("file", ""))
        if wanted is None:
            return _buttons(request, link, report)
        return _file(request, link, report, named[wanted])

    return Purpose(
        key=key, title="A report to read", words=words, button="Open the report",
        lifetime=LIFETIME, once=False, permission=P.REPORT_WRITE, view=page,
    )  # fmt: skip


def _file(request, link, report, document):
    now = timezone.now()
    log.read(report, "record.print", by=link.holder, now=now, link=str(link.pk))
    try:
        name, data = build(document, report, by=link.holder, now=now)
    except CouldNotPrint:
        return _buttons(request, link, report, refused=True)
    response = HttpResponse(data, content_type=document.mime)
    response["Content-Disposition"] = content_disposition_header(document.key == "word", name)
    return response


def _buttons(request, link, report, refused: bool = False):
    """`refused`: the file could not be made. She reads so, with the buttons to try once more."""
    context = {
        "title": report.own_title(),
        "initials": report.child.initials,
        "home": report.home,
        "by": link.made_by.name,
        "pass_field": passes.field(link),
        "refused": refused,
    }
    status = 503 if refused else 200
    return render(request, "residents/report/link.html", context, status=status)


def give(*, record, purpose: Purpose, by, person: ImportantPerson, now: datetime) -> Link:
    """Give one person a link to a checked report.

    The mail goes out when the link is kept; a link whose mail was refused is ended.
    """
    require(by, P.REPORT_WRITE, record)
    require(by, P.EXPORT, record)
    if not record.checked_at or record.void_at:
        raise ValidationError("Only a report that a manager has checked leaves the house.")
    link, url = links.make(
        purpose=purpose, record=record, to_name=person.name, by=by, now=now,
        to_email=person.email,
    )  # fmt: skip
    try:
        mail.send(link=link, url=url)
    except OSError:  # of which the mail server's refusals are a kind
        links.end(link=link, by=by, now=now)
        raise ValidationError(REFUSED)
    return link


class SendForm(BareForm):
    """Only to people of this child who have a mail address with us: the first kind first."""

    person = forms.ModelChoiceField(
        queryset=ImportantPerson.objects.none(), widget=forms.RadioSelect, empty_label=None,
        label="To whom?",
        help_text="The mail holds no name of a child: only a link, which works for 14 days.",
    )  # fmt: skip

    WHO = (
        ImportantPerson.Who.SOCIAL_WORKER,
        ImportantPerson.Who.IRO,
        ImportantPerson.Who.VIRTUAL_SCHOOL,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        people = ImportantPerson.objects.visible_to(self.user).standing()
        people = people.filter(child=self.record.child_id, ended_at=None)
        rows = people.exclude(email="").filter(who__in=self.WHO)
        self.fields["person"].queryset = rows.order_by("place_in_list", "name")
        self.fields["person"].label_from_instance = lambda p: f"{p.name}, {p.role}: {p.email}"
        self.initial.setdefault("person", rows.filter(who=self.WHO[0]).first())
