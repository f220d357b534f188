from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class RecordsConfig(AppConfig):
    name = "cura.core.records"
    label = "records"

    def ready(self):
        # Here, not above: these read models, which exist only when the apps are ready.
        from cura.core.records import guards, offers, searching  # noqa: PLC0415
        from cura.core.search import find, index  # noqa: PLC0415

        index.SOURCES.append(searching.SOURCE)
        find.QUICK += [offers.homes, offers.writing]

        # Not domain flow: the only hooks that Django offers around a migration.
        pre_migrate.connect(guards.remove, sender=self)
        post_migrate.connect(guards.install, sender=self)
