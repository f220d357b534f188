"""What may stay and what may not, and that nothing stays that was not meant to be sent."""

import io
import resource
import zipfile

import docx
import openpyxl
import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageCms

from cura.core.attachments.content import Limits, Refused, accept
from tests.attachments.samples import (
    EICAR,
    PLACE,
    excel,
    flood,
    m4a,
    mp3,
    pdf,
    pdf_bomb,
    picture,
    repacked,
    saved,
    word,
)

GOOD = {
    "photo.jpg": (picture("JPEG"), "image/jpeg", "jpg"),
    "photo.png": (picture("PNG"), "image/png", "png"),
    "photo.webp": (picture("WEBP"), "image/jpeg", "jpg"),
    "photo.heic": (picture("HEIF"), "image/jpeg", "jpg"),
    "letter.pdf": (pdf(), "application/pdf", "pdf"),
    "letter.docx": (
        word(),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "docx",
    ),
    "rota.xlsx": (
        excel(),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xlsx",
    ),
    "note.txt": ("Zoë slept.\r\nShe laughed.".encode(), "text/plain", "txt"),
    "voice.m4a": (m4a(), "audio/mp4", "m4a"),
    "voice.mp3": (mp3(), "audio/mpeg", "mp3"),
}
PICTURES = [name for name in GOOD if name.startswith("photo")]


def kept(name):
    return accept(name, GOOD[name][0])


@pytest.mark.parametrize("name", GOOD)
def test_good_files_are_kept_by_what_they_are(name):
    data, mime, ext = GOOD[name]
    for called in (name, name.upper(), name.rpartition(".")[0]):
        file = accept(called, data)
        assert (file.mime, file.ext) == (mime, ext)
        assert file.name.endswith(f".{ext}")


@pytest.mark.parametrize("name", GOOD)
def test_what_was_rewritten_is_accepted_again(name):
    first = kept(name)
    again = accept(first.name, first.data)
    assert (again.mime, again.name) == (first.mime, first.name)


