from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from cura.backup import archive
from cura.backup.manifest import sha256


class Command(BaseCommand):
    help = "Back up the database, the files and the audit heads into one file, while people work."

    def add_arguments(self, parser):
        parser.add_argument("--to", type=Path, required=True, help="The folder for the backup")

    def handle(self, *, to: Path, **options):
        home = archive.home(database=settings.DATABASES["default"], data=settings.DATA)
        file, manifest = archive.back_up(home, to=to, now=timezone.now())
        self.stdout.write(
            f"{file}: {manifest.total_rows()} rows in {len(manifest.tables)} tables, "
            f"{len(manifest.files)} files, {file.stat().st_size} bytes\nsha256 {sha256(file)}"
        )
