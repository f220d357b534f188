"""Sound: a child's own voice, a message left on the telephone. M4A and MP3, without their notes.

A telephone writes into the notes of an M4A where it was recorded. The boxes that hold notes are
blanked where they stand, so that nothing else moves; of an MP3 the tags are cut off.
"""

from cura.core.attachments.accepted import Accepted, Limits, Refused

MIMES = {"audio/mpeg", "audio/x-m4a", "audio/mp4", "video/mp4", "video/3gpp"}
EXTENSIONS = {"mp3", "m4a", "mp4"}
WHAT = "a sound recording"
HOLDERS = {b"moov", b"trak", b"mdia"}
NOTES = {b"udta", b"meta", b"uuid", b"loci", b"free", b"skip"}
MAX_BOXES = 10_000
DAMAGED = "The recording is damaged, or did not arrive whole."


def rewrite(mime: str, data: bytes, limits: Limits) -> Accepted:
    if mime == "audio/mpeg":
        return Accepted(name="", mime="audio/mpeg", ext="mp3", data=_mp3(data))
    return Accepted(name="", mime="audio/mp4", ext="m4a", data=_m4a(data))


def _mp3(data):
    while data[:3] == b"ID3":
        size = 0
        for byte in data[6:10]:
            size = size << 7 | byte & 0x7F
        data = data[10 + size + (10 if data[5] & 0x10 else 0) :]
    if data[-128:-125] == b"TAG":
        data = data[:-128]
    data = data.lstrip(b"\0")
    if len(data) < 4 or data[0] != 0xFF or data[1] & 0xE0 != 0xE0 or b"APETAGEX" in data:
        raise Refused(DAMAGED)
    return data


def _m4a(data):
    rewritten, handlers = bytearray(data), set()
    for kind, place, start, end in _boxes(data):
        if kind in NOTES:
            rewritten[place + 4 : place + 8] = b"free"
            rewritten[start:end] = bytes(end - start)
        elif kind == b"hdlr":
            handlers.add(data[start + 8 : start + 12])
    if b"vide" in handlers:
        raise Refused("Films cannot be kept here; a recording of sound can.")
    if b"soun" not in handlers:
        raise Refused(DAMAGED)
    return bytes(rewritten)


def _boxes(data):
    """(kind, place, start of content, end) of each box, holders opened. Raises Refused."""
    todo, seen = [(0, len(data))], 0
    while todo:
        place, last = todo.pop()
        while place < last:
            kind, start, end = _box(data, place, last)
            seen += 1
            if seen > MAX_BOXES:
                raise Refused(DAMAGED)
            yield kind, place, start, end
            if kind in HOLDERS:
                todo.append((start, end))
            place = end


def _box(data, place, end):
    """Kind, start of the content and end of the box at `place`. Raises Refused."""
    size, kind, start = int.from_bytes(data[place : place + 4]), data[place + 4 : place + 8], 8
    if size == 1:
        size, start = int.from_bytes(data[place + 8 : place + 16]), 16
    elif size == 0:  # to the end of the file
        size = end - place
    if size < start or place + size > end:
        raise Refused(DAMAGED)
    return kind, place + start, place + size
