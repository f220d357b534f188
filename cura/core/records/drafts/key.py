"""The key for copies that a device keeps while the connection is gone.

It is made anew from the server's secret for each page and never stored: whoever finds the tablet,
or signs in on it as somebody else, cannot read what was left on it (ASVS 5.0 14.3.3). Raising
`User.draft_key_version` makes every copy that is still out there unreadable.
"""

import base64

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


def key_for(user) -> str:
    """32 bytes, base64."""
    who = f"{user.pk}:{user.draft_key_version}".encode()
    made = HKDF(algorithm=SHA256(), length=32, salt=b"cura drafts", info=who)
    return base64.b64encode(made.derive(settings.SECRET_KEY.encode())).decode()
