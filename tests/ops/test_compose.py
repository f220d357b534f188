"""The real thing cannot be started in a test, so its description is read instead."""

import re
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]
OURS = ("migrate", "web", "worker", "beat")
EXPLAINED = set(re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.M))
READ_BY_SETTINGS = set(
    re.findall(r'env(?:\.\w+)?\(\s*"([A-Z_]+)"', (ROOT / "cura/settings.py").read_text())
)
READ_BY_RUN = {"HOST", "PORT"}
READ_BY_START = {"WEB_WORKERS", "WORKER_PROCESSES"}
READ_BY_PROXY = {"CURA_HOST", "CURA_ADMIN_EMAIL"}


def test_every_setting_is_explained_and_every_explanation_is_of_a_setting():
    assert EXPLAINED == READ_BY_SETTINGS | READ_BY_RUN | READ_BY_START | READ_BY_PROXY


@pytest.mark.parametrize("name", OURS)
def test_compose_sets_only_settings_that_exist(name):
    given = {key.removesuffix("_FILE") for key in SERVICES[name]["environment"]}
    assert given <= READ_BY_SETTINGS


def test_compose_asks_only_for_what_is_explained():
    asked = set(re.findall(r"\$\{(\w+)", (ROOT / "docker-compose.yml").read_text()))
    assert asked <= EXPLAINED


def test_no_password_stands_in_a_committed_file():
    """Secrets come from files that are made on the machine; no `:-default` takes their place."""
    text = (ROOT / "docker-compose.yml").read_text()
    assert ":-" not in text
    assert re.findall(r"://\w*:[^@\s]+@", text) == []
    secret = re.compile(r"PASSWORD|SECRET|TOKEN")
    for service in SERVICES.values():
        for key in service.get("environment", {}):
            assert not secret.search(key) or key.endswith("_FILE"), key


def test_every_secret_is_made_by_the_script_and_ignored_by_git():
    made = set(re.findall(r"^keep (\S+)", (ROOT / "deploy/make-secrets").read_text(), re.M))
    assert set(COMPOSE["secrets"]) == made
    used = {secret for service in SERVICES.values() for secret in service.get("secrets", ())}
    assert used == made
    for ignored in ("deploy/secrets/secret_key", ".env"):
        check = subprocess.run(["git", "check-ignore", "-q", ignored], cwd=ROOT, check=False)
        assert check.returncode == 0, ignored


def test_secrets_are_long_random_and_kept(tmp_path):
    script = tmp_path / "make-secrets"
    script.write_bytes((ROOT / "deploy/make-secrets").read_bytes())
    script.chmod(0o755)
    subprocess.run([script], check=True, capture_output=True)
    made = {path.name: path.read_text() for path in (tmp_path / "secrets").iterdir()}
    subprocess.run([script], check=True, capture_output=True)
    assert made == {path.name: path.read_text() for path in (tmp_path / "secrets").iterdir()}
    words = ("postgres_password", "owner_password", "app_password")
    assert len(made["secret_key"]) >= 90
    assert all(len(made[word]) >= 40 for word in words)
    assert len({made[word] for word in words}) == 3
    redis = re.search(r"^requirepass (\S+)$", made["redis.conf"], re.M)[1]
    assert made["redis_url"] == f"redis://:{redis}@redis:6379/0"


@pytest.mark.parametrize("name", SERVICES)
def test_service_is_confined(name):
    service = SERVICES[name]
    assert service["read_only"] is True
    assert "no-new-privileges:true" in service["security_opt"]
    assert "privileged" not in service
    if name != "proxy":
        assert "ports" not in service, "only the proxy is reached from outside"
    if name != "migrate":
        assert service["healthcheck"]["test"]


def test_only_migrate_owns_the_tables():
    owners = {name for name in SERVICES if "owner_password" in SERVICES[name].get("secrets", ())}
    assert owners == {"migrate", "db"}
    roles = (ROOT / "deploy/postgres-init.sh").read_text()
    granted = re.findall(r"GRANT (.*?)\s+(?:ON|TO)\b.*?cura_app", roles, re.S)
    assert granted == [
        "CONNECT",
        "USAGE",
        "SELECT, INSERT, UPDATE, DELETE",
        "USAGE, SELECT, UPDATE",
        "EXECUTE",
    ]


def test_image_runs_as_nobody_in_particular_and_has_no_compiler():
    stages = (ROOT / "Dockerfile").read_text().split("\nFROM ")
    final = stages[-1]
    assert re.findall(r"^USER (\w+)", final, re.M) == ["cura"]
    assert not re.search(r"gcc|build-essential|-dev\b", final)
    assert "--require-hashes" in stages[0] + stages[1]
