"""The kinds of plan that a child has. Pages go through them; none asks which one it is."""

from residents.safetyplan.models import SafetyPlan
from residents.supportplan.models import SupportPlan

KINDS = (SafetyPlan, SupportPlan)
