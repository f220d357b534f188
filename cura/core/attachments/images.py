"""Photos: turned upright, made smaller, and painted anew, so that no position stays in them."""

from io import BytesIO

import pillow_heif
from PIL import Image, ImageCms, ImageOps

from cura.core.attachments.accepted import Accepted, Limits, Refused

pillow_heif.register_heif_opener()

MIMES = {
    "image/jpeg",
    "image/png",
    "image/webp",
    "image/heic",
    "image/heif",
    "image/heic-sequence",
    "image/heif-sequence",
}
EXTENSIONS = {"jpg", "jpeg", "jpe", "jfif", "png", "webp", "heic", "heif"}
WHAT = "a picture"
FORMATS = ("JPEG", "PNG", "WEBP", "HEIF")
QUALITY, THUMB_QUALITY = 85, 80
SRGB = ImageCms.createProfile("sRGB")
TOO_MANY_PIXELS = "The picture has too many pixels. Send it in a smaller size."


def rewrite(mime: str, data: bytes, limits: Limits) -> Accepted:
    picture = _read(data, limits)
    clear = "A" in picture.getbands()
    ext, mime = ("png", "image/png") if clear or mime == "image/png" else ("jpg", "image/jpeg")
    small = _flat(picture.copy())
    small.thumbnail((limits.thumb_side, limits.thumb_side), Image.Resampling.LANCZOS)
    return Accepted(
        name="",
        mime=mime,
        ext=ext,
        data=_png(picture) if ext == "png" else _jpeg(picture, QUALITY),
        width=picture.width,
        height=picture.height,
        thumb=_jpeg(small, THUMB_QUALITY),
    )


def without_metadata(jpeg: bytes) -> bytes:
    """A JPEG inside another file: Exif, XMP and IPTC are cut out, the picture is left as it is."""
    kept, place = bytearray(jpeg[:2]), 2
    while jpeg[place : place + 1] == b"\xff" and jpeg[place + 1 : place + 2] != b"\xda":
        marker = jpeg[place + 1]
        if marker == 0xFF:  # padding
            place += 1
            continue
        length = 2 + int.from_bytes(jpeg[place + 2 : place + 4])
        if marker not in (0xE1, 0xED, 0xFE):  # Exif and XMP, IPTC, comment
            kept += jpeg[place : place + length]
        place += length
    return bytes(kept + jpeg[place:])


def _read(data, limits):
    try:
        picture = Image.open(BytesIO(data), formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Refused(TOO_MANY_PIXELS)
    if picture.width * picture.height > limits.pixels:
        raise Refused(TOO_MANY_PIXELS)
    picture.draft("RGB", (limits.side, limits.side))  # a large JPEG is never unpacked in full
    picture.load()
    picture = _plain_colours(ImageOps.exif_transpose(picture))
    picture.thumbnail((limits.side, limits.side), Image.Resampling.LANCZOS)
    picture.info = {}
    return picture


def _plain_colours(picture):
    """RGB or RGBA in sRGB, so that the colour profile can go as well."""
    profile = picture.info.get("icc_profile")
    if picture.mode.startswith(("I", "F")):  # 16 bits of grey
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    has_clear = "A" in picture.getbands() or "transparency" in picture.info
    plain = picture if picture.mode in ("RGB", "RGBA") else None
    plain = plain or picture.convert("RGBA" if has_clear else "RGB")
    if not profile or picture.mode not in ("RGB", "RGBA"):
        return plain
    try:
        return ImageCms.profileToProfile(plain, ImageCms.ImageCmsProfile(BytesIO(profile)), SRGB)
    except (ImageCms.PyCMSError, OSError):
        return plain  # a broken profile: the colours are a little off, the picture is whole


def _flat(picture):
    if picture.mode == "RGB":
        return picture
    paper = Image.new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture.getchannel("A"))
    return paper


def _jpeg(picture, quality):
    out = BytesIO()
    picture.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()


def _png(picture):
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
