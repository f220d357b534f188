"""What begins when a child has come: neighbours of this folder add theirs.

Each is called as `then(admission=, child=, by=, now=)`, inside the transaction of the admission.
"""

from collections.abc import Callable

THEN: list[Callable] = []
