"""Pictures, drawings and text boxes of a Word document, today's and those of Word 2007 and before (VML)."""

from deckbuilder.ir.office_file import OfficeObject
from deckbuilder.office.reader.colours import Palette
from deckbuilder.office.reader.parts import Element, find, is_decorative, is_on, local, name


def object_of(item: Element, here: str) -> OfficeObject | None:
    """Describe a `wp:anchor`, `wp:inline`, `w:pict` or `w:object`; None where it shows no picture or is hidden."""
    if item.tag in {name("w:pict"), name("w:object")}:
        return _of_vml(item, here)
    properties = find(item, "wp:docPr")
    if properties is None or is_on(properties.get("hidden")):
        return None
    return OfficeObject(
        f"“{properties.get('name', '')}”, {here}",
        properties.get("descr", "").strip(),
        is_decorative(properties),
        item.tag == name("wp:anchor") and find(item, "wp:wrapTopAndBottom") is None,
    )


def _of_vml(item: Element, here: str) -> OfficeObject | None:
    picture = next(item.iter(name("v:imagedata")), None)
    shape = picture.getparent() if picture is not None else None
    if shape is None:
        return None
    floating = "position:absolute" in (shape.get("style") or "").replace(" ", "")
    return OfficeObject(f"“{shape.get('id', '')}”, {here}", (shape.get("alt") or "").strip(), floating=floating)


def box_grounds(paragraph: Element, palette: Palette) -> tuple[str, ...] | None:
    """Give the colours of the text box that a paragraph is in; empty when unknown, None where there is no fill."""
    shape = next((above for above in paragraph.iterancestors() if local(above) == "wsp"), None)
    if shape is None:
        return None
    properties = next((child for child in shape if local(child) == "spPr"), None)
    if find(properties, "a:solidFill") is not None or find(properties, "a:gradFill") is not None:
        return palette.grounds(properties)
    if find(properties, "a:noFill") is not None:
        return None
    style = next((child for child in shape if local(child) == "style"), None)
    reference = find(style, "a:fillRef")
    if find(properties, "a:blipFill") is None and (reference is None or reference.get("idx") == "0"):
        return None
    colour = palette.colour(reference)
    return (colour,) if colour and reference is not None and reference.get("idx") == "1" else ()
