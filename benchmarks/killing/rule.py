"""Four alerts to three people, the last of them urgent: each deadline is a whole story."""

from cura.core.deadlines.offsets import Hours
from cura.core.deadlines.rules import Alert, DeadlineRule, Late

LABEL = "residents.dailynote"
RULE = DeadlineRule(
    duty="R35-CHILD",
    aspect="killing",
    model=LABEL,
    title="A talk",
    remind=(Alert(Hours(72), to=("lead", "manager")), Alert(Hours(100), to=("manager",))),
    escalate=(Late(Hours(0), to=("manager",)), Late(Hours(24), to=("ri",), urgent=True)),
)
# Whom each alert tells.
TOLD = (("lead", "manager"), ("manager",), ("manager",), ("ri",))
