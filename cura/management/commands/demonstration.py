import time

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cura.demonstration import SIGN_IN_LINES, load
from cura.story.errors import StoryError


class Command(BaseCommand):
    help = "Load the demonstration home, or bring it up to now. With --names, say who may sign in."

    def add_arguments(self, parser):
        parser.add_argument("--names", action="store_true", help="only print who may sign in")

    def handle(self, *, names: bool, **options):
        if names:
            self.stdout.write("\n".join(SIGN_IN_LINES))
            return
        began = time.monotonic()
        try:
            played = load(now=timezone.now(), say=self._say)
        except StoryError as wrong:
            raise CommandError(str(wrong)) from wrong
        if played:
            seconds = time.monotonic() - began
            self._say(f"Fieldfare House is up to now: {played:,} entries in {seconds:.0f} s.")

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()
