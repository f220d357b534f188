from django.apps import AppConfig


class ResidentsConfig(AppConfig):
    name = "residents"
    label = "residents"

    def ready(self):
        # App ready: models can be imported only now.
        from residents.handed_over import hand_over  # noqa: PLC0415

        hand_over()
