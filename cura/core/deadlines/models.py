"""Contents page for Django. Nobody imports from it."""

from cura.core.deadlines.deadline import Deadline, DeadlineEvent
from cura.core.deadlines.policy import PolicyInterval

__all__ = ("Deadline", "DeadlineEvent", "PolicyInterval")
