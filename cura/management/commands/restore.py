from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from django.db.migrations.loader import MigrationLoader
from django.utils import timezone

from cura.backup import archive
from cura.backup.manifest import Damaged, Unfit


class Command(BaseCommand):
    help = "Put a backup into the database and the data folder that the settings name."
    requires_system_checks = []  # the tables may not be there yet

    def add_arguments(self, parser):
        parser.add_argument("--from", type=Path, required=True, dest="file", help="The backup")
        parser.add_argument(
            "--force", action="store_true", help="Take the place of the home that is here"
        )

    def handle(self, *, file: Path, force: bool, **options):
        home = archive.home(database=settings.DATABASES["default"], data=settings.DATA)
        connections.close_all()
        try:
            manifest = archive.restore(
                home,
                file=file,
                people_table=get_user_model()._meta.db_table,
                known={f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations},
                force=force,
                now=timezone.now(),
            )
        except (Damaged, Unfit) as reason:
            raise CommandError(str(reason)) from reason
        self.stdout.write(
            f"Restored the backup of {manifest.made_at}: {manifest.total_rows()} rows in "
            f"{len(manifest.tables)} tables and {len(manifest.files)} files, all equal by hash."
        )
        call_command("migrate", verbosity=0, stdout=self.stdout)  # guards, and what is newer here
        if "verify_audit" in get_commands():
            call_command("verify_audit", stdout=self.stdout)
