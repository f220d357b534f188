from django.apps import AppConfig

from cura.core.ui import wording


class UiConfig(AppConfig):
    """How Cura looks: template tags, form layout, charts. It has no models and knows no record."""

    name = "cura.core.ui"
    label = "ui"
    verbose_name = "Look"

    def ready(self):
        wording.put_in_place()
