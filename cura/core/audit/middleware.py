"""Gives each request its id and address for the log. Whether to log is decided in actions."""

import uuid

from cura.core.audit.context import Context, within


def request_context(get_response):
    def middleware(request):
        context = Context(uuid.uuid4().hex, request.META.get("REMOTE_ADDR", "")[:64])
        with within(context):
            return get_response(request)

    return middleware
