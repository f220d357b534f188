"""What the pages of this folder ask of an address or a form before they do anything."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from cura.core.permissions import Permission as P
from cura.lib import typed
from residents.child.models import Child
from residents.child.rights import holds


def child_to_see(request, pk) -> Child:
    rows = Child.objects.visible_to(request.user, P.CHILD_READ)
    return get_object_or_404(rows.select_related("home", "bed", "key_worker"), pk=pk)


def child_to_change(request, pk) -> Child:
    """Who may see her and not change her is told so."""
    found = child_to_see(request, pk)
    if not holds(request.user, P.CHILD_WRITE, found):
        raise PermissionDenied
    return found


def token_of(posted) -> UUID:
    """The key that a page was given when it was opened; what it makes takes it as its own."""
    return typed.token(posted.get("token"))


def put_beside(form, refused) -> None:
    """What an action refused, beside the question that it is about; else at the top."""
    if not hasattr(refused, "error_dict"):
        form.add_error(None, refused)
        return
    for name, messages in refused.message_dict.items():
        for text in messages:
            form.add_error(name if name in form.fields else None, text)
