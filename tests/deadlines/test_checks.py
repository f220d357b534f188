"""smoke"""
from datetime import datetime, UTC, timedelta
from cura.core.deadlines import engine
from cura.core.deadlines.deadline import Deadline
from cura.core.deadlines.rules import add_rules
from cura.core.records import registry
from tests import builders

def test_smoke(cast, django_assert_num_queries):
    now = datetime(2026,11,20,10,0,tzinfo=UTC)
    for d in (0, 6, 14, 3):
        at = now+timedelta(days=d)
        builders.make(registry.of("compliance.vehiclecheck"), subject=cast.elm, by=cast.cara, now=at, change={"place": ["Blue car" if d%2 else "blue car "]})
    for d in Deadline.objects.order_by("slot"):
        print(d.title, d.slot, d.due_at, d.done_at, d.state, d.next_alert_at)
    assert engine.resync(now+timedelta(days=14)) == 0
    assert 0
