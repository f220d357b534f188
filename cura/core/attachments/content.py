"""Which files may stay: told by what is in them, never by what they are called (ASVS 5.2.2).

Each kind is rewritten, so that what we keep and hand out again was written by us: a picture that is
also a web page, or a PDF with a program behind it, comes out as a picture and a PDF.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

import magic

from cura.core.attachments import audio, images, office, pdfs, texts
from cura.core.attachments.accepted import Accepted, Limits, Refused

Scanner = Callable[[bytes], str | None]
WELCOME = (
    "Photos (JPEG, PNG, WebP, HEIC), PDF, Word (.docx), Excel (.xlsx), text and sound can be kept."
)
ZIP_START = b"PK\x03\x04"
HEAD_BYTES = 8192  # enough for libmagic, which would search a whole file for words
NAME_LENGTH = 100
MEGABYTE = 1024 * 1024
KINDS = (images, pdfs, audio, texts)


def accept(
    filename: str, data: bytes, limits: Limits | None = None, scanner: Scanner | None = None
) -> Accepted:
    """The file as it will be kept. Raises Refused, and nothing else, with the reason in words.

    `scanner` gives the name of what it found, or None; when it fails the file is refused.
    """
    limits = limits or Limits()
    _check_size(data, limits)
    _scan(data, scanner)
    kind, mime = _kind(data)
    _check_name(filename, kind)
    try:
        kept = kind.rewrite(mime, data, limits)
    except Refused:
        raise
    except Exception:
        # The libraries raise a dozen kinds for a damaged file, and a stranger chose the bytes.
        raise Refused("The file is damaged, or did not arrive whole. Try to send it again.")
    return replace(kept, name=_kept_name(filename, kept.ext))


def _check_size(data, limits):
    if not data:
        raise Refused("The file is empty.")
    if len(data) > limits.bytes:
        most = limits.bytes // MEGABYTE
        raise Refused(f"The file is too large: {len(data) / MEGABYTE:.0f} MB. At most {most} MB.")


def _scan(data, scanner):
    if scanner is None:
        return
    try:
        found = scanner(data)
    except Exception:
        # Whatever went wrong with the scanner, an unchecked file must not slip in (fail closed).
        raise Refused("The file could not be checked for viruses just now. Try again later.")
    if found:
        raise Refused("The virus check says that this file is not safe. It was not kept.")


def _kind(data):
    if data.startswith(ZIP_START):
        return office, "application/zip"
    try:
        mime = magic.from_buffer(data[:HEAD_BYTES], mime=True)
    except magic.MagicException:
        mime = "application/octet-stream"
    for kind in KINDS:
        if mime in kind.MIMES:
            return kind, mime
    raise Refused(f"We cannot keep this kind of file. {WELCOME}")


def _check_name(filename, kind):
    """A name that says another kind than the content is refused, whoever made the mistake."""
    _, dot, ext = filename.rpartition(".")
    ext = ext.strip().lower()
    if not dot or re.fullmatch(r"[a-z0-9]{1,5}", ext) is None or ext in kind.EXTENSIONS:
        return
    raise Refused(f"The name ends in .{ext}, but the content is {kind.WHAT}. {WELCOME}")


def _kept_name(filename, ext):
    """What the writer called it, without folders, unseen letters and tricks with direction."""
    name = re.split(r"[/\\]", filename)[-1]
    name = "".join(c for c in name if unicodedata.category(c)[0] != "C" and c not in '<>:"|?*;')
    stem = name.rpartition(".")[0] or name
    return f"{stem.strip(' .')[:NAME_LENGTH] or 'file'}.{ext}"
