"""Contents page for Django. Nobody imports from it."""

from cura.core.attachments.attachment import Attachment, Upload

__all__ = ("Attachment", "Upload")
