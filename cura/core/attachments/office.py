"""Word and Excel files: a zip of parts, each looked at, and packed again without what acts.

Refused are macros, old binary objects, links that fetch, and bombs. A link to a template on
somebody's own disk, which half the documents of the world carry, is quietly turned to nothing.
"""

import re
import zipfile
from io import BytesIO

from lxml import etree

from cura.core.attachments.accepted import Accepted, Limits, Refused
from cura.core.attachments.images import without_metadata

EXTENSIONS = {"docx", "xlsx"}
WHAT = "a Word or Excel file"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAIN_PARTS = {f"{WORD}.main+xml": (WORD, "docx"), f"{EXCEL}.main+xml": (EXCEL, "xlsx")}
ACTING_PARTS = re.compile(
    r"vba|macro|activex|/ctrlprops/|connections\.xml|externallinks/"
    r"|\.(bin|exe|js|vbs|html?|mht|doc[mt]?|dotm|xl[st]|xl[st]m|xlsb|ppt|pptm)$"
)
HARMLESS_BINARY = re.compile(r"/printersettings/")
ENTITIES = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
FETCHING_FIELD = re.compile(rb"\bDDEAUTO\b|instrText[^>]*>\s*DDE\b|instr=.\s*DDE\b|<ddeLink")
SAFE_LINKS = ("http://", "https://", "mailto:", "tel:", "#")
NOWHERE = {"hyperlink": "about:blank", "attachedtemplate": "Normal.dotm"}
STRANGE = "The file is built in a strange way, and cannot be kept."
READ_BYTES = 65536
FETCHES = "The file fetches something from elsewhere. Save it as PDF and send that."
ACTS = "The file holds macros or a program. Save it as PDF and send that."
NOT_OFFICE = "The file is a zip. Send what is in it, one by one."


def rewrite(mime: str, data: bytes, limits: Limits) -> Accepted:
    parts = _unpack(data, limits)
    mime, ext = _kind(parts)
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in parts.items():
            packed.writestr(zipfile.ZipInfo(name), _checked(name, part), zipfile.ZIP_DEFLATED)
    return Accepted(name="", mime=mime, ext=ext, data=out.getvalue())


def _unpack(data, limits):
    """Every part, read with a limit: what the zip says of its own sizes is not believed."""
    parts, left = {}, limits.unpacked_bytes
    with zipfile.ZipFile(BytesIO(data)) as packed:
        if len(packed.infolist()) > limits.parts:
            raise Refused("The file is packed in too many pieces.")
        for info in packed.infolist():
            if info.is_dir():
                continue
            if info.flag_bits & 1:
                raise Refused("The file is locked with a password. Send it without.")
            if info.filename in parts or ".." in info.filename or info.filename.startswith("/"):
                raise Refused(STRANGE)
            parts[info.filename] = _read(packed, info, left)
            left -= len(parts[info.filename])
    return parts


def _read(packed, info, left):
    read = bytearray()
    with packed.open(info) as part:
        while piece := part.read(READ_BYTES):
            read += piece
            if len(read) > left:
                raise Refused("Unpacked, the file is far too large.")
    return bytes(read)


def _kind(parts):
    if "[Content_Types].xml" not in parts:
        raise Refused(NOT_OFFICE)
    types = {each.get("ContentType") for each in _xml(parts["[Content_Types].xml"])}
    if any("macroEnabled" in (each or "") or "vba" in (each or "") for each in types):
        raise Refused(ACTS)
    found = [MAIN_PARTS[each] for each in types if each in MAIN_PARTS]
    if len(found) != 1:
        raise Refused(NOT_OFFICE)
    return found[0]


def _checked(name, part):
    lower = name.lower()
    if ACTING_PARTS.search(lower) and not HARMLESS_BINARY.search(lower):
        raise Refused(FETCHES if "external" in lower or "connections" in lower else ACTS)
    if lower.endswith(".rels"):
        return _checked_relations(part)
    if lower.endswith((".xml", ".vml")):
        _check_xml(part)
    if part.startswith(b"\xff\xd8\xff"):
        return without_metadata(part)
    return part


def _check_xml(part):
    if b"\0" in part or ENTITIES.search(part):  # UTF-16 would hide what is looked for
        raise Refused(STRANGE)
    if FETCHING_FIELD.search(part):
        raise Refused(FETCHES)


def _checked_relations(part):
    root = _xml(part)
    for link in root:
        if link.get("TargetMode", "").lower() != "external":
            continue
        kind = link.get("Type", "").rpartition("/")[2].lower()
        if kind not in NOWHERE:
            raise Refused(FETCHES)
        if kind == "attachedtemplate" or not link.get("Target", "").lower().startswith(SAFE_LINKS):
            link.set("Target", NOWHERE[kind])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _xml(part):
    _check_xml(part)
    return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
