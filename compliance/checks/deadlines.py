"""What is due again after each check of the house, and whom it concerns when it is not done.

What people type (which car, which box) is what makes a series: there is no register of cars and
boxes yet. Taps are many and are read in one round, so one reading does for the house.
"""

from django.db.models import Q

from cura.core.deadlines.offsets import Before, Hours, Months
from cura.core.deadlines.rules import Alert, Every, Late

MORNING = Hours(8)  # days end at midnight: whoever is told reads it at eight
SAME_DAY = (Alert(Before(Hours(16)), to=("shift",)),)
WEEK_BEFORE = (Alert(Before(Hours(7 * 24 + 16)), to=("manager",)),)
THEN = (Late(MORNING, to=("lead",)), Late(Hours(2 * 24 + 8), to=("manager",)))
THEN_MANAGER = (Late(MORNING, to=("manager",)), Late(Hours(14 * 24 + 8), to=("ri",)))

FIRE_WEEK = Every(
    duty="FIRE-WEEK",
    model="compliance.firealarmtest",
    remind=SAME_DAY,
    escalate=THEN,
)
FIRE_DRILL = Every(
    duty="FIRE-DRILL",
    model="compliance.firedrill",
    remind=WEEK_BEFORE,
    escalate=THEN_MANAGER,
)
NIGHT_DRILL = Every(
    duty="FIRE-DRILL",
    aspect="night",
    model="compliance.firedrill",
    title="Fire drill at night",
    applies=Q(asleep=True),
    due=Months(12),
    remind=WEEK_BEFORE,
    escalate=THEN_MANAGER,
)
EMERGENCY_LIGHT = Every(
    duty="EM-LIGHT",
    model="compliance.emergencylightcheck",
    remind=SAME_DAY,
    escalate=THEN,
)
WATER = Every(
    duty="WATER",
    model="compliance.watertemperature",
    remind=SAME_DAY,
    escalate=THEN,
)
VEHICLE = Every(
    duty="VEHICLE",
    model="compliance.vehiclecheck",
    per=("home", "place"),
    title="Check the car: {place}",
    remind=SAME_DAY,
    escalate=THEN,
)
FIRST_AID = Every(
    duty="FIRSTAID",
    model="compliance.firstaidcheck",
    per=("home", "place"),
    title="Check the first-aid box: {place}",
    remind=SAME_DAY,
    escalate=THEN,
)
RULES = (FIRE_WEEK, FIRE_DRILL, NIGHT_DRILL, EMERGENCY_LIGHT, WATER, VEHICLE, FIRST_AID)
