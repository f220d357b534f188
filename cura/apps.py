from django.apps import AppConfig
from django.core import checks

from cura.checks import TAG, production


class CuraConfig(AppConfig):
    name = "cura"
    label = "cura"

    def ready(self) -> None:
        checks.register(production, TAG, deploy=True)
