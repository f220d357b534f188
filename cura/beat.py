"""Beat by itself: `celery -A cura.beat beat`. It sends names of tasks by the clock, and knows no
record. So it loads settings and Celery but no app: less than half the memory (docs/adr/0008)."""

import logging.config

from celery import Celery

from cura import settings

logging.config.dictConfig(settings.LOGGING)
app = Celery("cura", fixups=())  # Celery's fixup for Django is what would load every app
app.config_from_object(settings, namespace="CELERY")
