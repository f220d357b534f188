"""`GET /health/`: what a monitor or a container asks. Each part answers by itself, in one word.

Public, so it says which part is ill and nothing of why: the reason is in the log.
"""

import logging
import os
import time
from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cura.core.records import guards

HEARTBEAT = Path(settings.DATA, "heartbeat", "worker")
FIRST_BEAT_SECONDS = 120  # how long after our own start the worker may still be silent
STALE_SECONDS = 180  # the task runs each minute: three missed beats are an illness
BROKER_TIMEOUT_SECONDS = 2

OK, STARTING, FAILED = "ok", "starting", "failed"
started = time.monotonic()
logger = logging.getLogger(__name__)


def beat_heart() -> None:
    """The worker's sign of life: the time at which this file was last touched."""
    HEARTBEAT.parent.mkdir(parents=True, exist_ok=True)
    HEARTBEAT.touch()


def database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return OK


def broker() -> str:
    """Could a message be left for the worker?"""
    if settings.REDIS_URL:
        import redis  # noqa: PLC0415 - 20 MB in each process of a home that has no Redis

        with redis.from_url(
            settings.REDIS_URL,
            socket_connect_timeout=BROKER_TIMEOUT_SECONDS,
            socket_timeout=BROKER_TIMEOUT_SECONDS,
        ) as client:
            client.ping()
        return OK
    return OK if os.access(settings.BROKER_FOLDER, os.W_OK | os.X_OK) else FAILED


def worker() -> str:
    if HEARTBEAT.exists() and time.time() - HEARTBEAT.stat().st_mtime < STALE_SECONDS:
        return OK
    return STARTING if time.monotonic() - started < FIRST_BEAT_SECONDS else FAILED


def frozen_rows() -> str:
    """Are all the triggers in place that refuse a change to what was signed?"""
    return FAILED if guards.missing() else OK


PARTS = {"database": database, "broker": broker, "worker": worker, "guards": frozen_rows}


def ask(part: str) -> str:
    try:
        return PARTS[part]()
    except Exception:  # whatever it is, this part is ill, and the monitor must be told
        logger.exception("Health: %s failed", part)
        return FAILED


@login_not_required
@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    parts = {part: ask(part) for part in PARTS}
    ill = FAILED in parts.values()
    body = {"status": FAILED if ill else OK, **parts}
    return JsonResponse(body, status=503 if ill else 200)
