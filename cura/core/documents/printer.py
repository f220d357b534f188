"""The press: a program of its own that turns one HTML text into one PDF.

`render.py` runs this file in a child process that may be killed. It holds no settings, no database
and no secrets, may use only so much memory and time, and reads nothing but the static folders and
the attachments handed in with the request. What it says on stderr holds no words of any record.

stdin: one JSON object {html, base, static: [folders], attachments: {name: base64}}, where `base`
is the site's own address, ending in a slash. stdout: the PDF.
"""

import base64
import json
import logging
import mimetypes
import os
import resource
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

MEMORY_BYTES = 1_000_000_000  # address space: 50 dense pages take 350 MB of it, 100 take 600
FILE_BYTES = 50_000_000  # fonts on their way to Pango are the only files written
OPEN_FILES = 256
TOO_LARGE = 3
MARK = "press: "


class Refused(ValueError):
    """An address that is neither a static file of the project nor a file handed in."""


def main():
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing that a library prints may land in the PDF
    set_limits(seconds=int(sys.argv[1]))
    try:
        pdf = render(json.load(sys.stdin.buffer))
    except MemoryError:
        sys.exit(TOO_LARGE)
    except Exception as error:
        say_where(error)
        sys.exit(1)
    out.write(pdf)
    out.close()


def set_limits(seconds):
    for kind, most in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, FILE_BYTES),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))


def render(request):
    # Here and not above: the limits must already hold when the library and its fonts are loaded.
    import weasyprint  # noqa: PLC0415
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415

    logging.getLogger("weasyprint").addHandler(logging.NullHandler())
    logging.getLogger("fontTools").addHandler(logging.NullHandler())
    shelf = Shelf(
        own_address=request["base"] + "static/",
        folders=[Path(folder).resolve() for folder in request["static"]],
        files={name: base64.b64decode(data) for name, data in request["attachments"].items()},
    )

    class HouseFetcher(URLFetcher):
        def fetch(self, url, headers=None):
            try:
                data, name = shelf.find(url)
            except Refused as refusal:
                say(refusal)
                raise
            kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
            return URLFetcherResponse(url, data, {"Content-Type": kind})

    page = weasyprint.HTML(
        string=request["html"],
        base_url=request["base"],
        url_fetcher=HouseFetcher(allowed_protocols=()),
    )
    return page.write_pdf(pdf_variant="pdf/ua-1")


@dataclass(frozen=True)
class Shelf:
    """All that a page may show: `attachment:name` is a file handed in; `static:css/print.css`,
    `/static/css/print.css` and what a style sheet names beside itself are the project's own.
    """

    own_address: str
    folders: list[Path]
    files: dict[str, bytes]

    def find(self, url):
        """The bytes and the name. Raises Refused for any other address."""
        if url.startswith(self.own_address):
            return self._static(urlsplit(url.removeprefix(self.own_address)).path)
        scheme, _, path = url.partition(":")
        if scheme == "static":
            return self._static(path)
        if scheme == "attachment":
            return self._handed_in(unquote(path))
        raise Refused("refused an address that is neither static nor handed in")

    def _handed_in(self, name):
        if name not in self.files:
            raise Refused("an attachment was asked for that was not handed in")
        return self.files[name], name

    def _static(self, quoted):
        name = unquote(quoted).lstrip("/")
        for folder in self.folders if "\0" not in name else ():
            path = (folder / name).resolve()
            if path.is_relative_to(folder) and path.is_file():
                return path.read_bytes(), path.name
        raise Refused(f"no static file {name[:80]!r}")


def say_where(error):
    """The kind of the error and where it rose; its message may hold words of the record."""
    say(type(error).__name__)
    for frame in traceback.extract_tb(error.__traceback__)[-4:]:
        say(f"{Path(frame.filename).name}:{frame.lineno}")


def say(line):
    """To the parent's log, which takes only lines marked so: a library's own may hold words."""
    sys.stderr.write(f"{MARK}{line}\n")


if __name__ == "__main__":
    main()
