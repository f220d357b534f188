from django import forms

from cura.core.accounts.membership import Membership
from cura.core.accounts.people import User
from cura.core.records.forms import RecordForm
from staffing.rota.models import Shift


class ShiftForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Shift
        fields = ("person", "kind", "happened_at", "until", "sleep_from", "sleep_until")
        widgets = {"kind": forms.RadioSelect}

    def prepare(self) -> None:
        """Only people who work here can stand on the rota."""
        here = Membership.objects.at(self.subject).values("user")
        self.fields["person"].queryset = User.objects.filter(pk__in=here, is_active=True)
