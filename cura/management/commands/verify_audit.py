"""Check that nothing was changed behind the program's back: the log's chains, and every record."""

from django.core.management.base import BaseCommand, CommandError

from cura.core.audit import verify as chains
from cura.core.records import guards
from cura.core.records import verify as rows


class Command(BaseCommand):
    help = "Verify the audit chains, their outside heads, every record against its snapshots."

    def handle(self, **options):
        findings = [*chains.chains(), *rows.records()]
        for finding in findings:
            self.stdout.write(f"{finding.where}: {finding.what}")
        for name in sorted(guards.missing()):
            self.stdout.write(f"The guard {name} is missing.")
        if findings:
            raise CommandError(f"{len(findings)} things are not as they were written.")
        self.stdout.write("Everything is as it was written.")
