from cura.core.accounts.people import User
from cura.core.records.forms import RecordForm
from cura.core.ui.layout import Card, cards
from cura.core.ui.widgets import Faces, Tiles
from residents.child.models import Child
from residents.child.workers import workers
from residents.visitors.models import Visitor


class VisitorForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Visitor
        fields = ("name", "come_from", "child", "staff", "about_what", "identity", "happened_at")
        widgets = {"child": Faces, "staff": Faces, "identity": Tiles}

    def prepare(self) -> None:
        self.fields["happened_at"].label = "Came"
        self.fields["child"].queryset = Child.objects.living_in(
            self.subject, also=self.instance.child_id
        )
        self.fields["child"].empty_label = self.fields["staff"].empty_label = "Nobody"
        staff = workers(self.subject, self.now) if self.now else User.objects.all()
        self.fields["staff"].queryset = staff
        self.helper = cards(
            Card("Who came", "name", "come_from", "identity"),
            Card("To see whom", "child", "staff", "about_what"),
            Card("When", "happened_at"),
        )


class LeftForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = Visitor
        fields = ("went_at",)
