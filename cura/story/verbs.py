"""What people do in a story that is no record: each app says its own, and here they are all."""

from cura.core.accounts.story import VERBS as ACCOUNTS
from placements.story import VERBS as PLACEMENTS
from residents.story import VERBS as RESIDENTS

# name -> do(by=, now=, about=, **data); `about` is the child or home of the entry, or None.
VERBS = ACCOUNTS | RESIDENTS | PLACEMENTS
