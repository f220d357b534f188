"""What does not fit, in words that a person understands."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """`hard`: a condition of the registration. Nobody here can set it aside: only a newer signed
    certificate lifts it. Else it is weighed, by name and with why. `child_id`: about whom who lives
    here, if about one."""

    code: str
    words: str
    hard: bool = False
    child_id: object = None
