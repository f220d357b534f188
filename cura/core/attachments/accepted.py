"""What is asked of a file before it may stay, and what comes of it."""

from dataclasses import dataclass


class Refused(ValueError):
    """The file may not stay; the message is for the person who chose it."""


@dataclass(frozen=True)
class Limits:
    bytes: int = 20 * 1024 * 1024  # as sent
    pixels: int = 52_000_000  # of a telephone with 50 megapixels; unpacked that is 200 MB
    side: int = 2560  # of a stored picture, the longer one, in pixels
    thumb_side: int = 320
    unpacked_bytes: int = 100 * 1024 * 1024  # of an office file, all its parts together
    parts: int = 2000  # of an office file
    pages: int = 2000  # of a PDF


@dataclass(frozen=True)
class Accepted:
    """A file as it will be kept: rewritten, without position, macros, scripts or old names.

    `ext` begins with no dot. `width` and `height` are in pixels and None unless it is a picture;
    `thumb` is then a small JPEG.
    """

    name: str
    mime: str
    ext: str
    data: bytes
    width: int | None = None
    height: int | None = None
    thumb: bytes | None = None
