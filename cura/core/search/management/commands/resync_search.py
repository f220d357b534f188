"""`manage.py resync_search`: make the index fit the records, after a restore or a new field."""

from django.core.management.base import BaseCommand

from cura.core.search import index
from cura.lib.words import plural


class Command(BaseCommand):
    help = "Compare the search index with the records and mend it."

    def handle(self, **options) -> None:
        self.stdout.write(f"{plural(index.resync(), 'entry', 'entries')} differed.")
