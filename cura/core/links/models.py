"""Contents page for Django. Nobody imports from it."""

from cura.core.links.link import Link

__all__ = ("Link",)
