class StoryError(Exception):
    """A story cannot be read or played. Says which file, which entry and what is wrong with it."""
