"""What the log says of one record: who wrote what, when, and (for those who may) who read it."""

from cura.core.accounts import access
from cura.core.permissions import Permission as P
from cura.core.records import entries, present
from cura.core.records.views.base import RecordView


class RecordHistory(RecordView):
    verb = "history"

    def get(self, request, pk):
        record = self.record()
        self.read(record)
        reads = access.has(request.user, P.AUDIT_READ, record.home_id)
        return self.page(
            record=record,
            child_header=self.header(record.subject),
            record_url=present.detail_url(self.type, record),
            title=present.title(self.type, record),
            reference=present.reference_of(self.type, record),
            entries=entries.entries(self.type, record, request.user, reads),
        )
