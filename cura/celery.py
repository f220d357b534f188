"""The Celery app. Messages are only wake-ups: the truth is always a row that somebody claims."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cura.settings")

app = Celery("cura")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
