"""Sign, add words, return, set aside, and a record's own acts: permission, form, action, back."""

from contextlib import nullcontext

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse

from cura.core.accounts.proof import NotProved, prover
from cura.core.records import actions, present, steps
from cura.core.records.drafts import texts
from cura.core.records.sheet import posted
from cura.core.records.views.base import RecordView
from cura.lib import typed


class RecordStep(RecordView):
    verb = "step"

    def find(self, key: str):
        record = self.record()
        step = steps.find(self.type, key)
        if step is None:
            raise Http404
        if not self.may(step.permission, record):
            raise PermissionDenied
        return record, step

    def form(self, step, record, data=None):
        if step.form is None:
            return None
        return step.build(data, record, self.request.user)

    def get(self, request, pk, step):
        record, step = self.find(step)
        if refusal := steps.refusal(step, record):
            return self.back(record, refusal)
        self.read(record)
        proof = prover(step.proof, request, record.home_id, step.permission)
        version = step.version(record) if step.version else ""
        return self.step_page(record, step, self.form(step, record), proof, version=version)

    def post(self, request, pk, step):
        record, step = self.find(step)
        if refusal := steps.refusal(step, record):
            return self.back(record, refusal)
        form = self.form(step, record, request.POST)
        proof = prover(step.proof, request, record.home_id, step.permission)
        asked = (
            {"version": (typed.number(request.POST.get("version")) or 0)} if step.version else {}
        )
        if all([form is None or form.is_valid(), proof.is_valid()]):
            try:
                self.do(record, step, form, proof, asked)
            except NotProved as wrong:
                proof.refuse(str(wrong))
            except ValidationError as refused:
                if getattr(refused, "code", "") == "stale":
                    return self.both_texts(record, step, form, proof)
                (form or proof).add_error(None, refused)
            else:
                messages.success(request, step.done or "Done.")
                return redirect(self.type.url("detail"), pk=pk)
        return self.step_page(record, step, form, proof, status=422, **asked)

    def do(self, record, step, form, proof, asked: dict) -> None:
        by = proof.person()
        values = form.cleaned_data if form else {}
        # What is done, and who is told of it.
        with transaction.atomic() if step.whole else nullcontext():
            step.do(record=record, by=by, values=values, now=self.now, **asked)

    def back(self, record, refusal: str):
        """What is not offered any more is said on the record itself, where it can be seen."""
        messages.error(self.request, refusal)
        return redirect(self.type.url("detail"), pk=record.pk)

    def both_texts(self, record, step, form, proof):
        """Two people wrote the same section: the second sees both, and saves on top."""
        self.read(record)
        saved = present.posted_by(self.form(step, record))
        return self.step_page(
            record, step, form, proof, status=409, version=step.version(record),
            conflict=texts.compared_forms(form, self.form(step, record, posted(saved))),
            conflict_words=actions.STALE,
        )  # fmt: skip

    def step_page(self, record, step, form, proof, status=200, **context):
        return self.page(
            status,
            record=record,
            step=step,
            form=form,
            proof=proof,
            child_header=self.header(record.subject),
            title=step.title,
            reference=present.reference_of(self.type, record),
            sections=present.sections(self.type, record, present.Beside.of(record)),
            errors=steps.errors(form, proof),
            primary_label=step.title,
            danger=step.tone == "danger",
            cancel_url=reverse(self.type.url("detail"), args=[record.pk]),
            **context,
        )
