"""The records of this app: its table of contents."""

from staffing.rota.record import shift

RECORDS = (shift,)
