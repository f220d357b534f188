"""Contents page for Django. Nobody imports from it."""

from cura.core.records.beside import Amendment, Remark
from cura.core.records.bundles.models import Bundle, BundlePart, Issued
from cura.core.records.drafts.models import Draft
from cura.core.records.verification.models import Verification

__all__ = (
    "Amendment", "Bundle", "BundlePart", "Draft", "Issued", "Remark", "Verification",
)  # fmt: skip
