"""Production refuses a careless setting, in a plain sentence; a demonstration may be careless."""

import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest

from cura import checks

ROOT = Path(__file__).resolve().parents[2]
SECRET = secrets.token_urlsafe(48)
SAFE = {
    "SECRET_KEY": SECRET,
    "DEBUG": False,
    "DEMO": False,
    "SESSION_COOKIE_SECURE": True,
    "CSRF_COOKIE_SECURE": True,
    "SECURE_SSL_REDIRECT": True,
    "SECURE_HSTS_SECONDS": 31_536_000,
    "ALLOWED_HOSTS": ["cura.example.org"],
    "SITE_URL": "https://cura.example.org",
    "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
}
CARELESS = [
    ("SECRET_KEY", "insecure-only-for-a-demonstration-on-this-machine", "cura.E001"),
    ("SECRET_KEY", "short", "cura.E001"),
    ("SECRET_KEY", "a" * 60, "cura.E001"),
    ("DEBUG", True, "cura.E002"),
    ("DEMO", True, "cura.E003"),
    ("SESSION_COOKIE_SECURE", False, "cura.E004"),
    ("CSRF_COOKIE_SECURE", False, "cura.E004"),
    ("SECURE_SSL_REDIRECT", False, "cura.E004"),
    ("SECURE_HSTS_SECONDS", 60, "cura.E004"),
    ("ALLOWED_HOSTS", ["*"], "cura.E005"),
    ("ALLOWED_HOSTS", ["localhost"], "cura.E005"),
    ("SITE_URL", "http://cura.example.org", "cura.E006"),
    ("EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend", "cura.W001"),
]


def found(settings, **changes):
    for name, value in (SAFE | changes).items():
        setattr(settings, name, value)
    return [message.id for message in checks.production()]


def test_safe_settings_pass(settings):
    assert found(settings) == []


@pytest.mark.parametrize(("name", "value", "expected"), CARELESS)
def test_careless_setting_is_named(settings, name, value, expected):
    assert found(settings, **{name: value}) == [expected]


def start(tmp_path, **env):
    """Load what gunicorn loads, with only these settings."""
    bare = {"PATH": os.environ["PATH"], "CURA_DATA": str(tmp_path)}
    return subprocess.run(
        [sys.executable, "-c", "import cura.wsgi"],
        cwd=ROOT,
        env=bare | env,
        capture_output=True,
        text=True,
        check=False,
    )


def test_start_without_a_secret_fails_in_plain_words(tmp_path):
    end = start(tmp_path)
    assert end.returncode == 1
    assert "There is no secret key. Set SECRET_KEY or SECRET_KEY_FILE." in end.stderr
    assert "Traceback" not in end.stderr


def test_production_starts_with_a_secret_from_a_file(tmp_path):
    (tmp_path / "secret").write_text(SECRET + "\n")
    end = start(
        tmp_path,
        SECRET_KEY_FILE=str(tmp_path / "secret"),
        TLS="1",
        ALLOWED_HOSTS="cura.example.org",
        SITE_URL="https://cura.example.org",
    )
    assert (end.returncode, end.stderr) == (0, "")


def test_demonstration_starts_with_nothing_but_never_behind_tls(tmp_path):
    assert start(tmp_path, DEMO="1").returncode == 0
    behind_tls = start(tmp_path, DEMO="1", TLS="1")
    assert behind_tls.returncode == 1
    assert "DEMO signs people in with printed passwords." in behind_tls.stderr
