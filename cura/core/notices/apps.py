from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "cura.core.notices"
    label = "notices"

    def ready(self):
        # App ready: models exist only now.
        from cura.core.deadlines.tasks import WAKE  # noqa: PLC0415
        from cura.core.notices import tasks  # noqa: PLC0415

        WAKE.append(lambda: tasks.wake(tasks.deliver))