@pytest.mark.parametrize("name", GOOD)
def test_no_place_stays(name):
    assert PLACE.encode() not in kept(name).data


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_stand_upright_without_position(name):
    file = kept(name)
    before = Image.open(io.BytesIO(GOOD[name][0]))
    assert before.getexif().get_ifd(0x8825), "the sample itself must hold a position"
    for data in (file.data, file.thumb):
        after = Image.open(io.BytesIO(data))
        assert dict(after.getexif()) == {}
        assert set(after.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        # A telephone held upright: 300 x 200 with the orientation 6; HEIF turns by itself.
        assert after.height > after.width
    assert (file.width, file.height) == Image.open(io.BytesIO(file.data)).size == (200, 300)


def test_a_large_picture_is_made_smaller():
    file = accept("a.jpg", picture("JPEG", (6000, 4000), exif=b""))
    assert (file.width, file.height) == (2560, 1707)
    assert max(Image.open(io.BytesIO(file.thumb)).size) == 320


@pytest.mark.parametrize(
    "kind, mode, colour, ext",
    [
        ("PNG", "RGBA", (255, 0, 0, 128), "png"),
        ("WEBP", "RGBA", (255, 0, 0, 128), "png"),
        ("PNG", "P", 1, "png"),
        ("PNG", "1", 1, "png"),
        ("PNG", "LA", (9, 9), "png"),
        ("PNG", "I;16", 65535, "png"),
        ("JPEG", "L", 9, "jpg"),
        ("JPEG", "CMYK", (9, 9, 9, 9), "jpg"),
    ],
)
def test_every_way_of_colour(kind, mode, colour, ext):
    file = accept("a", picture(kind, mode=mode, colour=colour))
    assert file.ext == ext
    assert Image.open(io.BytesIO(file.data)).mode in ("RGB", "RGBA")
    assert Image.open(io.BytesIO(file.thumb)).mode == "RGB"


def test_sixteen_bits_of_grey_stay_white():
    data = accept("a", picture("PNG", mode="I;16", colour=65535)).data
    assert Image.open(io.BytesIO(data)).getpixel((0, 0)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
@pytest.mark.parametrize(
    "profile", [ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), b"broken"]
)
def test_colour_profiles_are_applied_and_go(mode, profile):
    file = accept("a", picture("PNG", mode=mode, icc_profile=profile))
    after = Image.open(io.BytesIO(file.data))
    assert "icc_profile" not in after.info
    assert after.convert("RGB").getpixel((0, 0)) == (255, 0, 0)


def test_a_flood_of_pixels_is_refused_before_it_is_unpacked():
    with pytest.raises(Refused, match="pixels"):
        accept("a.png", flood())
    with pytest.raises(Refused, match="pixels"):
        accept("a.png", flood(8000, 8000))
    with pytest.raises(Refused, match="pixels"):
        accept("a.png", flood(11_000, 11_000))


@pytest.mark.parametrize(
    "name, data",
    [
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        ("a.txt", b"<html><script>alert(1)</script></html>"),
        ("a.html", b"<!doctype html><p>x</p>"),
        ("a.exe", b"MZ" + bytes(200)),
        ("a.gif", saved(lambda out: Image.new("RGB", (9, 9)).save(out, "GIF"))),
        ("a.tiff", saved(lambda out: Image.new("RGB", (9, 9)).save(out, "TIFF"))),
        ("a.bmp", saved(lambda out: Image.new("RGB", (9, 9)).save(out, "BMP"))),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        ("a.zip", repacked(word())[:30]),
        ("a.sh", b"#!/bin/sh\nrm -rf /\n"),
        ("a.php", b"<?php echo 1; ?>"),
        ("a.txt", b""),
        ("a.txt", b" \n "),
        ("a.mp4", m4a(b"vide")),
        ("a.m4a", m4a()[:-9]),
        ("a.pdf", b"%PDF-1.7\nbroken"),
        ("a.jpg", GOOD["photo.jpg"][0][:300]),
        ("a.heic", GOOD["photo.heic"][0][:300]),
    ],
)
def test_other_kinds_and_damaged_files_are_refused(name, data):
    with pytest.raises(Refused) as refused:
        accept(name, data)
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize(
    "name, sample",
    [
        ("photo.exe", "photo.jpg"),
        ("letter.pdf", "photo.jpg"),
        ("photo.jpg", "letter.pdf"),
        ("letter.docm", "letter.docx"),
        ("photo.svg", "photo.png"),
        ("note.html", "note.txt"),
        ("letter.pdf.exe", "letter.pdf"),
    ],
)
def test_a_name_that_says_another_kind_is_refused(name, sample):
    with pytest.raises(Refused, match="The name ends in"):
        accept(name, GOOD[sample][0])


def test_a_telephone_may_call_its_heic_a_jpg():
    assert accept("IMG_1.JPG", GOOD["photo.heic"][0]).ext == "jpg"


@pytest.mark.parametrize(
    "name, shown",
    [
        ("../../etc/passwd", "passwd.txt"),
        ("C:\\Users\\ella\\note.txt", "note.txt"),
        ("no\u202ete\u0000s\r\n.txt", "notes.txt"),
        ('a"b;c<d>.txt', "abcd.txt"),
        ("", "file.txt"),
        ("....txt", "file.txt"),
        ("x" * 500 + ".txt", "x" * 100 + ".txt"),
        ("Zoë's day", "Zoë's day.txt"),
    ],
)
def test_names_are_only_names(name, shown):
    assert accept(name, b"words").name == shown


def test_size():
    with pytest.raises(Refused, match="empty"):
        accept("a.txt", b"")
    with pytest.raises(Refused, match="3 MB. At most 2 MB"):
        accept("a.txt", bytes(3 * 1024 * 1024), Limits(bytes=2 * 1024 * 1024))


# ---- scanner --------------------------------------------------------------------------------


def finds_eicar(data):
    return "Eicar-Signature" if EICAR in data else None


def test_the_scanner_is_asked_first_and_fails_closed():
    assert accept("a.txt", b"words", scanner=finds_eicar)
    with pytest.raises(Refused, match="not safe"):
        accept("a.txt", EICAR, scanner=finds_eicar)

    def broken(data):
        raise ConnectionError

    with pytest.raises(Refused, match="could not be checked"):
        accept("a.txt", b"words", scanner=broken)


# ---- PDF ------------------------------------------------------------------------------------


def acting(file):
    """Every way that we know for a PDF to act or to hide a file."""
    page, root = file.pages[0].obj, file.Root
    script = Dictionary(S=Name.JavaScript, JS=String("CANARY-JS"))
    launch = Dictionary(S=Name.Launch, F=String("CANARY-LAUNCH"), Next=script)
    root.OpenAction = file.make_indirect(script)
    root.AA = Dictionary(WC=script)
    root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("CANARY-JS"), script])))
    page.AA = Dictionary(O=launch)
    file.attachments["secret.txt"] = b"CANARY-FILE"
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9])
    notes = [
        _with(link, A=launch),
        _with(link, A=Dictionary(S=Name.URI, URI=String("javascript:CANARY-URI"))),
        _with(link, A=Dictionary(S=Name.URI, URI=String("file:///CANARY-URI"))),
        _with(link, A=Dictionary(S=Name.URI, URI=String("https://example.org/good"))),
        _with(link, A=Dictionary(S=Name.SubmitForm, F=String("http://example.org/CANARY"))),
        _with(link, A=Dictionary(S=Name.GoToR, F=String("CANARY-REMOTE"))),
        _with(link, Subtype=Name.FileAttachment, FS=Dictionary(F=String("CANARY-NOTE"))),
        _with(link, Subtype=Name.RichMedia, X=String("CANARY-RICH")),
    ]
    page.Annots = Array([file.make_indirect(note) for note in notes])
    root.AcroForm = Dictionary(XFA=String("CANARY-XFA"), Fields=Array())
    root.StructTreeRoot = Dictionary(
        K=Dictionary(Type=Name.StructElem, S=Name.Sound, T=String("TAG"))
    )


