"""Sign, add words, return, set aside, and a record's own acts: permission, form, action, back."""

from contextlib import nullcontext

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse

from cura.core.accounts.proof import NotProved, prover
from cura.core.records import present, steps
from cura.core.records.views.base import RecordView


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
        self.read(record)
        proof = prover(step.proof, request, record.home_id, step.permission)
        return self.step_page(record, step, self.form(step, record), proof)

    def post(self, request, pk, step):
        record, step = self.find(step)
        form = self.form(step, record, request.POST)
        proof = prover(step.proof, request, record.home_id, step.permission)
        if all([form is None or form.is_valid(), proof.is_valid()]):
            try:
                by = proof.person()
                values = form.cleaned_data if form else {}
                # What is done, and who is told of it.
                with transaction.atomic() if step.whole else nullcontext():
                    step.do(record=record, by=by, values=values, now=self.now)
            except NotProved as wrong:
                proof.refuse(str(wrong))
            except ValidationError as refused:
                (form or proof).add_error(None, refused)
            else:
                messages.success(request, step.done or "Done.")
                return redirect(self.type.url("detail"), pk=pk)
        return self.step_page(record, step, form, proof, status=422)

    def step_page(self, record, step, form, proof, status=200):
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
        )
