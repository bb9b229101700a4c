"""How wide characters are and how high lines are, without the fonts being installed.

The numbers are made by `tools/font_metrics.py` from fonts with the same widths.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from deckbuilder.fit.metrics.lacking import JOINER, Widths, is_borrowed, joined


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One face of a family; lengths are shares of the text size."""

    widths: Widths
    line_height: float
    """Ascent, descent and the gap between lines, as the font's table `hhea` has them."""
    ascent: float

    def width(self, text: str) -> float:
        """Give the width of a text at size 1; several emoji that are joined into one count once."""
        if JOINER in text:
            text = joined(text)
        return sum(map(self.widths.__getitem__, text))


@dataclass(frozen=True, slots=True)
class FontMetrics:
    """A family's four faces."""

    family: str
    regular: Face
    bold: Face
    italic: Face
    bold_italic: Face

    def face(self, *, bold: bool, italic: bool = False) -> Face:
        """Give a face."""
        if italic:
            return self.bold_italic if bold else self.italic
        return self.bold if bold else self.regular


_DEFAULT = "verdana"
"""What an unknown font is measured as: the widest of the fonts known, so that the error is on the safe side."""


@cache
def known_fonts() -> dict[str, str]:
    """Give the file of each known family by its name in small letters."""
    folder = files("deckbuilder.fit.metrics")
    return {file.name.removesuffix(".json"): file.name for file in folder.iterdir() if file.name.endswith(".json")}


def is_known(family: str) -> bool:
    """Say whether a family's widths are known."""
    return _key(family) in known_fonts()


_SAME = {
    "calibri-light": "calibri",
    "carlito": "calibri",
    "helvetica": "arial",
    "liberation-sans": "arial",
    "caladea": "cambria",
    "liberation-serif": "times-new-roman",
    "times": "times-new-roman",
    "dejavu-sans": "verdana",
}
"""Families with the widths of another, or so nearly that it does not matter."""


def _key(family: str) -> str:
    name = family.casefold().replace(" ", "-")
    return _SAME.get(name, name)


@cache
def font_metrics(family: str, fallback: str = "") -> FontMetrics:
    """Give the metrics of a family; for one that is not known those of its fallback, else of the widest font known."""
    known = known_fonts()
    name = known.get(_key(family)) or known.get(_key(fallback)) or known[_DEFAULT]
    data = json.loads((files("deckbuilder.fit.metrics") / name).read_text(encoding="utf-8"))
    return FontMetrics(data["family"], *(_face(data[name]) for name in ("regular", "bold", "italic", "bold_italic")))


def _face(data: dict[str, object]) -> Face:
    em = data["em"]
    ascent, descent, gap, runs = data["ascent"], data["descent"], data["gap"], data["widths"]
    if not (isinstance(em, int) and isinstance(runs, list)):
        raise TypeError("these are no font metrics")
    if not (isinstance(ascent, int) and isinstance(descent, int) and isinstance(gap, int)):
        raise TypeError("these are no font metrics")
    listed = ((chr(start + index), width / em) for start, row in runs for index, width in enumerate(row))
    widths = Widths((character, width) for character, width in listed if not is_borrowed(character))
    return Face(widths, (ascent + descent + gap) / em, ascent / em)
