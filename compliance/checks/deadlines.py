"""What is due again after each check of the house, and whom it concerns when it is not done.

What people type (which car, which box) is what makes a series: there is no register of cars and
boxes yet. Taps are many and are read in one round, so one reading does for the house.
"""

from django.db.models import Q

from cura.core.deadlines.offsets import Before, Days, Hours, Months
from cura.core.deadlines.rules import Alert, Every, Late

DAY_BEFORE = (Alert(Before(Days(1)), to=("shift",)),)
WEEK_BEFORE = (Alert(Before(Days(7)), to=("manager",)),)
THEN = (Late(Hours(0), to=("lead",)), Late(Days(2), to=("manager",)))
THEN_MANAGER = (Late(Hours(0), to=("manager",)), Late(Days(14), to=("ri",)))

FIRE_WEEK = Every(
    duty="FIRE-WEEK",
    model="compliance.firealarmtest",
    remind=DAY_BEFORE,
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
    remind=DAY_BEFORE,
    escalate=THEN,
)
WATER = Every(
    duty="WATER",
    model="compliance.watertemperature",
    remind=DAY_BEFORE,
    escalate=THEN,
)
VEHICLE = Every(
    duty="VEHICLE",
    model="compliance.vehiclecheck",
    per=("home", "place"),
    title="Check the car: {place}",
    remind=DAY_BEFORE,
    escalate=THEN,
)
FIRST_AID = Every(
    duty="FIRSTAID",
    model="compliance.firstaidcheck",
    per=("home", "place"),
    title="Check the first-aid box: {place}",
    remind=DAY_BEFORE,
    escalate=THEN,
)
RULES = (FIRE_WEEK, FIRE_DRILL, NIGHT_DRILL, EMERGENCY_LIGHT, WATER, VEHICLE, FIRST_AID)
