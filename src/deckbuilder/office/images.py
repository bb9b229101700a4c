"""Pictures of the brand: a logo as the package takes it, its SVG looked into first."""

import re
from typing import TYPE_CHECKING

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.template import Image
from deckbuilder.theme import LogoFile

if TYPE_CHECKING:
    from lxml import etree

_ACTIVE = {"script", "foreignobject", "iframe", "handler", "set", "object", "embed", "audio", "video"}
"""Elements of SVG that do something, or hold something else than a drawing; so do those that begin with `animate`."""
_OUTSIDE = re.compile(r"@import|url\(\s*+['\"]?+(?!#)|expression\(|image-set\(", re.IGNORECASE)
"""What style says to fetch something, other than a part of the drawing itself."""
_INNER = re.compile(r"#|data:image/(?:png|jpeg);", re.IGNORECASE)
"""Where a reference may lead."""
MAX_DRAWN = 20_000
"""The most elements that a drawing may have, those shown again through `use` counted each time."""


_MOST_USES = 50
"""How deep `use` may lead to `use`."""
_XLINK = "{http://www.w3.org/1999/xlink}href"


def brand_image(file: LogoFile, description: str, diagnostics: Diagnostics) -> Image:
    """Make an image of a logo; an SVG that does more than show a drawing is reported, and left out."""
    picture = file.picture
    svg = file.svg
    if svg is not None:
        harm = _harm_in(svg)
        if harm:
            _report(file, harm, diagnostics)
            svg = None
    return Image(picture.data, picture.format, picture.width, picture.height, description, svg)


def _harm_in(svg: bytes) -> str:
    """Say what is in an SVG that is no drawing of its own; empty for none."""
    # The parser takes 20 ms to import, and most themes have no SVG.
    from lxml import etree  # noqa: PLC0415

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(svg, parser)
    except etree.XMLSyntaxError as error:
        return f"is no sound SVG ({error.msg})"
    return _harm_around(root, svg) or next(filter(None, map(_harm_of, root.iter(etree.Element))), "") or _too_much(root)


def _harm_around(root: "etree._Element", svg: bytes) -> str:
    """Say what is wrong with what stands around the drawing."""
    from lxml import etree  # noqa: PLC0415

    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        return "declares entities"
    if declared is not None and b"[" in svg.partition(b"<!DOCTYPE")[2].partition(b"<svg")[0]:
        return "declares a document type of its own"
    if etree.QName(root).localname != "svg":
        return f"is no SVG, but begins with “{etree.QName(root).localname}”"
    before = root.itersiblings(etree.ProcessingInstruction, preceding=True)
    if any(True for nodes in (before, root.iter(etree.ProcessingInstruction)) for _ in nodes):
        return "holds an instruction to other programs"
    return ""


def _harm_of(element: "etree._Element") -> str:
    """Say what an element does beside being drawn."""
    name = str(element.tag).rpartition("}")[2].lower()
    if name in _ACTIVE or name.startswith("animate"):
        return f"holds a “{name}” element"
    style = "".join(str(text) for text in element.itertext()) if name == "style" else ""
    if _OUTSIDE.search(style) or "\\" in style:
        return "has a style that fetches something"
    for attribute, value in element.attrib.items():
        space, _, local = str(attribute).lower().rpartition("}")
        outside = local == "href" and not _INNER.match(str(value))
        # A backslash can spell any of it in a style; attributes of editors have them in names of files.
        spelt = not space and "\\" in str(value)
        if local.startswith("on") or local == "base" or outside or spelt or _OUTSIDE.search(str(value)):
            return f"has “{local}” of “{str(value)[:40]}”"
    return ""


def _too_much(root: "etree._Element") -> str:
    return f"draws more than {MAX_DRAWN:,} elements" if _drawn(root) > MAX_DRAWN else ""


def _drawn(root: "etree._Element") -> int:
    """Count what is drawn, with what `use` shows again; gives up above the bound, and where it leads in a circle."""
    by_id = {str(element.get("id")): element for element in root.iter() if element.get("id")}
    total, waiting = 0, [(root, 0)]
    while waiting and total <= MAX_DRAWN:
        element, depth = waiting.pop()
        total += 1
        if depth > _MOST_USES:
            return MAX_DRAWN + 1
        waiting += [(child, depth) for child in element if isinstance(child.tag, str)]
        if isinstance(element.tag, str) and element.tag.rpartition("}")[2] == "use":
            target = str(element.get("href", element.get(_XLINK, "")))
            used = by_id.get(target.removeprefix("#"))
            waiting += [(used, depth + 1)] if used is not None else []
    return total


def _report(file: LogoFile, what: str, diagnostics: Diagnostics) -> None:
    diagnostics.error(
        "unsafe-svg",
        f"“{file.name}” {what}; a logo may hold nothing but a drawing of its own.",
        file.name.origin,
        "Save it again as a plain SVG, with fonts turned to outlines and pictures left out.",
    )
