"""Small files that ask for much: memory, time, or both."""

import io
import struct
import zipfile
import zlib

import pptx
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable
from PIL import Image
from workspaces import part_of, remade

from made_fonts import made_font

ALIASES = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + level)}: &{chr(98 + level)} [{', '.join(['*' + chr(97 + level)] * 9)}]\n" for level in range(9)
)
"""A thousand million values in ten lines."""
ENTITIES = "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {chr(98 + level)} '{('&' + chr(97 + level) + ';') * 10}'>" for level in range(9)
)
"""A thousand million characters in ten entities; `]>` is left to follow."""


def png(width: int, height: int, packed: bytes, more: bytes = b"") -> bytes:
    """Write a grey PNG with these bytes for its picture, and with chunks before them."""
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + more + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")


def png_with_a_huge_profile() -> bytes:
    profile = zlib.compress(b"\0" * 200_000_000, 9)
    return png(1, 1, zlib.compress(b"\0\0"), _chunk(b"iCCP", b"profile\0\0" + profile))


def jpeg_of_many_passes(edge: int, passes: int) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (edge, edge)).save(file, "JPEG", progressive=True)
    data = file.getvalue()
    last = data.rfind(b"\xff\xda")
    return data[:last] + data[last:-2] * passes + data[-2:]


def zip_of_zeros(office: bytes, megabytes: int) -> bytes:
    return remade(office, {"custom/item.bin": b"\0" * (megabytes * 1_000_000)})


def zip_of_elements(office: bytes, parts: int) -> bytes:
    """Add parts of eight megabytes each, which pack to a thousandth, and would parse to thirty times as much."""
    return remade(office, {f"custom/{number}.xml": b"<a>" + b"<b/>" * 1_990_000 + b"</a>" for number in range(parts)})


def zip_of_names(entries: int) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as written:
        for number in range(entries):
            written.writestr(f"{number}", b"")
    return file.getvalue()


def wide(office: bytes, part: str, element: bytes, times: int) -> bytes:
    """Repeat an element at the end of a part's root."""
    content = part_of(office, part)
    end = content.rfind(b"</")
    return remade(office, {part: content[:end] + element * times + content[end:]})


def long(document: bytes, paragraphs: int) -> bytes:
    """Make a Word document of very many paragraphs."""
    content = part_of(document, "word/document.xml")
    end = content.rfind(b"<w:sectPr")
    more = b"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r></w:p>" * paragraphs
    return remade(document, {"word/document.xml": content[:end] + more + content[end:]})


def deck_of_shapes(count: int) -> bytes:
    """Make a deck of one slide with very many placeholders."""
    shape = (
        '<p:sp><p:nvSpPr><p:cNvPr id="9" name=""/><p:cNvSpPr/><p:nvPr><p:ph idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>'
        "<p:txBody><a:bodyPr/><a:p><a:r><a:t>x</a:t></a:r></a:p></p:txBody></p:sp>"
    )
    return _deck_with(shape * count)


def deck_of_wide_table(count: int) -> bytes:
    """Make a deck with a table of one row of very many cells, and as many rows of one cell."""
    cells = '<a:tr h="1">' + "<a:tc/>" * count + "</a:tr>" + '<a:tr h="1"><a:tc/></a:tr>' * count
    return _deck_with(
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="9" name=""/></p:nvGraphicFramePr><a:graphic><a:graphicData>'
        f"<a:tbl>{cells}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _deck_with(shapes: str) -> bytes:
    deck = pptx.Presentation()
    deck.slides.add_slide(deck.slide_layouts[1]).shapes.title.text = "T"
    file = io.BytesIO()
    deck.save(file)
    part = "ppt/slides/slide1.xml"
    content = part_of(file.getvalue(), part)
    end = content.rfind(b"</p:spTree>")
    return remade(file.getvalue(), {part: content[:end] + shapes.encode() + content[end:]})


def with_type(office: bytes, part: str, declared: str) -> bytes:
    """Put a document type before the root of a part, and use its entity `a` where there is one."""
    head, _, rest = part_of(office, part).partition(b"?>")
    return remade(office, {part: head + b"?>" + declared.encode() + rest})


def font_of_shared_maps() -> bytes:
    """Make a font with sixty thousand maps of characters that are all the same megabyte."""
    maps, groups = 60_000, 100_000
    heads = struct.pack(">HH", 0, maps) + struct.pack(">HHL", 3, 10, 4 + maps * 8) * maps
    shared = struct.pack(">HHLLL", 12, 0, 16 + 12 * groups, 0, groups) + struct.pack(">3L", 5, 4, 1) * groups
    return _with_table("cmap", heads + shared)


def font_of_shared_names() -> bytes:
    """Make a font with five thousand names that are all the same 64 kilobytes."""
    names = 5_000
    head = struct.pack(">HHH", 0, names, 6 + names * 12)
    return _with_table("name", head + struct.pack(">6H", 3, 1, 0x409, 1, 65534, 0) * names + b"\0A" * 32_767)


def _with_table(tag: str, data: bytes) -> bytes:
    font = TTFont(io.BytesIO(made_font()))
    table = DefaultTable(tag)
    table.data = data
    font[tag] = table
    file = io.BytesIO()
    font.save(file)
    return file.getvalue()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
