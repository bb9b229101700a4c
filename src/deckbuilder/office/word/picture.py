"""Pictures in the text, each with the drawing it stands for: the logo, the slides (ECMA-376 Part 1, 20.4.2.8).

They stand in the line like a letter, so that they cover nothing and are read where they stand.
"""

from msgspec import Struct

from deckbuilder.ir.document import SlidePicture
from deckbuilder.ir.template import Image
from deckbuilder.office import xml
from deckbuilder.office.package import Package
from deckbuilder.office.word.parts import DOCUMENT_PART
from deckbuilder.units import Pt, emu, emu_of_points

_WIDEST, _HIGHEST = emu(2.6), emu(0.7)
"""The room of a logo on the first page."""
LOGO_HEIGHT = 56.0
"""How much of the page a logo takes at most, in points."""
_PIXEL = emu(1 / 96)

_NS_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_NS_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_SVG = (
    '<a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{relation}"/></a:ext></a:extLst>'
)
"""The drawing that stands behind a picture (MS-ODRAWXML, 2.3.1)."""
_EDGE = (
    '<a:ln w="6350"><a:solidFill><a:schemeClr val="tx1"><a:lumMod val="50000"/><a:lumOff val="50000"/></a:schemeClr>'
    "</a:solidFill></a:ln>"
)
"""A thin line around a slide, which may be as white as the paper."""


class _Inline(Struct, frozen=True):
    number: int
    """Unique in the document."""
    name: str
    description: str
    width: int
    """In EMU."""
    height: int
    """In EMU."""
    edge: str = ""


def logo_paragraph(package: Package, part: str, image: Image, style: str) -> str:
    """Write a paragraph of a part that holds the logo, and add its files to the package."""
    scale = min(_WIDEST / (image.width * _PIXEL), _HIGHEST / (image.height * _PIXEL))
    width, height = (max(round(length * _PIXEL * scale), 1) for length in (image.width, image.height))
    run = _run(package, part, image, "logo", _Inline(1, "Logo", image.description, width, height))
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'


def slide_picture(package: Package, image: Image, picture: SlidePicture, wide: Pt) -> str:
    """Write the run that shows a slide, and add its files to the package; so `wide`, in points, at its usual size."""
    width = emu_of_points(wide * picture.scale)
    height = round(width * image.height / image.width)
    # The number after the logo's, whether or not there is one.
    inline = _Inline(picture.number + 1, f"Slide {picture.number}", picture.description, width, height, _EDGE)
    return _run(package, DOCUMENT_PART, image, f"slide-{picture.number}", inline)


def _run(package: Package, part: str, image: Image, file: str, inline: _Inline) -> str:
    name = package.free(f"/word/media/{file}.{image.format}")
    blip = f'<a:blip r:embed="{package.relate(part, "image", package.add(name, image.data))}"/>'
    if image.svg is not None:
        drawing = package.relate(part, "image", package.add(package.free(f"/word/media/{file}.svg"), image.svg))
        blip = f"{blip[:-2]}>{_SVG.format(relation=drawing)}</a:blip>"
    size = f'cx="{inline.width}" cy="{inline.height}"'
    described = f'id="{inline.number}" name="{inline.name}" descr="{xml.attribute(inline.description)}"'
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_NS_WP}" distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr {described}/><wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{xml.NS_A}" noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{xml.NS_A}"><a:graphicData uri="{_NS_PIC}"><pic:pic '
        f'xmlns:pic="{_NS_PIC}"><pic:nvPicPr><pic:cNvPr {described}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>{blip}'
        f'<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{inline.edge}</pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
