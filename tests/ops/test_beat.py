"""Beat loads no app, and still sends what the worker knows."""

import subprocess
import sys
from pathlib import Path

from cura.celery import app

ROOT = Path(__file__).resolve().parents[2]
ASK = """
import sys
from cura.beat import app
app.loader.import_default_modules()  # as beat does when it starts
print(*(entry["task"] for entry in app.conf.beat_schedule.values()))
print(app.conf.broker_url, app.conf.timezone)
from django.apps import apps
print(apps.ready, "cura.core.records.base" in sys.modules)
"""


def test_beat_sends_tasks_that_the_worker_knows_and_loads_no_app():
    asked = [sys.executable, "-c", ASK]
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    tasks, where, loaded = told.splitlines()
    app.loader.import_default_modules()
    assert tasks.split()
    assert set(tasks.split()) <= app.tasks.keys()
    assert where == f"{app.conf.broker_url} {app.conf.timezone}"
    assert loaded == "False False"
