"""Gives each request its id and address for the log. Whether to log is decided in actions."""

import uuid

from django.conf import settings

from cura.core.audit.context import Context, within


def request_context(get_response):
    def middleware(request):
        with within(Context(uuid.uuid4().hex, address(request)[:64])):
            return get_response(request)

    return middleware


def address(request) -> str:
    """Where it came from. Behind our TLS proxy that is the last address, which the proxy added."""
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
    if settings.TLS and forwarded:
        return forwarded.split(",")[-1].strip()
    return request.META.get("REMOTE_ADDR", "")
