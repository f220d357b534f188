"""Who reads the log can neither use a link that stands in it nor be fooled by a line break."""

import json
import subprocess
import sys

import pytest

from cura import logs

UUID = "0197f0c0-1111-7222-8333-444455556666"
TOKEN = "eyJhbGciOi:1tXyZa:K3n5-_abcdefghijklmnopqrstuvwxyz0123456789"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (f"GET /links/{TOKEN}/", "GET /links/…/"),
        (f"GET /accounts/reset/key/2-{TOKEN}/?next=/", "GET /accounts/reset/key/…/?…"),
        (f"GET /children/{UUID}/", f"GET /children/{UUID}/"),
        ("GET /search/?q=Zoe+Smith", "GET /search/?…"),
    ],
)
def test_link_and_question_are_cut_out(written, kept):
    assert logs.hide_tokens(None, "info", {"request": written})["request"] == kept


def test_event_is_one_line_of_json(tmp_path):
    script = (
        "import logging.config, structlog; from cura import logs;"
        "logging.config.dictConfig(logs.configure('INFO'));"
        "structlog.get_logger('cura').info('signed in\\nsigned out', user_id=7);"
        "logging.getLogger('django').warning('odd\\nline %s', 1)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    ours, djangos = [json.loads(line) for line in done.stderr.splitlines()]
    assert (ours["event"], ours["user_id"], ours["level"]) == ("signed in\nsigned out", 7, "info")
    assert djangos["event"] == "odd\nline 1"
