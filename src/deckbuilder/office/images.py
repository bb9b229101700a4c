"""Pictures of the brand: a logo as the package takes it, its SVG looked into first."""

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.template import Image
from deckbuilder.theme import LogoFile

_ACTIVE = {"script", "foreignObject", "iframe", "handler", "set", "animate"}
"""Elements of SVG that do something, or hold something else than a drawing."""


def brand_image(file: LogoFile, description: str, diagnostics: Diagnostics) -> Image:
    """Make an image of a logo; an SVG that does more than show a drawing is reported, and left out."""
    picture = file.picture
    svg = file.svg if file.svg is not None and _is_plain(file, diagnostics) else None
    return Image(picture.data, picture.format, picture.width, picture.height, description, svg)


def _is_plain(file: LogoFile, diagnostics: Diagnostics) -> bool:
    # The parser takes 20 ms to import, and most themes have no SVG.
    from lxml import etree  # noqa: PLC0415

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(file.svg or b"", parser)
    except etree.XMLSyntaxError as error:
        _report(file, f"is no sound SVG ({error.msg})", diagnostics)
        return False
    if b"<!ENTITY" in (file.svg or b""):
        _report(file, "declares entities", diagnostics)
        return False
    for element in root.iter(etree.Element):
        name = etree.QName(element).localname
        if name in _ACTIVE:
            _report(file, f"holds a “{name}” element", diagnostics)
            return False
        for attribute, value in element.attrib.items():
            local = etree.QName(attribute).localname.lower()
            outside = local == "href" and not value.startswith(("#", "data:image/"))
            if local.startswith("on") or outside or "url(http" in value.replace(" ", "").replace('"', ""):
                _report(file, f"has “{local}” of “{value[:40]}”", diagnostics)
                return False
    return True


def _report(file: LogoFile, what: str, diagnostics: Diagnostics) -> None:
    diagnostics.error(
        "unsafe-svg",
        f"“{file.name}” {what}; a logo may hold nothing but a drawing of its own.",
        file.name.origin,
        "Save it again as a plain SVG, with fonts turned to outlines and pictures left out.",
    )
