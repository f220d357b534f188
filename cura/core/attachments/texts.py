"""Plain text: kept as UTF-8 without control characters."""

import re

from cura.core.attachments.accepted import Accepted, Limits, Refused

# Ordinary words are now and then taken for a letter, a list or a program. Kept as text they are
# none of these.
MIMES = {
    "application/json",
    "message/news",
    "message/rfc822",
    "text/csv",
    "text/plain",
    "text/troff",
    "text/x-c",
    "text/x-c++",
    "text/x-java",
    "text/x-mail",
    "text/x-script.python",
    "text/x-tex",
}
EXTENSIONS = {"txt", "text"}
WHAT = "plain text"
BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


def rewrite(mime: str, data: bytes, limits: Limits) -> Accepted:
    text = CONTROLS.sub("", _decoded(data))
    if not text.strip():
        raise Refused("There are no words in the file.")
    return Accepted(name="", mime="text/plain", ext="txt", data=text.encode())


def _decoded(data):
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding)
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252")  # an old Windows machine
