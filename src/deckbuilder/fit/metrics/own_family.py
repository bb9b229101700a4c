"""A family of an agency, from the font files that its theme names."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from deckbuilder.fit.metrics.font_file import FileFace, FontFileError, faces_in
from deckbuilder.fit.metrics.kerning import UNKERNED
from deckbuilder.fit.metrics.lacking import Widths

if TYPE_CHECKING:
    from deckbuilder.fit.metrics import Face, FontMetrics

BOLDER = 1.1
"""How much wider bold is taken to be where no file has it: that of the usual fonts is up to a tenth wider."""

FACES = ((False, False), (True, False), (False, True), (True, True))
"""Regular, bold, italic, bold italic: whether each is bold, and whether italic."""


@cache
def family_faces(family: str, files: tuple[bytes, ...]) -> dict[tuple[bool, bool], FileFace]:
    """Give the faces that files have of a family, by whether they are bold and italic.

    The name by which Office knows a font counts before the other names that a file has; files that are no fonts, for
    nothing.
    """
    wanted = _key(family)
    found = [face for data in files for face in _readable(data) if wanted in map(_key, face.families)]
    found.sort(key=lambda face: _key(face.families[0]) != wanted)
    faces: dict[tuple[bool, bool], FileFace] = {}
    for face in found:
        faces.setdefault((face.bold, face.italic), face)
    return faces


def own_metrics(family: str, files: tuple[bytes, ...]) -> "FontMetrics | None":
    """Give the metrics of a family that font files have; None where they have it not.

    A face that is missing is taken from the nearest one; bold that is missing is taken to be wider by `BOLDER`.
    """
    from deckbuilder.fit.metrics import FontMetrics  # noqa: PLC0415  # it asks this module in its turn

    faces = family_faces(family, files)
    if not faces:
        return None
    return FontMetrics(family, *(_nearest(faces, bold=bold, italic=italic) for bold, italic in FACES))


def _nearest(faces: Mapping[tuple[bool, bool], FileFace], *, bold: bool, italic: bool) -> "Face":
    for like in ((bold, italic), (bold, not italic)):
        if like in faces:
            return _face(faces[like], bold=bold)
    for like in ((not bold, italic), (not bold, not italic)):
        if like in faces:
            return _face(faces[like], bold=bold, wider=BOLDER if bold else 1.0)
    raise AssertionError(family_faces.__name__)


def _face(face: FileFace, *, bold: bool, wider: float = 1.0) -> "Face":
    from deckbuilder.fit.metrics import Face, font_metrics  # noqa: PLC0415

    widths = {character: width * wider for character, width in face.widths.items()} if wider != 1 else face.widths
    kerning = face.kerning if wider == 1 else UNKERNED
    return Face(
        Widths(widths, lambda: font_metrics("Verdana").face(bold=bold).widths), face.line_height, face.ascent, kerning
    )


def _readable(data: bytes) -> Iterable[FileFace]:
    try:
        return faces_in(data)
    except FontFileError:
        return ()


def _key(family: str) -> str:
    return " ".join(family.casefold().split())
