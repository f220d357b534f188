"""What a child's leaving does to those outside who could see her file.

The law sets no day. Nobody keeps more access than the purpose needs (UK GDPR art. 5(1)(c) and (e)),
and the home still works with those who look after the child (CHR 2015 reg. 5): so it is a policy of
the home, and each end can be changed on the access page.
"""

from datetime import timedelta

# Role of a grant -> how long it stands after the leaving. Whoever places and reviews a child still
# needs the file for the handover and the last reports; a parent reads the diary of a child who
# lives here, and a calendar feed ends with the right that it hangs on.
STANDS_AFTER_LEAVING = {
    "social_worker": timedelta(days=28),
    "iro": timedelta(days=28),
    "parent": timedelta(0),
}


def end_after_leaving(grant, left_at, now):
    """When this grant ends: never later than it says itself, never before this second, and one
    that has not begun yet never begins."""
    latest = left_at + STANDS_AFTER_LEAVING.get(grant.role, timedelta(0))
    ends = latest if grant.ends is None else min(grant.ends, latest)
    return max(ends, now, grant.starts)
