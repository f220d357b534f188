"""New and change are one page. Nothing typed is ever lost: drafts, double presses, two writers."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from cura.core.attachments.actions import take_from_draft
from cura.core.attachments.reading import uploaded
from cura.core.records import actions, present, registry
from cura.core.records.drafts import actions as drafts
from cura.core.records.drafts import leaving, places, texts
from cura.core.records.drafts.files import receive
from cura.core.records.sheet import Sheet, prefix
from cura.core.records.views.base import RecordView, subject_by_id
from cura.lib import typed
from cura.lib.uuid7 import uuid7


class RecordEdit(RecordView):
    verb = "edit"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.instance = self.subject = self.replaced = None

    def dispatch(self, request, *args, **kwargs):
        """Whose pass has ended finishes her own draft with the rights of her last moment."""
        token = request.POST.get("token") or request.GET.get("draft")
        self.finishing = leaving.role_for(
            request.user, typed.key(token), self.type, kwargs.get("subject"),
            saving=request.method == "POST", now=self.now,
        )  # fmt: skip
        with leaving.last_moment(request.user, self.finishing):
            return super().dispatch(request, *args, **kwargs)

    def find(self):
        """The record to change, or the child or home that a new one hangs under."""
        user, write = self.request.user, self.type.model.write
        if "pk" in self.kwargs:
            self.instance = self.record()
            self.subject = self.instance.subject
            if not self.may(write, self.instance):
                raise PermissionDenied
            return
        self.subject = subject_by_id(self.type, user, write, self.kwargs["subject"])
        replaces = self.request.GET.get("replaces") or self.request.POST.get("replaces")
        if self.finishing and replaces:
            raise Http404
        if replaces:
            self.replaced = self._to_replace(replaces)

    def _to_replace(self, value):
        rows = self.type.model.objects.visible_to(self.request.user, self.type.model.write)
        return get_object_or_404(rows.standing(), pk=typed.key(value))

    def sheet(self, **kwargs) -> Sheet:
        return Sheet.build(
            self.type,
            subject=self.subject,
            user=self.request.user,
            instance=self.instance,
            now=self.now,
            **kwargs,
        )

    def get(self, request, **_):
        self.find()
        if refusal := self._refusal():
            messages.error(request, refusal)
            return redirect(self.type.url("detail"), pk=self.instance.pk)
        for shown in filter(None, (self.instance, self.replaced)):
            self.read(shown)
        draft = places.mine(request.user, request.GET.get("draft"), self._place())
        if draft:
            sheet = Sheet.from_draft(
                self.type, draft.body, subject=self.subject, user=request.user,
                instance=self.instance, now=self.now,
            )  # fmt: skip
        elif self.replaced:
            sheet = Sheet.from_draft(
                self.type, present.as_posted(self.type, self.replaced), subject=self.subject,
                user=request.user, now=self.now,
            )  # fmt: skip
        else:
            sheet = self.sheet()
        # A draft goes on from the version it was begun on: nothing newer is overwritten unseen.
        return self.form_page(
            sheet, draft.pk if draft else uuid7(), draft, version=draft and draft.version
        )

    def _refusal(self) -> str:
        if self.instance is None:
            return ""
        try:
            actions.open_for_change(self.instance, self.type)
        except ValidationError as refused:
            return refused.message
        return ""

    def post(self, request, **_):
        self.find()
        token = typed.token(request.POST.get("token"))
        if not self.instance and (done := actions.submitted(self.type, request.user, token)):
            return self.saved(done)
        refused = receive(request, type=self.type, token=token, record=self.instance, now=self.now)
        if added := request.POST.get("add-row"):
            return self.form_page(self._one_more(added), token)
        sheet = self.sheet(data=request.POST)
        for words in refused:
            sheet.form.add_error(None, words)
        if not sheet.is_valid():
            return self.form_page(sheet, token, status=422)
        try:
            return self.saved(self.store(sheet, token))
        except ValidationError as refused:
            if getattr(refused, "code", "") == "stale":
                return self.both_texts(sheet, token)
            sheet.form.add_error(None, refused)
            return self.form_page(sheet, token, status=422)

    def _one_more(self, added: str) -> Sheet:
        """ "Add another" without JavaScript: the same page, one line longer, not judged."""
        body = dict(self.request.POST.lists())
        total = f"{added}-TOTAL_FORMS"
        if any(prefix(rows) == added for rows in self.type.rows):
            body[total] = [str(min((typed.number(body.get(total, [""])[0]) or 0) + 1, 60))]
        return Sheet.from_draft(
            self.type, body, subject=self.subject, user=self.request.user,
            instance=self.instance, now=self.now,
        )  # fmt: skip

    @transaction.atomic
    def store(self, sheet: Sheet, token):
        """The record, its files and its first moment: all of it or nothing."""
        user = self.request.user
        if self.instance:
            version = typed.number(self.request.POST.get("version")) or 0
            record = actions.edit(
                sheet=sheet, type=self.type, by=user, version=version, now=self.now
            )
        else:
            record = actions.create(
                sheet=sheet, type=self.type, subject=self.subject, by=user,
                submission=token, replaces=self.replaced, now=self.now,
            )  # fmt: skip
        take_from_draft(draft=token, record=record, by=user, now=self.now)
        drafts.finish(token=token, record=record, by=user, now=self.now)
        first = self.type.first
        if first and first.with_save and "save_open" not in self.request.POST:
            # Unless the first press of the button has done both already.
            if not getattr(record, first.at):
                record = actions.reach(record=record, moment=first.key, by=user, now=self.now)
        return record

    def saved(self, record):
        messages.success(self.request, present.saved_words(self.type, record))
        if self.finishing:  # the record is no longer hers to read
            return redirect("drafts")
        return redirect(self.type.url("detail"), pk=record.pk)

    def both_texts(self, sheet: Sheet, token):
        theirs = self.record()
        self.read(theirs)
        return self.form_page(
            sheet,
            token,
            status=409,
            version=theirs.version,
            conflict=texts.compared(self.type, sheet, theirs, self.request.user, self.now),
            conflict_words=actions.STALE,
        )

    def _back(self) -> str:
        """Where "Leave it for now" leads: what was being changed, else the list it would join."""
        if self.finishing:
            return reverse("drafts")
        if held := self.instance or self.replaced:
            return reverse(self.type.url("detail"), args=[held.pk])
        key = registry.scope(self.type.scope).key
        return reverse(self.type.url("list"), args=[getattr(self.subject, key)])

    def _version_shown(self) -> int | str:
        """What comes back for a mistake still goes on from the version that it was begun on."""
        if self.instance is None:
            return ""
        posted = self.request.method == "POST"
        if not posted:
            return self.instance.version
        return typed.number(self.request.POST.get("version")) or 0

    def _place(self) -> places.Place:
        return places.Place(self.type, self.subject, self.instance)

    def form_page(self, sheet, token, draft=None, status=200, version=None, **context):
        with leaving.around(self.finishing):
            return self._form_page(sheet, token, draft, status, version, **context)

    def _form_page(self, sheet, token, draft, status, version, **context):
        first = self.type.first
        return self.page(
            status,
            sheet=sheet,
            errors=sheet.errors() if sheet.form.is_bound else [],
            token=token,
            version=version or self._version_shown(),
            draft=places.shown(self.request.user, token, draft, self._place(), self.now),
            subject=self.subject,
            child_header=None if self.finishing else self.header(self.subject),
            title=present.edit_title(self.type, self.instance, self.replaced),
            replaces=self.replaced.pk if self.replaced else "",
            primary_label="Save and sign" if first and first.with_save else "Save",
            can_save_open=bool(first and first.with_save and not self.finishing),
            cancel_url=self._back(),
            files_url=places.files_url(token) if self.type.files else "",
            uploads=uploaded(token, self.request.user) if self.type.files else (),
            **context,
        )
