"""The kinds of check, in the order in which the menu shows them. A new kind is one file and a line
here."""

from compliance.checks.alarms import alarms
from compliance.checks.drill import DrillPerson, drill
from compliance.checks.electrics import electrics
from compliance.checks.emergency_light import emergency_light
from compliance.checks.fire_alarm import fire_alarm
from compliance.checks.fire_exits import fire_exits
from compliance.checks.first_aid import first_aid
from compliance.checks.fridge import fridge
from compliance.checks.garden import garden
from compliance.checks.ligature_knife import ligature_knife
from compliance.checks.medicine_room import medicine_room
from compliance.checks.security import security
from compliance.checks.vehicle import vehicle
from compliance.checks.water import water
from compliance.checks.windows import windows

KINDS = (
    fridge, fire_alarm, drill, emergency_light, fire_exits, alarms, water, medicine_room,
    first_aid, ligature_knife, windows, vehicle, garden, electrics, security,
)  # fmt: skip
ROWS = (DrillPerson,)
