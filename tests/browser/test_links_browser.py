"""A link in a real browser: the button is not refused as forged, and no other site hears of it."""

from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.utils import timezone

from cura.core.links import actions
from cura.core.links import purpose as purposes
from cura.core.links.purpose import Purpose
from cura.core.permissions import Permission
from cura.core.records import registry
from tests.builders import make


def show(request, link):
    return HttpResponse('<h1>The report</h1><a href="http://127.0.0.1:9/">elsewhere</a>')


@pytest.fixture
def purpose(monkeypatch):
    made = Purpose(
        key="test.browser", title="A report to read", words="Of this month.", once=True,
        lifetime=timedelta(days=7), permission=Permission.REPORT_WRITE, view=show,
        export=False,
    )  # fmt: skip
    monkeypatch.setitem(purposes._purposes, made.key, made)
    return made


@pytest.mark.django_db(transaction=True)
def test_the_button_opens_the_page(cast, device, purpose):
    note = make(registry.of("residents.dailynote"), subject=cast.kai, by=cast.sam)
    _, url = actions.make(
        purpose=purpose, record=note, to_name="Morgan Cole", by=cast.sam, now=timezone.now()
    )
    page = device().new_page()
    page.goto(url[url.index("/l/") :])
    page.get_by_role("button", name="Open").click()
    page.get_by_role("heading", name="The report").wait_for()
    told = []
    page.route(
        "http://127.0.0.1:9/", lambda route: (told.append(route.request.headers), route.abort())
    )
    page.get_by_role("link", name="elsewhere").click(no_wait_after=True)
    page.wait_for_timeout(300)
    assert told
    assert "referer" not in told[0]
