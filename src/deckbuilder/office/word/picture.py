"""A picture in the text: the logo, with the drawing it stands for (ECMA-376 Part 1, 20.4.2.8)."""

from deckbuilder.ir.template import Image
from deckbuilder.office import xml
from deckbuilder.office.package import Package
from deckbuilder.units import emu

_WIDEST, _HIGHEST = emu(2.6), emu(0.7)
"""The room of a logo on the first page."""
_PIXEL = emu(1 / 96)

_NS_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_NS_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_SVG = (
    '<a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{relation}"/></a:ext></a:extLst>'
)
"""The drawing that stands behind a picture (MS-ODRAWXML, 2.3.1)."""


def logo_paragraph(package: Package, part: str, image: Image, style: str) -> str:
    """Write a paragraph of a part that holds the logo, and add its files to the package.

    It stands in the line like a letter, so that it covers nothing and is read where it stands.
    """
    picture = package.add(f"/word/media/logo.{image.format}", image.data)
    blip = f'<a:blip r:embed="{package.relate(part, "image", picture)}"/>'
    if image.svg is not None:
        drawing = package.relate(part, "image", package.add("/word/media/logo.svg", image.svg))
        blip = f"{blip[:-2]}>{_SVG.format(relation=drawing)}</a:blip>"
    scale = min(_WIDEST / (image.width * _PIXEL), _HIGHEST / (image.height * _PIXEL))
    width, height = (max(round(length * _PIXEL * scale), 1) for length in (image.width, image.height))
    description = xml.attribute(image.description)
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:drawing><wp:inline xmlns:wp="{_NS_WP}" distT="0" distB="0" '
        f'distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/><wp:docPr id="1" name="Logo" descr="{description}"/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{xml.NS_A}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{xml.NS_A}"><a:graphicData uri="{_NS_PIC}"><pic:pic xmlns:pic="{_NS_PIC}"><pic:nvPicPr>'
        f'<pic:cNvPr id="1" name="Logo" descr="{description}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>{blip}<a:stretch>'
        f'<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )
