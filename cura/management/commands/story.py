from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cura.story.errors import StoryError
from cura.story.telling import play


class Command(BaseCommand):
    help = "Play a story from its folder, through the sheets and actions that people use."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, help="stories/<name>")
        parser.add_argument(
            "--until", help="a moment of the story: “2019-07-25 09:00”, “D-3 12:00”, “A44+2h”"
        )

    def handle(self, *, folder: Path, until: str | None, **options):
        try:
            play(folder, now=timezone.now(), until=until or "", say=self.stdout.write)
        except StoryError as wrong:
            raise CommandError(str(wrong)) from wrong
