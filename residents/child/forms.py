from django.db.models import Q

from cura.core.records.forms import RecordForm
from cura.core.ui.layout import Card, Pair, cards
from residents.child.models import Child, Stay
from residents.child.workers import workers


class ChildForm(RecordForm):
    """What the top of a child's pages says. Judged by `actions.change`, never saved by itself."""

    class Meta(RecordForm.Meta):
        model = Child
        fields = ("called", "pronouns", "key_worker", "bed", "legal_status", "authority")

    def prepare(self) -> None:
        child = self.subject
        team = workers(child.home, self.now).values("pk")
        adults = self.fields["key_worker"].queryset
        self.fields["key_worker"].queryset = adults.filter(
            Q(pk__in=team) | Q(pk=child.key_worker_id)
        )
        if child.left_at:
            del self.fields["bed"]
        else:
            self._free_rooms(child)
        self.helper = cards(
            Card("Name", Pair("called", "pronouns")),
            Card("At home", *(name for name in ("key_worker", "bed") if name in self.fields)),
            Card("In law", "legal_status", "authority"),
        )

    def _free_rooms(self, child: Child) -> None:
        taken = Stay.objects.filter(ends=None).exclude(child=child).exclude(bed=None).values("bed")
        beds = self.fields["bed"].queryset.filter(home=child.home_id, in_use=True)
        self.fields["bed"].queryset = beds.exclude(pk__in=taken)
        self.fields["bed"].label = "Room"
