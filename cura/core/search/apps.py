from django.apps import AppConfig
from django.db.models.signals import post_migrate


class SearchConfig(AppConfig):
    name = "cura.core.search"
    label = "search"

    def ready(self):
        # App ready: models can be imported only now.
        from cura.core.audit import log  # noqa: PLC0415
        from cura.core.search import fulltext, index  # noqa: PLC0415

        log.READERS.append(index.READER)
        # Not domain flow: the only hook that Django offers after a migration.
        post_migrate.connect(fulltext.install, sender=self)
