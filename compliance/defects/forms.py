from django import forms

from compliance.defects.models import Defect
from cura.core.records.forms import RecordForm


class DefectForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Defect
        fields = ("what", "where", "danger", "whose", "told", "happened_at")
        widgets = {"whose": forms.RadioSelect}


class SafeForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Defect
        fields = ("safe_how",)

    def prepare(self) -> None:
        self.fields["safe_how"].required = True


class MendedForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Defect
        fields = ("mended_how",)

    def prepare(self) -> None:
        self.fields["mended_how"].required = True
