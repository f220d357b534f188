from django.urls import reverse

from cura.core.records import registry
from residents.calls.models import PhoneCall
from tests import builders


def test_who_was_it_and_save_is_enough(cast, as_user):
    """Three taps: They rang us (already chosen), the child, save; the words can wait."""
    client = as_user(cast.cara)
    url = reverse("calls-new", args=[cast.elm.pk])
    page = client.get(url).content.decode()
    assert 'value="in"' in page and "checked" in page
    body = {"direction": "in", "child": cast.kai.pk, "who": "Beth, her sister",
            "happened_at": "2026-11-20T14:05"}  # fmt: skip
    assert client.post(url, body).status_code == 302
    call = PhoneCall.objects.get()
    assert (call.who, call.child, call.author) == ("Beth, her sister", cast.kai, cast.cara)


def test_a_call_about_a_child_is_not_for_those_outside(cast):
    call = builders.make(
        registry.of(PhoneCall), subject=cast.elm, by=cast.tess,
        change={"child": [str(cast.kai.pk)]},
    )  # fmt: skip
    seen = PhoneCall.objects.visible_to
    assert call in seen(cast.cara) and not seen(cast.ivy).exists() and not seen(cast.omar).exists()
