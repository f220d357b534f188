"""The press: what it prints, what it refuses to fetch, and that it can be stopped."""

import base64
import io
import logging
import time
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from cura.core.documents import printer, render
from cura.core.documents.render import CouldNotPrint, render_pdf

FORBIDDEN = [
    "file:///etc/passwd",
    "FILE:///etc/passwd",
    "file://localhost/etc/passwd",
    "/etc/passwd",
    "../../../../etc/passwd",
    "http://127.0.0.1:9/x.png",
    "https://example.org/x.png",
    "http://169.254.169.254/latest/meta-data/",
    "//example.org/x.png",
    "ftp://example.org/x.png",
    "data:text/css,body{color:red}",
    "javascript:alert(1)",
    "http://localhost:8000/staticx/secret.css",
    "http://localhost:8000.example.org/static/ours.css",
    "http://user@localhost:8000/static/ours.css",
    "static:../secret.css",
    "static:%2e%2e/secret.css",
    "static:%2e%2e%2fsecret.css",
    "static:..%5csecret.css",
    "static:/etc/passwd",
    "static:////etc/passwd",
    "static:link.css",
    "static:ours.css%00.png",
    "static:",
    "static:.",
    "/static/../secret.css",
    "/static/%2e%2e/secret.css",
    "attachment:other",
    "attachment:../../etc/passwd",
    "attachment:",
    "",
    "static",
    "é:ö",
]


@pytest.fixture
def shelf(tmp_path):
    folder = tmp_path / "static"
    folder.mkdir()
    (folder / "ours.css").write_text("p { color: #123456 }")
    (tmp_path / "secret.css").write_text("secret")
    (folder / "link.css").symlink_to(tmp_path / "secret.css")
    return printer.Shelf(
        own_address="http://localhost:8000/static/", folders=[folder], files={"photo 1": b"bytes"}
    )


@pytest.mark.parametrize("url", FORBIDDEN)
def test_the_shelf_refuses(shelf, url):
    with pytest.raises(printer.Refused):
        shelf.find(url)


@pytest.mark.parametrize(
    "url", ["static:ours.css", "static:/ours.css", "http://localhost:8000/static/ours.css?v=2#a"]
)
def test_the_shelf_gives_static_files(shelf, url):
    assert shelf.find(url.replace("?v=2#a", "") if url.startswith("static:") else url) == (
        b"p { color: #123456 }",
        "ours.css",
    )


def test_the_shelf_gives_what_was_handed_in(shelf):
    assert shelf.find("attachment:photo%201") == (b"bytes", "photo 1")


