"""One record, whole: what was written, what was added, what was signed, and what may be done."""

from cura.core.attachments.reading import attached
from cura.core.records import hints, present, steps, versions
from cura.core.records.lateness import Lateness
from cura.core.records.views.base import RecordView


class RecordDetail(RecordView):
    verb = "detail"

    def get(self, request, pk):
        record = self.record()
        self.read(record)
        beside = present.Beside.of(record)
        return self.page(
            record=record,
            child_header=self.header(record.subject),
            title=present.title(self.type, record),
            reference=present.reference_of(self.type, record),
            sections=present.sections(self.type, record, beside),
            earlier=versions.earlier(self.type, record, request.user),
            parts=present.parts(self.type, record, request.user),
            state=present.state(self.type, record),
            moments=present.moments(self.type, record),
            remarks=beside.remarks(),
            hints=hints.before_signing(self.type, record),
            late_words=Lateness.of([record]).words(record),
            replaces=present.link(self.type, record.replaces),
            replaced_by=present.link(self.type, present.replacement(self.type, record)),
            attachments=attached(record, request.user) if self.type.files else [],
            steps=steps.offered(self.type, record, request.user, self.now),
            **steps.links(self.type, record, request.user),
        )
