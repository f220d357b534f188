"""Who came in and what was tried stands in a chain of its own."""

from django.test import Client

from cura.core.accounts.sign_in_log import CHAIN
from cura.core.audit.models import AuditEvent
from tests.accounts.conftest import by_pin, sign_in


def written():
    return list(
        AuditEvent.objects.filter(chain=CHAIN).order_by("seq").values_list("action", "body")
    )


def test_each_way_in_is_written(cast, client, kitchen):
    sign_in(client, "sam", "wrong")
    sign_in(client, "nobody", "wrong")
    sign_in(client, "sam")
    client.get("/tablet/")
    by_pin(client, cast.sam, "0001")
    by_pin(client, cast.sam)
    assert written() == [
        ("sign-in.failed", '{"how":"password"}'),
        ("sign-in.failed", '{"how":"password"}'),
        ("signed.in", '{"how":"password","tablet":"kitchen"}'),
        ("sign-in.failed", '{"how":"PIN at kitchen"}'),
        ("signed.in", '{"how":"PIN","tablet":"kitchen"}'),
    ]


def test_a_stranger_cannot_fill_the_log(cast):
    stranger = Client()
    for _ in range(30):
        sign_in(stranger, "sam", "wrong")
    assert len(written()) == 10
    assert "nobody" not in str(written())
