"""Contents page for Django. Nobody imports from it."""

from cura.story.models import Played, StoryRun

__all__ = ("Played", "StoryRun")
