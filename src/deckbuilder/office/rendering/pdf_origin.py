"""PDFs of LibreOffice settled: the same bytes for the same document, and a word on where they come from.

LibreOffice puts the time and numbers of chance into a PDF. They are overwritten in place, so that no offset in the file
changes (ISO 32000-1, 7.5.4). Where the file comes from stands in a comment (7.2.3) before the last `startxref`.
"""

import json
import re
from hashlib import sha256

from deckbuilder import __version__
from deckbuilder.ir.presentation import Properties
from deckbuilder.office.properties import FINGERPRINT
from deckbuilder.office.provenance import Provenance

_XMP_DATE = re.compile(rb"<xmp:(?:Create|Modify|Metadata)Date>(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)[^<]{0,9}</")
_INFO_DATE = re.compile(rb"/(?:CreationDate|ModDate)\(D:(\d{14})[^)]{0,9}\)")
_LANGUAGE = re.compile(rb"/Lang\(([A-Za-z0-9-]{2,30})\)(?=\s*/MarkInfo)")
"""The language of the whole, in the catalogue."""
_CHANCE = re.compile(rb"/ID\s?\[\s?<([0-9A-F]{32})>\s?<([0-9A-F]{32})>\s?\](?:\s*/DocChecksum\s?/([0-9A-F]{32}))?")
_NO_DATE = "1980-01-01"
"""What stands for the date of a pack that has none: the earliest that the Office files hold too."""
_END = b"startxref"
_MARK = re.compile(rb"%Deckbuilder (\{[^\r\n]{1,20000}\})\nstartxref")
_TAIL = 24_000
"""How many bytes at the end of a file are searched for our comment."""
_BLANK = "0" * 64


def settled(pdf: bytes, properties: Properties) -> bytes:
    """Give a PDF that LibreOffice has just made with the date and language of its document, and with its origin."""
    date = properties.date.isoformat() if properties.date else _NO_DATE
    pdf = _overwritten(pdf, _XMP_DATE, f"{date}T00:00:00".encode())
    pdf = _overwritten(pdf, _INFO_DATE, f"{date.replace('-', '')}000000".encode())
    pdf = _in_language(pdf, properties.language)
    pdf = _overwritten(pdf, _CHANCE, b"0" * 32)
    pdf = _overwritten(pdf, _CHANCE, sha256(pdf).hexdigest()[:32].upper().encode())
    said = {FINGERPRINT: _BLANK, **dict(properties.custom), "Deckbuilder": __version__}
    comment, end = f"%Deckbuilder {json.dumps(said)}\n".encode("ascii"), pdf.rindex(_END)
    whole = sha256(pdf[:end] + comment + pdf[end:]).hexdigest()
    return pdf[:end] + comment.replace(_BLANK.encode(), whole.encode(), 1) + pdf[end:]


def read_pdf(pdf: bytes) -> Provenance | None:
    """Read where a PDF comes from; None when this tool did not make it, or another program has rewritten it."""
    marks = list(_MARK.finditer(pdf[-_TAIL:]))
    if not marks:
        return None
    try:
        said = json.loads(marks[-1][1])
    except (ValueError, RecursionError):  # values nested in each other without end
        return None
    fingerprint = said.get(FINGERPRINT) if isinstance(said, dict) else None
    if not isinstance(fingerprint, str) or not re.fullmatch("[0-9a-f]{64}", fingerprint):
        return None
    place = pdf.rindex(marks[-1][1]) + marks[-1][1].index(fingerprint.encode())
    whole = sha256(pdf[:place] + _BLANK.encode() + pdf[place + 64 :]).hexdigest()
    return Provenance({str(name): str(value) for name, value in said.items()}, whole == fingerprint)


def _overwritten(pdf: bytes, pattern: re.Pattern[bytes], value: bytes) -> bytes:
    """Put a value of the same length in the place of each group."""
    made = bytearray(pdf)
    for match in pattern.finditer(pdf):
        for group in range(1, len(match.groups()) + 1):
            start, end = match.span(group)
            if start >= 0 and end - start == len(value):
                made[start:end] = value
    return bytes(made)


def _in_language(pdf: bytes, language: str) -> bytes:
    """Name the document's language, where LibreOffice names its own, as it does for decks."""
    found = _LANGUAGE.search(pdf)
    if found is None:
        return pdf
    room = len(found[1])
    tag = language if len(language) <= room else language.partition("-")[0]
    if len(tag) > room:
        return pdf
    # Spaces after the string keep every offset.
    written = f"/Lang({tag})".encode("ascii").ljust(found.end() - found.start())
    return pdf[: found.start()] + written + pdf[found.end() :]
