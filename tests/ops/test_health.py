"""/health/ tells which part is ill, to anybody, and nothing of why."""

import os
import time
from unittest.mock import Mock

import pytest
from django.db import OperationalError

from cura import health, tasks

pytestmark = pytest.mark.django_db


@pytest.fixture
def heart(tmp_path, monkeypatch):
    file = tmp_path / "heartbeat" / "worker"
    monkeypatch.setattr(health, "HEARTBEAT", file)
    return file


def ask(client):
    answer = client.get("/health/")
    return answer.status_code, answer.json()


def test_all_is_well_and_anybody_may_know(client, heart):
    tasks.heartbeat()
    well = {"status": "ok", "database": "ok", "broker": "ok", "worker": "ok", "guards": "ok"}
    assert ask(client) == (200, well)


def test_worker_may_take_two_minutes_to_wake(client, heart, monkeypatch):
    monkeypatch.setattr(health, "started", time.monotonic())
    assert ask(client)[1]["worker"] == "starting"
    assert ask(client)[0] == 200
    monkeypatch.setattr(health, "started", time.monotonic() - health.FIRST_BEAT_SECONDS)
    assert ask(client)[1]["worker"] == "failed"
    assert ask(client)[0] == 503


def test_worker_that_stopped_beating_is_ill(client, heart, monkeypatch):
    monkeypatch.setattr(health, "started", time.monotonic() - health.FIRST_BEAT_SECONDS)
    health.beat_heart()
    assert ask(client)[0] == 200
    stale = time.time() - health.STALE_SECONDS - 1
    os.utime(heart, (stale, stale))
    assert ask(client)[0] == 503


def test_missing_guard_is_an_illness(client, heart, monkeypatch):
    tasks.heartbeat()
    monkeypatch.setattr(health.guards, "missing", lambda: {"frozen_note"})
    status, body = ask(client)
    assert (status, body["guards"], body["database"]) == (503, "failed", "ok")


def test_reason_stays_in_the_log(client, heart, monkeypatch, caplog):
    tasks.heartbeat()
    broken = Mock(cursor=Mock(side_effect=OperationalError("password=hunter2 at 10.0.0.7")))
    monkeypatch.setattr(health, "connection", broken)
    answer = client.get("/health/")
    assert answer.status_code == 503
    assert answer.json()["database"] == "failed"
    assert b"hunter2" not in answer.content
    assert "hunter2" in caplog.text


def test_broker_that_cannot_be_written_is_ill(client, heart, settings, tmp_path):
    tasks.heartbeat()
    settings.REDIS_URL = ""
    settings.BROKER_FOLDER = tmp_path / "gone"
    assert ask(client)[1]["broker"] == "failed"
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    assert ask(client)[1]["broker"] == "failed"


def test_health_is_only_read(client, heart):
    assert client.post("/health/").status_code == 405
    assert "no-store" in client.get("/health/")["Cache-Control"]
