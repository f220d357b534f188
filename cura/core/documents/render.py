"""HTML to PDF, in a child process that is killed when it takes too long.

WeasyPrint needs 50 MB and half a second to load and may need much more for a long table; none of
that belongs in a web worker. Nothing else in the project imports it.
"""

import base64
import json
import logging
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from django.conf import settings
from django.utils.html import escape

from cura.core.documents import printer

log = logging.getLogger(__name__)
KEPT_FROM_THE_ENVIRONMENT = ("PATH", "HOME", "TMPDIR", "XDG_CACHE_HOME", "FONTCONFIG_PATH")


class CouldNotPrint(Exception):
    """The page was not printed; the message is for the person who asked."""


def render_pdf(
    html: str, *, title: str, attachments: Mapping[str, bytes] | None = None, timeout: int = 60
) -> bytes:
    """A tagged PDF (PDF/UA-1) of a page.

    The page may show static files (`/static/…` or `static:…`) and the files in `attachments` as
    `attachment:<name>`; any other address is left out and logged. `title` is used when the page
    has none of its own, for a tagged PDF must have one. `timeout` is in seconds.
    Raises CouldNotPrint.
    """
    request = {
        "html": html if "<title>" in html else f"<title>{escape(title)}</title>{html}",
        "base": settings.SITE_URL.rstrip("/") + "/",
        "static": [str(folder) for folder in static_folders()],
        "attachments": {
            name: base64.b64encode(data).decode() for name, data in (attachments or {}).items()
        },
    }
    try:
        done = _run(json.dumps(request).encode(), timeout)
    except subprocess.TimeoutExpired:
        raise CouldNotPrint("This takes too long to print in one piece. Choose fewer pages.")
    return _pdf(done)


def static_folders() -> list[Path]:
    """Collected files first, for hashed names are only found there; then those in the tree."""
    return [Path(folder) for folder in (settings.STATIC_ROOT, *settings.STATICFILES_DIRS) if folder]


def _run(request, timeout):
    kept = {name: os.environ[name] for name in KEPT_FROM_THE_ENVIRONMENT if name in os.environ}
    # By path and isolated: the child loads neither Django nor Celery nor the settings' secrets.
    return subprocess.run(
        [sys.executable, "-I", printer.__file__, str(timeout)],
        input=request,
        capture_output=True,
        timeout=timeout,
        env={**kept, "LC_ALL": "C.UTF-8"},
        start_new_session=True,
        check=False,
    )


def _pdf(done):
    for line in done.stderr.decode(errors="replace").splitlines():
        if line.startswith(printer.MARK):
            log.warning(line[:200])
    if done.returncode == printer.TOO_LARGE or done.returncode < 0:  # ended by a limit or a signal
        raise CouldNotPrint("This is too large to print in one piece. Choose fewer pages.")
    if done.returncode != 0 or not done.stdout.startswith(b"%PDF-"):
        raise CouldNotPrint("This could not be printed. Nothing is lost; please try again.")
    return done.stdout
