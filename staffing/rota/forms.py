from django import forms
from django.db.models import Q

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
        """Only people who work here, or will, and whoever stands on this line already."""
        here = Membership.objects.at(self.subject)
        if self.now:
            here = here.filter(Q(ends=None) | Q(ends__gt=self.now))
        working = Q(pk__in=here.values("user"), is_active=True)
        self.fields["person"].queryset = User.objects.filter(
            working | Q(pk=self.instance.person_id)
        )
