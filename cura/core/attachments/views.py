"""Handing out files: only to those who may read their record, with each opening in the log."""

from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from cura.core.attachments import store
from cura.core.attachments.attachment import Attachment, File, Upload
from cura.core.audit import log

# Shown in the browser; everything else is put on the disk and opened there by hand.
INLINE = ("image/jpeg", "image/png", "image/webp", "application/pdf")


@require_safe
def file(request, pk: UUID):
    found = get_object_or_404(Attachment.objects.visible_to(request.user), pk=pk)
    _read(found, request.user)
    return _handed_out(found, found.sha256)


@require_safe
def file_small(request, pk: UUID):
    """The small picture in the page of its record, whose reading is in the log already."""
    found = get_object_or_404(Attachment.objects.visible_to(request.user), pk=pk)
    return _small(found)


@require_safe
def upload(request, pk: UUID):
    """A file of one's own draft."""
    found = get_object_or_404(Upload, pk=pk, uploaded_by=request.user)
    return _handed_out(found, found.sha256)


@require_safe
def upload_small(request, pk: UUID):
    return _small(get_object_or_404(Upload, pk=pk, uploaded_by=request.user))


@transaction.atomic
def _read(found: Attachment, user) -> None:
    """The entry stands with the record: its history shows who opened which file."""
    log.append(
        chain=f"read:{found.home_id}", actor=user, action="file.read", now=timezone.now(),
        label=found.label, object_id=found.object_id, title=found.entered_as_name,
        home_id=found.home_id, child_id=found.child_id,
        body={"file": str(found.pk), "sha256": found.sha256},
    )  # fmt: skip


def _small(found: File):
    if not found.thumb_sha256:
        raise Http404
    return _handed_out(found, found.thumb_sha256, "image/jpeg")


def _handed_out(found: File, digest: str, mime: str = "") -> HttpResponse:
    """Nothing in a file may act as a page of ours (ASVS 5.0 3.2.1), and no copy stays behind."""
    mime = mime or found.mime
    response = HttpResponse(store.get(digest), content_type=mime)
    inline = mime in INLINE
    response["Content-Disposition"] = content_disposition_header(not inline, found.name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store, private"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Content-Security-Policy"] = SANDBOX
    return response


# In a sandbox nothing runs and nothing is fetched; the browser's own PDF reader works in it.
SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"
