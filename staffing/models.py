"""Contents page for Django. Nobody imports from it."""

from staffing.authorised.models import Authorised
from staffing.rota.models import Shift
from staffing.training.models import Certificate

__all__ = ("Authorised", "Certificate", "Shift")
