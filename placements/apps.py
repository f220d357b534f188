from django.apps import AppConfig


class PlacementsConfig(AppConfig):
    name = "placements"
    label = "placements"

    def ready(self):
        # App ready: models can be imported only now.
        from placements.handed_over import hand_over  # noqa: PLC0415

        hand_over()
