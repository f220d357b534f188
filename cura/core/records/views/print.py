"""One record as a PDF that says who printed it and carries its hash; or a file to be passed on."""

from allauth.core.exceptions import ReauthenticationRequired
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header

from cura.core.accounts import sessions
from cura.core.documents.render import CouldNotPrint
from cura.core.documents.types import build
from cura.core.permissions import Permission as P
from cura.core.records import printed
from cura.core.records.views.base import RecordView


class RecordPrint(RecordView):
    verb = "print"

    def get(self, request, pk):
        record = self.record()
        self.read(record)
        document = printed.document_for(self.type, request.GET.get("as", ""))
        if not self.may(document.permission, record):
            raise PermissionDenied
        if document.permission == P.EXPORT and not sessions.is_fresh(request, self.now):
            raise ReauthenticationRequired  # who she is, and then back here (ASVS 5.0 7.5.3)
        try:
            name, data = build(document, record, by=request.user, now=self.now)
        except CouldNotPrint as refused:
            messages.error(request, str(refused))
            return redirect(self.type.url("detail"), pk=pk)
        response = HttpResponse(data, content_type=document.mime)
        inline = document.mime == "application/pdf"
        response["Content-Disposition"] = content_disposition_header(not inline, name)
        return response
