from django import forms

from cura.core.accounts.membership import Membership
from cura.core.accounts.people import User
from cura.core.records.forms import RecordForm
from staffing.authorised.models import Authorised


class AuthorisedForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Authorised
        fields = ("person", "task", "happened_at", "until", "why")
        widgets = {"task": forms.RadioSelect}
        labels = {"happened_at": "From"}

    def prepare(self) -> None:
        """Those who have a role here; not she who writes."""
        here = Membership.objects.at(self.subject)
        here = here.current(self.now) if self.now else here
        people = User.objects.filter(is_active=True, pk__in=here.values("user"))
        if self.user:
            people = people.exclude(pk=self.user.pk)
        self.fields["person"].queryset = people | User.objects.filter(pk=self.instance.person_id)
