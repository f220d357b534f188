"""Contents page for Django. Nobody imports from it."""

from cura.core.notices.mail import Mail
from cura.core.notices.notice import Notice

__all__ = ("Mail", "Notice")
