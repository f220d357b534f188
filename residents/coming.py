"""The box for a time that is still to come: no "5 minutes ago" beside it."""

from cura.core.records.fields import LondonDateTimeInput


class ComingInput(LondonDateTimeInput):
    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["future"] = True
        return context
