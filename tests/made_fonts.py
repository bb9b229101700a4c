"""Fonts made for tests: every character as wide as the test wants it."""

from collections.abc import Mapping
from io import BytesIO

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from fontTools.ttLib.tables.DefaultTable import DefaultTable

EM = 1000
CHARACTERS = {code: f"u{code:04X}" for code in (*range(0x20, 0x7F), 0x2019, 0x201C, 0x201D, 0x2022, 0x2026)}


def made_font(
    family: str = "Northmere Sans",
    style: str = "Regular",
    width: int = 400,
    *,
    kerned: Mapping[str, int] | None = None,
    typographic: str = "",
) -> bytes:
    """Make a font file whose characters all have one width; lengths are in thousandths of the text size.

    `kerned` names pairs of letters, and how much nearer they stand, such as `{"AV": -80}`.
    """
    builder = FontBuilder(EM, isTTF=True)
    builder.setupGlyphOrder([".notdef", *CHARACTERS.values()])
    builder.setupCharacterMap(CHARACTERS)
    builder.setupGlyf({name: Glyph() for name in (".notdef", *CHARACTERS.values())})
    builder.setupHorizontalMetrics(dict.fromkeys((".notdef", *CHARACTERS.values()), (width, 0)))
    builder.setupHorizontalHeader(ascent=900, descent=-300)
    names = {"familyName": family, "styleName": style}
    builder.setupNameTable({**names, "typographicFamily": typographic} if typographic else names)
    bits = (1 if "Italic" in style else 0) | (1 << 5 if "Bold" in style else 0)
    builder.setupOS2(usWinAscent=1000, usWinDescent=300, fsSelection=bits or 1 << 6)
    builder.font["head"].macStyle = (1 if "Bold" in style else 0) | (2 if "Italic" in style else 0)
    builder.setupPost()
    if kerned:
        pairs = "".join(f"pos u{ord(pair[0]):04X} u{ord(pair[1]):04X} {value};" for pair, value in kerned.items())
        addOpenTypeFeaturesFromString(builder.font, f"feature kern {{ {pairs} }} kern;")
    buffer = BytesIO()
    builder.font.save(buffer)
    return buffer.getvalue()


def collection(*fonts: bytes) -> bytes:
    """Put fonts into one .ttc file."""
    made = TTCollection()
    made.fonts = [TTFont(BytesIO(font)) for font in fonts]
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def table_changed(font: bytes, tag: str, data: bytes) -> bytes:
    """Give a font file with one table's bytes replaced."""
    opened = TTFont(BytesIO(font))
    table = DefaultTable(tag)
    table.data = data
    opened[tag] = table
    buffer = BytesIO()
    opened.save(buffer)
    return buffer.getvalue()
