from datetime import UTC, datetime, timedelta

import pytest
from django.http import HttpResponse

from cura.core.links import actions, passes
from cura.core.links import purpose as purposes
from cura.core.links.purpose import Purpose
from cura.core.permissions import Permission as P
from cura.core.records import registry
from tests.builders import make


def show(request, link):
    if words := request.POST.get("words"):
        return HttpResponse(f"thank you for: {words}")
    return HttpResponse(f"the report {link.object_id} {passes.field(link)}")


def purpose(key, **how):
    how = {"export": False} | how
    return Purpose(
        key=key, title="A report to read", words="The key worker's report of this month.",
        permission=P.REPORT_WRITE, view=show, lifetime=timedelta(days=7), **how,
    )  # fmt: skip


@pytest.fixture(autouse=True)
def no_second_factor(settings):
    settings.DEMO = True


@pytest.fixture
def once(monkeypatch):
    made = purpose("test.once", once=True)
    monkeypatch.setitem(purposes._purposes, made.key, made)
    return made


@pytest.fixture
def often(monkeypatch):
    made = purpose("test.often", once=False)
    monkeypatch.setitem(purposes._purposes, made.key, made)
    return made


@pytest.fixture
def note(cast):
    return make(registry.of("residents.dailynote"), subject=cast.kai, by=cast.sam)


@pytest.fixture
def send(cast, note, once):
    """`link, path = send()`: the address without the host, for the test client."""

    def given(purpose=once, now=None, **how):
        link, url = actions.make(
            purpose=purpose, record=note, to_name="Morgan Cole", by=cast.sam,
            now=now or datetime.now(UTC), **how,
        )  # fmt: skip
        return link, url[url.index("/l/") :]

    return given
