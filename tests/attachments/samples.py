"""Files made on the spot: good ones of each kind, with a position where a telephone writes one."""

import io
import zipfile
import zlib

import docx
import openpyxl
import pikepdf
import pillow_heif
from PIL import Image, PngImagePlugin

pillow_heif.register_heif_opener()
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-" + b"STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
PLACE = "CANARY-PLACE"


def saved(save):
    out = io.BytesIO()
    save(out)
    return out.getvalue()


def exif(orientation=6):
    tags = Image.Exif()
    tags[0x0112] = orientation
    tags[0x010E] = PLACE
    where = tags.get_ifd(0x8825)
    where[1], where[2] = "N", (51.0, 30.0, 12.0)
    where[3], where[4] = "W", (0.0, 7.0, 39.0)
    return tags.tobytes()


def picture(kind="JPEG", size=(300, 200), mode="RGB", colour="red", **kwargs):
    if kind == "JPEG":
        kwargs.setdefault("comment", PLACE.encode())
    if kind == "PNG":
        notes = PngImagePlugin.PngInfo()
        notes.add_text("Comment", PLACE)
        notes.add_itxt("XML:com.adobe.xmp", PLACE)
        kwargs.setdefault("pnginfo", notes)
    image = Image.new(mode, size, colour)
    return saved(lambda out: image.save(out, kind, exif=kwargs.pop("exif", exif()), **kwargs))


def pdf(change=None, **kwargs):
    file = pikepdf.new()
    file.add_blank_page()
    if change:
        change(file)
    return saved(lambda out: file.save(out, **kwargs))


def word(text="Ella read aloud."):
    file = docx.Document()
    file.add_paragraph(text)
    return saved(file.save)


def excel():
    book = openpyxl.Workbook()
    book.active.append(["Mon", 3])
    return saved(book.save)


def repacked(data, add=(), change=None):
    """An office file with parts added or changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, change(name, part) if change else part)
        for name, part in dict(add).items():
            new.writestr(name, part)
    return out.getvalue()


def box(kind, content):
    return (8 + len(content)).to_bytes(4) + kind + content


def m4a(handler=b"soun"):
    place = box(b"udta", box(b"\xa9xyz", PLACE.encode()))
    track = box(b"trak", box(b"mdia", box(b"hdlr", bytes(8) + handler + bytes(13))))
    moov = box(b"moov", box(b"mvhd", bytes(100)) + track + place)
    return box(b"ftyp", b"M4A \0\0\0\0M4A mp42isom") + moov + box(b"mdat", b"sound" * 50)


def mp3():
    tag = PLACE.encode() + bytes(20)
    frames = (b"\xff\xfb\x90\x44" + bytes(413)) * 5
    return (
        b"ID3\x03\0\0"
        + bytes([0, 0, 0, len(tag)])
        + tag
        + frames
        + b"TAG"
        + PLACE.encode().ljust(125)
    )


def flood(width=30_000, height=30_000):
    """A PNG of 100 kB that says it is 900 megapixels."""

    def chunk(kind, content):
        sum_ = zlib.crc32(kind + content).to_bytes(4)
        return len(content).to_bytes(4) + kind + content + sum_

    head = width.to_bytes(4) + height.to_bytes(4) + b"\x08\x00\x00\x00\x00"
    rows = zlib.compress(bytes(1_000_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def pdf_bomb(megabytes):
    """An object stream that unpacks to far more than was sent."""
    press = zlib.compressobj(9)
    packed = press.compress(b"3 0 << /Type /Catalog /Pages 4 0 R >> ")
    for _ in range(megabytes):
        packed += press.compress(b" " * 1_000_000)
    packed += press.flush()
    objects = {
        1: b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>" % len(packed)
        + b"\nstream\n%s\nendstream" % packed,
        4: b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
        5: b"<< /Type /Page /Parent 4 0 R /MediaBox [0 0 9 9] >>",
    }
    file, places = b"%PDF-1.7\n", {}
    for number, content in objects.items():
        places[number] = len(file)
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    places[2] = len(file)
    rows = bytes(6)
    for number in range(1, 6):
        where = b"\2" + (1).to_bytes(4) if number == 3 else b"\1" + places[number].to_bytes(4)
        rows += where + b"\0"
    file += b"2 0 obj\n<< /Type /XRef /Size 6 /W [1 4 1] /Root 3 0 R /Length %d >>\nstream\n" % len(
        rows
    )
    return file + rows + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF" % places[2]
