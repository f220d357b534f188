from cura.core.accounts.membership import Membership
from cura.core.accounts.people import User
from cura.core.records.forms import RecordForm
from staffing.training.models import Certificate


class CertificateForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Certificate
        fields = ("person", "course", "provider", "edition", "happened_at", "until")
        labels = {"happened_at": "Passed"}

    def prepare(self) -> None:
        here = Membership.objects.at(self.subject).values("user")
        self.fields["person"].queryset = User.objects.filter(pk__in=here)
