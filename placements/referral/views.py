"""The inbox of referrals: paste, look, two taps. And the page of one that may become a yes."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from cura.core.accounts import access
from cura.core.accounts.home import Home
from cura.core.audit import log
from cura.core.permissions import Permission as P
from cura.core.records.views.detail import RecordDetail
from cura.core.records.views.edit import RecordEdit
from cura.core.records.views.list import RecordList
from cura.lib import typed
from cura.lib.uuid7 import uuid7
from placements.referral import actions, reading, said
from placements.referral.leads import findings, leads
from placements.referral.letter import Letter, Unreadable, from_file
from placements.referral.models import Referral
from placements.referral.taking_in import take_in

MOST_BYTES = 20 * 1024 * 1024
ANSWERS = ("Yes", "Maybe", "No")
EMPTY = "Paste the mail into the box, or choose the mail file."


class ReferralInbox(RecordList):
    """Those that wait. What is answered is on the page of all of them (`?all`)."""

    @property
    def all(self) -> bool:
        return "all" in self.request.GET or "before" in self.request.GET

    def _under(self, subject):
        rows = super()._under(subject)
        return rows if self.all else rows.undone()

    def page(self, status=200, **context):
        home, user = context["subject"], self.request.user
        context["all"] = self.all
        context["may_write"] = access.has(user, P.PLACEMENT_WRITE, home)
        context["inbox_url"] = reverse("referrals-list", args=[home.slug])
        context["phone_url"] = reverse("referral-by-phone", args=[home.pk])
        context["take_in_url"] = reverse("referral-take-in", args=[home.slug])
        context["token"] = uuid7()
        context["reasons"] = Referral.Reason.choices
        if not self.all:
            context["rows"] = []
            context["open"] = [said.line(r, self.now) for r in reading.to_answer(home, user)]
            context["coming"] = [said.coming(r, self.now) for r in reading.waited_for(home, user)]
            context["month"] = said.month(reading.nos_of_month(home, user, self.now))
            context["answered"] = self._answered(home)
        return super().page(status, **context)

    def _answered(self, home) -> dict | None:
        """The one that was answered a moment ago, with its reply."""
        key = typed.key(self.request.GET.get("answered"))
        rows = reading.of_home(home, self.request.user).declined().filter(forgotten_at=None)
        row = rows.exclude(reason="").select_related("home").filter(pk=key).first()
        if row is None:
            return None
        self.read(row)
        return said.answered(row, self.request.user)


class ReferralDetail(RecordDetail):
    """What does not fit, what was marked, what comes next."""

    def page(self, status=200, **context):
        record = context["record"]
        answered = not record.void_at and not record.forgotten_at
        if answered and not record.child_id and record.answer not in Referral.GONE:
            context["findings"] = findings(record, self.now)
            context["leads"] = leads(record, self.request.user, self.now)
            context["answers"] = [s for s in context["steps"] if s["title"] in ANSWERS]
        if answered and record.pasted:
            context["reading_url"] = reverse("referral-words", args=[record.pk])
        context["state"] = _state(record) or context["state"]
        return super().page(status, **context)


def _state(record: Referral) -> dict | None:
    if record.void_at:
        return None
    if record.forgotten_at:
        return {"words": "Words deleted", "tone": "quiet", "icon": "archive"}
    tone = {"yes": "ok", "": "warn", "maybe": "warn"}.get(record.answer, "quiet")
    return {"words": record.get_answer_display() or "Not answered", "tone": tone, "icon": "reply"}


class ByPhone(RecordEdit):
    """The short page for a call: the same form, laid out for what is said on the phone."""

    def sheet(self, **kwargs):
        sheet = super().sheet(**kwargs)
        sheet.form.ask_by_phone()
        return sheet

    def page(self, status=200, **context):
        page = {"type": self.type, **context, "title": "Somebody rings", "files_url": ""}
        return render(self.request, "placements/referrals/by_phone.html", page, status=status)


def _home(request, slug) -> Home:
    homes = access.homes(request.user, P.PLACEMENT_READ)
    home = get_object_or_404(homes.filter(kind=Home.Kind.HOME), slug=slug)
    if not access.has(request.user, P.PLACEMENT_WRITE, home):
        raise PermissionDenied
    return home


def _referral(request, pk, permission: str = Referral.write) -> Referral:
    rows = Referral.objects.visible_to(request.user).standing().select_related("home")
    row = get_object_or_404(rows, pk=pk)
    if not row.open_to(request.user, permission):
        raise PermissionDenied
    return row


@require_POST
def take_in_mail(request, slug):
    """Paste or drop; what can be read is filled in, and it stands in the list."""
    home, now = _home(request, slug), timezone.now()
    try:
        letter = _letter(request)
        row, refused = take_in(
            home=home, letter=letter, by=request.user, now=now,
            submission=typed.token(request.POST.get("token")),
        )  # fmt: skip
    except (Unreadable, ValidationError) as wrong:
        messages.error(request, " ".join(getattr(wrong, "messages", [str(wrong)])))
        return redirect("referrals-list", subject=home.slug)
    for words in refused:
        messages.warning(request, words)
    return redirect(f"{reverse('referrals-list', args=[home.slug])}#r-{row.pk}")


def _letter(request) -> Letter:
    text = request.POST.get("text", "").strip()
    letter, others = Letter(text), []
    for file in request.FILES.getlist("files"):
        if file.size > MOST_BYTES:
            raise Unreadable("The file is too large. At most 20 MB.")
        data = file.read()
        if file.name.lower().endswith((".eml", ".msg")):
            letter = from_file(data)
            letter.text = f"{letter.text}\n\n{text}".strip()
        else:
            others.append((file.name, data))
    letter.files += others
    if not letter.text and not letter.files:
        raise Unreadable(EMPTY)
    return letter


@require_POST
def say_no(request, referral):
    """The second tap: why."""
    row = _referral(request, referral)
    reason = request.POST.get("reason", "")
    if reason not in Referral.Reason.values:
        raise Http404
    try:
        actions.say_no(record=row, reason=reason, by=request.user, now=timezone.now())
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect("referrals-list", subject=row.home.slug)
    inbox = reverse("referrals-list", args=[row.home.slug])
    return redirect(f"{inbox}?answered={row.pk}")


@require_POST
def say_maybe(request, referral):
    """On to the long form, by way of the words."""
    row = _referral(request, referral)
    try:
        actions.say_maybe(record=row, by=request.user, now=timezone.now())
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    if row.pasted:
        return redirect("referral-words", referral=row.pk)
    return redirect("referrals-edit", pk=row.pk)


@require_safe
def words(request, referral):
    """The text with its marks; each is taken or left by a tap."""
    row = _referral(request, referral, Referral.read)
    log.read(row, "referral.words", by=request.user, now=timezone.now())
    page = {
        "record": row,
        "home": row.home,
        "may_write": row.open_to(request.user, Referral.write),
        "detail_url": reverse("referrals-detail", args=[row.pk]),
        "edit_url": reverse("referrals-edit", args=[row.pk]),
        **said.reading(row),
    }
    return render(request, "placements/referrals/words.html", page)


@require_POST
def weigh(request, referral):
    """Take or leave one of the marks."""
    row, now = _referral(request, referral), timezone.now()
    take, leave = request.POST.get("take"), request.POST.get("leave")
    try:
        if take:
            told = said.sentence(row, take)
            actions.take(record=row, need=take, said=told, by=request.user, now=now)
        elif leave:
            actions.leave(record=row, need=leave, by=request.user, now=now)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("referral-words", referral=row.pk)
