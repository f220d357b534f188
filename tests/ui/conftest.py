"""The gallery as a server of its own thread: no database, so no pytest-django live server."""

import threading
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler
from django.test import override_settings

from tests.ui.gallery.settings import OVERRIDES


class Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        """Requests are no part of the test's output."""


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


@pytest.fixture(scope="module")  # no longer: what comes after it is not the gallery
def gallery_settings():
    with override_settings(**OVERRIDES):
        yield


@pytest.fixture(scope="module")
def gallery(gallery_settings):
    """The address of the gallery."""
    app = StaticFilesHandler(WSGIHandler())
    server = make_server("127.0.0.1", 0, app, server_class=Server, handler_class=Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
