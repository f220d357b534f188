"""Contents page for Django. Nobody imports from it."""

from cura.core.records.beside import Amendment, Remark
from cura.core.records.drafts.models import Draft
from cura.core.records.verification.models import Verification

__all__ = ("Amendment", "Draft", "Remark", "Verification")
