from django.apps import AppConfig
from django.core import checks

from cura.checks import TAG, production


class CuraConfig(AppConfig):
    name = "cura"
    label = "cura"

    def ready(self) -> None:
        # App ready: models can be imported only now.
        from cura.core.accounts.demo import SIGN_IN_HINTS  # noqa: PLC0415
        from cura.demonstration import hints  # noqa: PLC0415

        checks.register(production, TAG, deploy=True)
        SIGN_IN_HINTS.append(hints)
