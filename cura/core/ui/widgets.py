"""Widgets that look like what they ask. Each draws itself from templates/widgets/ (`look` is set).

All are ordinary inputs underneath: they work without JavaScript, by keyboard and in a draft.
"""

from datetime import date

from django import forms


class Drawn:
    """A choice that templates/widgets/choices.html draws by its `look`."""

    template_name = "widgets/choices.html"

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["look"] = self.look
        return context


class Faces(Drawn, forms.RadioSelect):
    """Choosing one person: a round face and a first name. Good up to about a dozen people."""

    look = "faces"


class ManyFaces(Drawn, forms.CheckboxSelectMultiple):
    """Choosing several people by their faces."""

    look = "faces"


class Tiles(Faces):
    """One of a few big answers, 56 px high, for a hurried thumb."""

    look = "tiles"


class ChoiceChips(Faces):
    """One of many short words."""

    look = "chips"


class Chips(ManyFaces):
    """Any number of short words."""

    look = "chips"


class DayInput(forms.DateInput):
    """The browser's own box for a day."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")


class DateBoxes(forms.MultiWidget):
    """Day, month and year in three boxes, for a date that is known by heart such as a birthday."""

    look = "boxes"
    template_name = "widgets/birth_date.html"
    use_fieldset = True
    titles = ("Day", "Month", "Year")

    def __init__(self, attrs=None):
        super().__init__([forms.TextInput() for _ in self.titles], attrs)

    def decompress(self, value):
        return [value.day, value.month, value.year] if value else [None, None, None]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        for title, box in zip(self.titles, context["widget"]["subwidgets"], strict=True):
            box["title"] = title
        return context

    def id_for_label(self, id_):
        return ""  # the legend of the fieldset speaks for the three boxes


class BirthDateField(forms.MultiValueField):
    """A date by three boxes. The messages say which part is wrong."""

    widget = DateBoxes

    def __init__(self, **kwargs):
        boxes = [forms.IntegerField(min_value=1) for _ in DateBoxes.titles]
        said = "Write it as day, month, year: 3 9 2011."
        kwargs.setdefault("error_messages", {"invalid": said, "incomplete": said})
        super().__init__(boxes, require_all_fields=False, **kwargs)

    def compress(self, parts):
        if not parts or not any(parts):
            return None
        try:
            day, month, year = (int(part) for part in parts)
            return date(year, month, day)
        except (TypeError, ValueError, OverflowError) as problem:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from problem
