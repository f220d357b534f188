"""Keys that sort by time (UUID version 7, RFC 9562).

48 bits of Unix milliseconds, 12 bits of counter, 62 random bits. Keys made by one process come out
in rising order, also within one millisecond; keys of two processes never meet, for the random bits
are new each time.
"""

import os
import threading
import time
from datetime import UTC, datetime, timedelta
from uuid import UUID

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
COUNTER_BITS = 12
RANDOM_BITS = 62
VERSION = 0x7 << 76
VARIANT = 0b10 << RANDOM_BITS


class _Sequence:
    """The milliseconds and the counter as one number, which rises while the time asked for stays.

    More keys than the counter holds in one millisecond borrow from the next one (RFC 9562, 6.2).
    """

    def __init__(self):
        self._lock = threading.Lock()
        self._asked = -1
        self._last = -1

    def next(self, milliseconds, *, never_back):
        with self._lock:
            start = milliseconds << COUNTER_BITS
            behind = never_back and start <= self._last
            if milliseconds == self._asked or behind:
                self._last += 1
            else:
                # Half of the counter is left free above, so that a busy millisecond seldom borrows.
                self._last = start | int.from_bytes(os.urandom(2)) >> 5
            self._asked = milliseconds
            return self._last


_by_the_clock = _Sequence()
_by_a_given_time = _Sequence()


def uuid7(at: datetime | None = None) -> UUID:
    """A new key; `at` (aware) dates it, so that a story's rows sort by the story's time.

    Raises ValueError for a naive time or one before 1970.
    """
    if at is None:
        moment = _by_the_clock.next(time.time_ns() // 1_000_000, never_back=True)
    else:
        moment = _by_a_given_time.next(_milliseconds(at), never_back=False)
    high, counter = moment >> COUNTER_BITS, moment & ((1 << COUNTER_BITS) - 1)
    random = int.from_bytes(os.urandom(8)) >> (64 - RANDOM_BITS)
    return UUID(int=high << 80 | VERSION | counter << 64 | VARIANT | random)


def _milliseconds(at):
    if at.tzinfo is None:
        raise ValueError("A key can only be dated with an aware time.")
    if at < EPOCH:
        raise ValueError("A key cannot be dated before 1970.")
    return (at - EPOCH) // timedelta(milliseconds=1)
