"""Say whether a file is a bundle that this home issued; without one, check all that are kept."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from cura.core.records.bundles.checking import damaged, known
from cura.lib import london
from cura.lib.files import hash_file


class Command(BaseCommand):
    help = "Prove that a ZIP is what was issued, or that every kept file still is."

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", type=Path, help="a ZIP that somebody holds")

    def handle(self, file=None, **options):
        if file is None:
            return self._all()
        try:
            digest = hash_file(file)
        except OSError as problem:
            raise CommandError(f"{file} cannot be read.") from problem
        issued = known(digest)
        if issued is None:
            raise CommandError(f"{digest}: no such file was issued here, or it was changed since.")
        self.stdout.write(
            f"Bundle {issued.bundle.reference} of {issued.bundle.home.name}, issued to "
            f"{issued.uploaded_by.name} on {london.words(issued.at)}. It is unchanged: {digest}"
        )

    def _all(self) -> None:
        found = list(damaged())
        for finding in found:
            self.stdout.write(f"{finding.where}: {finding.what}")
        if found:
            raise CommandError(f"{len(found)} things are not as they were issued.")
        self.stdout.write("Every file that was issued is as it was.")