def _with(base, **more):
    copy = Dictionary(base)
    for key, value in more.items():
        copy[f"/{key}"] = value
    return copy


def test_a_pdf_loses_what_acts_and_keeps_the_rest():
    sent = pdf(acting, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    assert sent.count(b"CANARY") > 8
    data = accept("a.pdf", sent).data
    with pikepdf.open(io.BytesIO(data)) as file:
        assert len(file.pages) == 1
        assert not file.attachments
        assert not {"/AA", "/OpenAction"} & (set(file.Root.keys()) | set(file.pages[0].obj.keys()))
        assert len(file.pages[0].Annots) == 6
        assert str(file.Root.StructTreeRoot.K.T) == "TAG"
        assert str(file.Root.StructTreeRoot.K.S) == "/Sound"
        plain = saved(
            lambda out: file.save(
                out,
                object_stream_mode=pikepdf.ObjectStreamMode.disable,
                stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
                compress_streams=False,
            )
        )
    assert b"CANARY" not in plain
    assert b"https://example.org/good" in plain


def test_a_photo_in_a_pdf_forgets_where_it_was_taken():
    photo = picture("JPEG")

    def paste(file):
        image = file.make_stream(
            photo, Type=Name.XObject, Subtype=Name.Image, Width=300, Height=200
        )
        image.ColorSpace, image.BitsPerComponent = Name.DeviceRGB, 8
        image.Filter = Name.DCTDecode
        file.pages[0].obj.Resources = Dictionary(XObject=Dictionary(Im0=image))

    with pikepdf.open(io.BytesIO(accept("a.pdf", pdf(paste)).data)) as file:
        image = file.pages[0].Resources.XObject.Im0
        inside = Image.open(io.BytesIO(image.read_raw_bytes()))
    assert dict(inside.getexif()) == {}
    assert inside.convert("RGB").tobytes() == Image.open(io.BytesIO(photo)).tobytes()


@pytest.mark.parametrize("user", ["", "secret"])
def test_a_locked_pdf_is_refused(user):
    with pytest.raises(Refused, match="locked"):
        accept("a.pdf", pdf(encryption=pikepdf.Encryption(owner="owner", user=user)))


def test_a_pdf_bomb_is_refused_in_little_memory():
    bomb = pdf_bomb(1000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(Refused):
        accept("a.pdf", bomb)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 400_000  # kB
    assert accept("a.pdf", pdf_bomb(1))


def test_a_pdf_with_a_picture_in_front_is_no_pdf_and_no_picture():
    polyglot = GOOD["photo.jpg"][0] + GOOD["letter.pdf"][0]
    file = accept("a.jpg", polyglot)
    assert b"%PDF" not in file.data


# ---- Word and Excel --------------------------------------------------------------------------

OPEN_XML = "http://schemas.openxmlformats.org/"
RELATION = f"""<?xml version="1.0"?>
<Relationships xmlns="{OPEN_XML}package/2006/relationships"><Relationship Id="rId1"
Type="{OPEN_XML}officeDocument/2006/relationships/%s" Target="%s" TargetMode="External"/>
</Relationships>"""


def relation(kind, target):
    return (RELATION % (kind, target)).encode()


def test_office_files_open_again_as_they_were():
    assert (
        docx.Document(io.BytesIO(kept("letter.docx").data)).paragraphs[0].text == "Ella read aloud."
    )
    book = openpyxl.load_workbook(io.BytesIO(kept("rota.xlsx").data))
    assert [cell.value for cell in book.active[1]] == ["Mon", 3]


@pytest.mark.parametrize(
    "add",
    [
        {"word/vbaProject.bin": b"x"},
        {"word/activeX/activeX1.xml": b"<a/>"},
        {"word/embeddings/oleObject1.bin": b"x"},
        {"word/embeddings/x.docm": b"x"},
        {"xl/macrosheets/sheet1.xml": b"<a/>"},
        {"xl/externalLinks/externalLink1.xml": b"<a/>"},
        {"xl/connections.xml": b"<a/>"},
        {"run.exe": b"x"},
        {"word/a.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'},
        {"word/a.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a/>'.encode("utf-16")},
        {"word/a.xml": b"<w:instrText>DDEAUTO c:\\cmd</w:instrText>"},
        {"../../evil.xml": b"<a/>"},
        {"/evil.xml": b"<a/>"},
        {"word/_rels/a.xml.rels": relation("image", "http://example.org/x.png")},
        {"word/_rels/a.xml.rels": relation("oleObject", "file:///c:/x")},
        {"word/_rels/a.xml.rels": relation("frame", "https://example.org/x")},
        {"word/_rels/a.xml.rels": b"not xml"},
    ],
)
def test_office_files_that_act_or_fetch_are_refused(add):
    with pytest.raises(Refused):
        accept("a.docx", repacked(word(), add))


def test_macros_by_type_are_refused():
    def enable(name, part):
        return part.replace(
            b"wordprocessingml.document.main+xml",
            b"wordprocessingml.document.macroEnabled.main+xml",
        )

    with pytest.raises(Refused, match="zip|macros"):
        accept("a.docx", repacked(word(), change=enable))


@pytest.mark.parametrize(
    "kind, target, becomes",
    [
        ("hyperlink", "https://example.org/", "https://example.org/"),
        ("hyperlink", "mailto:ella@example.org", "mailto:ella@example.org"),
        ("hyperlink", "file:///S:/secret.docx", "about:blank"),
        ("hyperlink", "javascript:alert(1)", "about:blank"),
        ("attachedTemplate", "file:///C:/Users/x/Normal.dotm", "Normal.dotm"),
        ("attachedTemplate", "https://example.org/evil.dotm", "Normal.dotm"),
    ],
)
def test_links_are_kept_and_fetching_is_not(kind, target, becomes):
    name = "word/_rels/settings.xml.rels"
    data = accept("a.docx", repacked(word(), {name: relation(kind, target)})).data
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert f'Target="{becomes}"'.encode() in file.read(name)
        everything = b"".join(file.read(each) for each in file.namelist())
    assert b"file:" not in everything


def test_a_photo_in_a_word_file_forgets_where_it_was_taken():
    file = docx.Document()
    file.add_picture(io.BytesIO(picture("JPEG")))
    data = accept("a.docx", saved(file.save)).data
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        photo = packed.read("word/media/image1.jpg")
    assert dict(Image.open(io.BytesIO(photo)).getexif()) == {}
    assert PLACE.encode() not in photo


def test_zip_bombs_are_refused():
    with pytest.raises(Refused, match="far too large"):
        accept("a.docx", repacked(word(), {f"word/a{n}.xml": bytes(30_000_000) for n in range(5)}))
    with pytest.raises(Refused, match="too many pieces"):
        accept("a.docx", repacked(word(), {f"word/a{n}.xml": b"" for n in range(2001)}))


def test_what_the_zip_says_of_its_sizes_is_not_believed():
    small = repacked(word(), {"word/big.xml": b" " * 9_000_000})
    lying = small.replace((9_000_000).to_bytes(4, "little"), (9).to_bytes(4, "little"))
    assert lying != small
    with pytest.raises(Refused):
        accept("a.docx", lying, Limits(unpacked_bytes=1_000_000))


def test_an_ordinary_zip_is_refused():
    packed = saved(lambda out: zipfile.ZipFile(out, "w").writestr("a.txt", "x"))
    with pytest.raises(Refused):
        accept("a.zip", packed)


# ---- text -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data", ["Zoë".encode(), "\ufeffZoë".encode(), "Zoë".encode("utf-16"), "Zoë".encode("cp1252")]
)
def test_text_becomes_utf8(data):
    assert accept("a.txt", data).data.decode() == "Zoë"


def test_text_loses_control_characters():
    assert accept("a.txt", "one\x07 two\u202e".encode()).data == b"one two"


# ---- strangers' bytes -------------------------------------------------------------------------

HEADS = [
    b"",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"\xff\xd8\xff\xe0",
    b"\x89PNG\r\n\x1a\n",
    b"RIFF",
    b"ID3",
]
BOXES = [b"\0\0\0\x18ftypheic", b"\0\0\0\x18ftypM4A "]


def refused_or_kept(name, data):
    try:
        accept(name, data)
    except Refused as refused:
        assert str(refused)


@settings(max_examples=400, deadline=None)
@given(st.text(), st.sampled_from(HEADS + BOXES), st.binary(max_size=400))
def test_random_bytes_raise_nothing_but_refused(name, head, rest):
    refused_or_kept(name, head + rest)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(GOOD)), st.data())
def test_good_files_with_a_few_wrong_bytes_raise_nothing_but_refused(name, data):
    broken = bytearray(GOOD[name][0])
    for _ in range(data.draw(st.integers(1, 8))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    refused_or_kept("", bytes(broken[: data.draw(st.integers(1, len(broken)))]))