def text_of(pdf):
    """Every drawing instruction of every page, unpacked."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return b"".join(
            page.Contents.read_bytes() for page in file.pages if "/Contents" in page.obj
        )


def images_in(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return sum(len(page.get_images()) for page in file.pages)


def page(body):
    return f'<html lang="en-GB"><head><title>A note</title></head><body>{body}</body></html>'


def test_a_tagged_pdf_with_title_and_language():
    pdf = render_pdf(page("<h1>A note</h1><p>Ella slept.</p>"), title="ignored")
    with pikepdf.open(io.BytesIO(pdf)) as file:
        assert len(file.pages) == 1
        assert file.Root.MarkInfo.Marked
        assert str(file.Root.Lang) == "en-GB"
        with file.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == "A note"


def test_a_page_without_a_title_gets_one():
    pdf = render_pdf("<p>x</p>", title="Ella & <b>")
    with pikepdf.open(io.BytesIO(pdf)) as file, file.open_metadata() as metadata:
        assert metadata["dc:title"] == "Ella & <b>"


def test_only_what_was_handed_in_is_drawn(caplog):
    red = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(red, "PNG")
    pictures = "".join(f'<img alt="x" src="{url}">' for url in FORBIDDEN if url)
    pictures += (
        f'<img alt="x" src="data:image/png;base64,{base64.b64encode(red.getvalue()).decode()}">'
    )
    with caplog.at_level(logging.WARNING):
        pdf = render_pdf(
            page(f'{pictures}<img alt="red" src="attachment:photo">'),
            title="x",
            attachments={"photo": red.getvalue()},
        )
    assert images_in(pdf) == 1
    assert "root:" not in caplog.text


@pytest.mark.parametrize(
    "css",
    [
        '@import "file:///etc/passwd";',
        "@import url(http://127.0.0.1:9/a.css);",
        "@font-face{font-family:x;src:url(file:///etc/passwd)} p{font-family:x}",
        "p{background:url(http://127.0.0.1:9/a.png)}",
        "li{list-style-image:url(file:///etc/hosts)}",
    ],
)
def test_style_sheets_reach_nothing_outside(css, caplog):
    with caplog.at_level(logging.WARNING):
        render_pdf(page(f"<style>{css}</style><p>x</p><ul><li>y</li></ul>"), title="x")
    assert "refused an address" in caplog.text


def test_an_svg_and_an_attached_file_reach_nothing_outside(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("CANARY-IN-A-FILE")
    pdf = render_pdf(
        page(
            f'<svg xmlns="http://www.w3.org/2000/svg"><image href="file://{secret}"/>'
            f'<use href="file://{secret}#a"/></svg><a rel="attachment" href="file://{secret}">a</a>'
            f'<link rel="attachment" href="file://{secret}">'
        ),
        title="x",
    )
    with pikepdf.open(io.BytesIO(pdf)) as file:
        assert not file.attachments


def test_own_style_and_font_are_used(tmp_path, settings):
    settings.STATIC_ROOT = ""
    settings.STATICFILES_DIRS = [tmp_path]
    (tmp_path / "css").mkdir()
    (tmp_path / "css" / "print.css").write_text('@import "more.css"; p { color: #ff0000 }')
    (tmp_path / "css" / "more.css").write_text("h1 { color: #00ff00 }")
    drawn = text_of(
        render_pdf(
            page('<link rel="stylesheet" href="/static/css/print.css"><h1>a</h1><p>b</p>'),
            title="x",
        )
    )
    assert b"1 0 0 rg" in drawn
    assert b"0 1 0 rg" in drawn


def test_a_page_that_takes_too_long_is_stopped():
    started = time.monotonic()
    with pytest.raises(CouldNotPrint, match="too long"):
        render_pdf(
            page("<table>" + "<tr><td>x</td></tr>" * 30_000 + "</table>"), title="x", timeout=1
        )
    assert time.monotonic() - started < 30  # unstopped it takes minutes


def test_a_page_that_needs_too_much_memory_is_stopped(tmp_path, monkeypatch):
    """The real press with a smaller limit; the parent lives and says it kindly."""
    small = tmp_path / "press.py"
    source = Path(printer.__file__).read_text()
    small.write_text(source.replace("MEMORY_BYTES = 1_000_000_000", "MEMORY_BYTES = 150_000_000"))
    assert "150_000_000" in small.read_text()
    monkeypatch.setattr(printer, "__file__", str(small))
    with pytest.raises(CouldNotPrint, match="too large"):
        render_pdf(page("<p>words</p>" * 30_000), title="x")


def test_the_press_knows_no_secrets(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "CANARY")
    seen = {}

    def run(*args, **kwargs):
        seen.update(kwargs["env"])
        raise render.subprocess.TimeoutExpired("press", 1)

    monkeypatch.setattr(render.subprocess, "run", run)
    with pytest.raises(CouldNotPrint):
        render_pdf("", title="x")
    assert set(seen) <= {*render.KEPT_FROM_THE_ENVIRONMENT, "LC_ALL"}


def test_an_error_in_the_press_is_told_without_the_words_of_the_record(
    monkeypatch, tmp_path, caplog
):
    broken = tmp_path / "press.py"
    source = Path(printer.__file__).read_text()
    broken.write_text(
        source.replace("def render(request):", "def render(request):\n    raise KeyError(request)")
    )
    monkeypatch.setattr(printer, "__file__", str(broken))
    with pytest.raises(CouldNotPrint, match="Nothing is lost"):
        render_pdf("<p>CANARY</p>", title="x")
    assert "KeyError" in caplog.text
    assert "CANARY" not in caplog.text


@pytest.mark.parametrize("html", ["", "<", "\0", "<p>é</p>", "<title>", "x" * 100_000])
def test_odd_pages_are_printed_all_the_same(html):
    assert render_pdf(html, title="x").startswith(b"%PDF")
