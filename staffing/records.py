"""The records of this app: its table of contents."""

from staffing.authorised.record import authorised
from staffing.rota.record import shift
from staffing.training.record import certificate

RECORDS = (shift, authorised, certificate)
