"""PDFs: opened, freed of everything that acts or hides, and written again."""

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name

from cura.core.attachments.accepted import Accepted, Limits, Refused
from cura.core.attachments.images import without_metadata

# A stream that unpacks to more is a bomb. Process-wide, hence here, once, before any PDF is read.
pikepdf.settings.set_qpdf_limits(flate_max_memory=100_000_000, run_length_max_memory=100_000_000)

MIMES = {"application/pdf"}
EXTENSIONS = {"pdf"}
WHAT = "a PDF"
LOCKED = "The PDF is locked. Open it, print it to a new PDF, and send that one."
ACTING_KEYS = (
    "/AA",
    "/AF",
    "/EF",
    "/EmbeddedFiles",
    "/JS",
    "/JavaScript",
    "/OpenAction",
    "/XFA",
)
ACTIONS = {
    "/GoTo3DView",
    "/GoToE",
    "/GoToR",
    "/ImportData",
    "/JavaScript",
    "/Launch",
    "/Movie",
    "/Rendition",
    "/RichMediaExecute",
    "/Sound",
    "/SubmitForm",
}
ACTING_NOTES = {"/3D", "/FileAttachment", "/Movie", "/RichMedia", "/Screen", "/Sound"}
SAFE_LINKS = ("http://", "https://", "mailto:", "tel:")
MAX_DEPTH = 60  # of direct objects within each other


def rewrite(mime: str, data: bytes, limits: Limits) -> Accepted:
    try:
        file = pikepdf.open(BytesIO(data))
    except pikepdf.PasswordError:
        raise Refused(LOCKED)
    with file:
        if file.is_encrypted:
            raise Refused(LOCKED)
        if not 0 < len(file.pages) <= limits.pages:
            raise Refused(f"The PDF has no pages, or more than {limits.pages}.")
        for page in file.pages:
            _drop_acting_notes(page.obj)
        for each in file.objects:
            _disarm(each)
        out = BytesIO()
        file.save(out, linearize=False)
    return Accepted(name="", mime="application/pdf", ext="pdf", data=out.getvalue())


def _drop_acting_notes(page):
    notes = page.get(Name.Annots)
    if isinstance(notes, Array):
        page.Annots = Array([note for note in notes if not _acts(note)])


def _acts(note):
    return isinstance(note, Dictionary) and str(note.get(Name.Subtype)) in ACTING_NOTES


def _disarm(thing, depth=0):
    """Direct objects are walked; indirect ones come up by themselves in `file.objects`."""
    if depth > MAX_DEPTH:
        raise Refused("The PDF is built in a strange way, and cannot be kept.")
    if isinstance(thing, pikepdf.Stream):
        _forget_where(thing)
        thing = thing.stream_dict
    if isinstance(thing, Dictionary):
        _disarm_dictionary(thing)
        inner = [value for _, value in thing.items()]
    elif isinstance(thing, Array):
        inner = list(thing)
    else:
        return
    for value in inner:
        if isinstance(value, Dictionary | Array) and not value.is_indirect:
            _disarm(value, depth + 1)


def _disarm_dictionary(thing):
    for key in ACTING_KEYS:
        if key in thing:
            del thing[key]
    if str(thing.get(Name.Type)) == "/StructElem":  # there /S is a tag, not an action
        return
    kind = str(thing.get(Name.S))
    if kind in ACTIONS or (kind == "/URI" and not _is_safe_link(thing)):
        for key in list(thing.keys()):
            del thing[key]


def _is_safe_link(action):
    return str(action.get(Name.URI, "")).strip().lower().startswith(SAFE_LINKS)


def _forget_where(stream):
    """A photo inside a PDF keeps its Exif data, and so the place where it was taken."""
    if stream.get(Name.Filter) in (Name.DCTDecode, Array([Name.DCTDecode])):
        raw = stream.read_raw_bytes()
        stream.write(
            without_metadata(raw),
            filter=Name.DCTDecode,
            decode_parms=stream.get(Name.DecodeParms),
        )
