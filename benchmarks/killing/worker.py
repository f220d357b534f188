"""A worker of Cura that knows one more rule: `celery -A benchmarks.killing.worker worker`."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cura.settings")
django.setup()

from benchmarks.killing.rule import RULE  # noqa: E402 - rules need the apps
from cura.celery import app  # noqa: E402
from cura.core.deadlines.rules import add_rules  # noqa: E402

__all__ = ("app",)
add_rules(RULE)
