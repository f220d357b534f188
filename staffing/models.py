"""Contents page for Django. Nobody imports from it."""

from staffing.rota.models import Shift

__all__ = ("Shift",)
