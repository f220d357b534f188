"""Contents page for Django. Nobody imports from it."""

from cura.core.search.entry import SearchEntry

__all__ = ("SearchEntry",)
