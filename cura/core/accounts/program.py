"""Who acts before there is anybody: the program itself, by name.

An action asks whether `by` may do it. A string may do nothing; only a `Program` is not asked, and
only a command that somebody starts on the machine itself, a story or a test has one.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Program:
    """The installation, in the log under `name`. It stands in no page and in no session."""

    name: str

    def __str__(self) -> str:
        return self.name


CURA = Program("Cura")  # a story, the demonstration
INSTALLER = Program("open_home")  # `manage.py open_home`


def is_program(by) -> bool:
    return isinstance(by, Program)
