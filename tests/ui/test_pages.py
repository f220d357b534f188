"""Pages of the look itself: errors, no signal, hide now, the service worker, the manifest."""

import json

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.views import defaults
from django.views.csrf import csrf_failure

from tests.ui.gallery.pages import PAGES

pytestmark = pytest.mark.usefixtures("gallery_settings")


@pytest.fixture
def client():
    return Client()


@pytest.mark.parametrize("name", PAGES)
def test_each_page_of_the_gallery(client, name):
    response = client.get(f"/gallery/{name}/")
    text = response.content.decode()
    assert response.status_code == 200
    assert "<h1" in text
    assert "{#" not in text
    assert "{%" not in text
    assert 'lang="en-GB"' in text
    assert " style=" not in text


def test_errors_answer_in_our_words():
    request = RequestFactory().get("/nowhere/")
    cases = {
        404: defaults.page_not_found(request, Exception("x")),
        403: defaults.permission_denied(request, Exception("x")),
        400: defaults.bad_request(request, Exception("x")),
        500: defaults.server_error(request),
    }
    for status, response in cases.items():
        assert response.status_code == status
        assert b'class="said"' in response.content
    assert b"Please try that once more" in csrf_failure(request).content


@pytest.mark.parametrize("template", ["500.html", "400.html", "offline.html"])
def test_what_must_work_when_nothing_does_has_no_bar_and_no_names(template):
    html = render_to_string(template, {"shell": {"home": "Rowan House", "person": {"name": "P"}}})
    assert "Rowan House" not in html
    assert "htmx" not in html


def test_signed_out_there_is_no_bar_to_press(client):
    html = render_to_string("404.html")
    assert "Hide now" not in html
    assert "data-idle-seconds" in html
    assert "Cura" in html


def test_hiding_shows_a_clock_and_nothing_else(client):
    text = client.get("/hide/").content.decode()
    assert "<title>Clock</title>" in text
    assert "Rowan" not in text


def test_the_service_worker_keeps_static_files_only(client):
    response = client.get("/sw.js")
    text = response.content.decode()
    lists = json.loads(text.split("const LISTS = ")[1].split(";\n")[0])
    assert response["Content-Type"].startswith("text/javascript")
    assert all(url.startswith("/static/") for url in lists["files"])
    assert 'const OFFLINE = "/offline/"' in text


def test_the_manifest_names_the_product_and_no_home(client):
    body = json.loads(client.get("/manifest.webmanifest").content)
    assert body["name"] == "Cura"
    assert {icon["purpose"] for icon in body["icons"]} == {"any", "maskable"}


def test_words_of_a_record_are_escaped(client):
    html = render_to_string(
        "components/facts.html",
        {"facts": [{"label": "<i>", "text": "<script>", "amendments": [{"text": "<b>"}]}]},
    )
    assert "<script>" not in html
    assert "<b>" not in html
    assert "<i>" not in html
