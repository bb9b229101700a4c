"""Shapes: placeholders and decorations, on master, layout and slide."""

from deckbuilder.ir.template import Box, Decoration, PlacedImage, Placeholder
from deckbuilder.office import xml
from deckbuilder.office.drawing import solid

EMPTY_TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)

_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def decorative() -> str:
    """Say that a shape means nothing (MS-ODRAWXML, 2.24.3.1): screen readers pass over it."""
    return _DECORATIVE


def transform(box: Box, *, tag: str = "a", flips: str = "") -> str:
    """Write where a shape is."""
    return f'<{tag}:xfrm{flips}><a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.cx}" cy="{box.cy}"/></{tag}:xfrm>'


def geometry(name: str, adjust: int | None) -> str:
    """Write a preset shape."""
    first = "adj1" if name.startswith("round2") else "adj"
    guides = f'<a:gd name="{first}" fmla="val {adjust}"/>' if adjust is not None else ""
    return f'<a:prstGeom prst="{name}"><a:avLst>{guides}</a:avLst></a:prstGeom>'


def _polygon(shape: Decoration) -> str:
    """Write a shape of its own by its corners (20.1.9.8)."""
    points = [f'<a:pt x="{x}" y="{y}"/>' for x, y in shape.corners]
    lines = "".join(f"<a:lnTo>{point}</a:lnTo>" for point in points[1:])
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{shape.box.cx}" h="{shape.box.cy}"><a:moveTo>{points[0]}</a:moveTo>{lines}<a:close/></a:path>'
        "</a:pathLst></a:custGeom>"
    )


_STANDARD = {"dt", "ftr", "sldNum"}
"""Placeholders that ask for nothing of their own."""


def placeholder_reference(place: Placeholder, *, asks: bool = False) -> str:
    """Write which placeholder a shape is: type and idx are what ties a slide's to its layout's.

    With `asks`, on a layout, its own text is what an empty one asks for; PowerPoint shows its usual words otherwise.
    """
    prompt = ' hasCustomPrompt="1"' if asks and place.type not in _STANDARD else ""
    if place.type in {"title", "ctrTitle"}:
        return f'<p:ph type="{place.type}"{prompt}/>'
    size = ' sz="quarter"' if place.type in {"ftr", "sldNum"} else ' sz="half"' if place.type == "dt" else ""
    return f'<p:ph type="{place.type}"{size} idx="{place.idx}"{prompt}/>'


def body_properties(place: Placeholder) -> str:
    """Write how text stands in a placeholder's box. Text shrinks when somebody adds more than fits."""
    if not place.own_style:
        return "<a:bodyPr/>" if not place.own_box else f'<a:bodyPr anchor="{place.anchor}"/>'
    left, top, right, bottom = place.inset
    fit = "<a:normAutofit/>" if place.max_lines is None else "<a:noAutofit/>"
    return (
        f'<a:bodyPr vert="horz" wrap="square" lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}" rtlCol="0" '
        f'anchor="{place.anchor}" anchorCtr="0">{fit}</a:bodyPr>'
    )


def decoration(shape: Decoration, identifier: int) -> str:
    """Write a shape without meaning."""
    flips = (' flipH="1"' if shape.flip_horizontal else "") + (' flipV="1"' if shape.flip_vertical else "")
    drawn = _polygon(shape) if shape.corners else geometry(shape.geometry, shape.adjust)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{identifier}" name="Decoration {identifier}">{_DECORATIVE}</p:cNvPr><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{transform(shape.box, flips=flips)}'
        f"{drawn}{solid(shape.fill)}<a:ln><a:noFill/></a:ln></p:spPr>"
        '<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp>'
    )


_SVG = (
    '<a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{relation}"/></a:ext></a:extLst>'
)
"""The drawing that stands behind a picture (MS-ODRAWXML, 2.3.1)."""


def brand_picture(placed: PlacedImage, identifier: int, relation: str, drawing: str) -> str:
    """Write a picture of the master or a layout; `drawing` is the relationship to its SVG, empty for none."""
    blip = (
        f'<a:blip r:embed="{relation}">{_SVG.format(relation=drawing)}</a:blip>'
        if drawing
        else f'<a:blip r:embed="{relation}"/>'
    )
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{identifier}" name="Logo" descr="{xml.attribute(placed.image.description)}"/>'
        '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr>'
        f"<p:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
        f"<p:spPr>{transform(placed.box)}{geometry('rect', None)}</p:spPr></p:pic>"
    )


def text_box(name: str, box: Box, identifier: int, body: str) -> str:
    """Write a text of the master or a layout that no slide holds."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{identifier}" name="{xml.attribute(name)}"/><p:cNvSpPr txBox="1"/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{transform(box)}{geometry("rect", None)}<a:noFill/></p:spPr>'
        f"<p:txBody>{body}</p:txBody></p:sp>"
    )


def shape(place: Placeholder, identifier: int, properties: str, body: str, *, asks: bool = False) -> str:
    """Write a placeholder shape."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{identifier}" name="{xml.attribute(place.name)}"/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{placeholder_reference(place, asks=asks)}</p:nvPr></p:nvSpPr>'
        f"<p:spPr>{properties}</p:spPr><p:txBody>{body}</p:txBody></p:sp>"
    )
