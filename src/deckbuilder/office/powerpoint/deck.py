"""The whole presentation."""

from uuid import NAMESPACE_URL, uuid5

from deckbuilder.ir.presentation import PlacedDeck
from deckbuilder.ir.template import Template
from deckbuilder.office import xml
from deckbuilder.office.package import Package
from deckbuilder.office.powerpoint.adopted import AdoptedPackage
from deckbuilder.office.powerpoint.master import (
    NOTES_HEIGHT,
    NOTES_WIDTH,
    TemplateParts,
    add_template,
    table_styles,
)
from deckbuilder.office.powerpoint.slide import SlideWriter, part_name
from deckbuilder.office.powerpoint.slide_tags import FIRST_SLIDE_ID, TAGS_PART, TAGS_TYPE, tag_list
from deckbuilder.office.powerpoint.template import DeckTemplate
from deckbuilder.office.powerpoint.text import level_styles
from deckbuilder.office.properties import add_properties

_TYPE = "application/vnd.openxmlformats-officedocument.presentationml."
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
"""The extension that holds sections (MS-PPTX, 2.5.9)."""
_NS_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def write_deck(placed: PlacedDeck, into: DeckTemplate) -> bytes:
    """Write a placed deck as a .pptx file: into the parts of a generated template, or into an agency's own package."""
    if into.adopted is not None:
        return _into_adopted(placed, into.look, into.adopted)
    template = into.look
    package = Package()
    language = placed.deck.properties.language
    presentation = "/ppt/presentation.xml"
    package.relate("/", "officeDocument", presentation)
    parts = add_template(package, template, language)
    package.relate(presentation, "slideMaster", parts.master)
    package.relate(presentation, "notesMaster", parts.notes_master)
    slides = _add_slides(package, placed, template, parts, presentation)
    for name, kind, content in (
        ("presProps", "presProps", f"<p:presentationPr {xml.P_NAMESPACES}/>"),
        ("viewProps", "viewProps", f"<p:viewPr {xml.P_NAMESPACES}/>"),
        ("tableStyles", "tableStyles", table_styles()),
    ):
        package.relate(presentation, kind, package.add(f"/ppt/{name}.xml", content, f"{_TYPE}{name}+xml"))
    tags = _add_tags(package, placed, presentation)
    package.add(presentation, _presentation(placed, template, parts, slides, tags), _TYPE + "presentation.main+xml")
    add_properties(package, placed.deck.properties, "Microsoft Office PowerPoint")
    return package.to_bytes()


def _into_adopted(placed: PlacedDeck, look: Template, adopted: AdoptedPackage) -> bytes:
    package = adopted.opened()
    slides = _add_slides(package, placed, look, adopted.parts, adopted.presentation)
    listed = f"<p:sldIdLst {xml.P_NAMESPACES}>{_listed(slides)}</p:sldIdLst>"
    sections = _section_list(placed).replace("<p:ext ", f'<p:ext xmlns:p="{xml.NS_P}" ', 1)
    tags = _add_tags(package, placed, adopted.presentation).replace(">", f" {xml.P_NAMESPACES}>", 1)
    package.parts[adopted.presentation] = adopted.presentation_with(listed, tags, sections)
    add_properties(package, placed.deck.properties, "Microsoft Office PowerPoint")
    return package.to_bytes()


def _add_slides(
    package: Package, placed: PlacedDeck, look: Template, parts: TemplateParts, presentation: str
) -> list[str]:
    """Add the slides with their notes; gives the presentation's relationships to them."""
    targets: dict[str, str] = {}
    for slide in placed.slides:
        targets.setdefault(slide.slide.id, part_name(slide.number))
    writer = SlideWriter(package, placed.deck, parts, look, targets, placed.footers)
    slides = []
    for slide in placed.slides:
        part = writer.write(slide, look.layout(slide.layout))
        slides.append(package.relate(presentation, "slide", part))
    return slides


def _add_tags(package: Package, placed: PlacedDeck, presentation: str) -> str:
    """Add the slides' tags; gives the element that leads to them."""
    part = package.add(package.free(TAGS_PART), tag_list(placed.slides), TAGS_TYPE)
    return f'<p:custDataLst><p:tags r:id="{package.relate(presentation, "tags", part)}"/></p:custDataLst>'


def _listed(slides: list[str]) -> str:
    return "".join(
        f'<p:sldId id="{FIRST_SLIDE_ID + index}" r:id="{relation}"/>' for index, relation in enumerate(slides)
    )


def _presentation(placed: PlacedDeck, template: Template, parts: TemplateParts, slides: list[str], tags: str) -> str:
    default = level_styles((template.plain,), placed.deck.properties.language)
    return (
        f'<p:presentation {xml.P_NAMESPACES} saveSubsetFonts="1" autoCompressPictures="0"><p:sldMasterIdLst>'
        f'<p:sldMasterId id="{parts.master_id}" r:id="rId1"/></p:sldMasterIdLst>'
        f'<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst>{_listed(slides)}</p:sldIdLst>'
        f'<p:sldSz cx="{template.width}" cy="{template.height}"/><p:notesSz cx="{NOTES_WIDTH}" cy="{NOTES_HEIGHT}"/>'
        f"{tags}<p:defaultTextStyle>{default}</p:defaultTextStyle><p:extLst>{_section_list(placed)}</p:extLst></p:presentation>"
    )


def _section_list(placed: PlacedDeck) -> str:
    """Write the extension that holds the sections."""
    written = []
    members: dict[int, str] = {}
    for slide in placed.slides:
        of = slide.slide.section
        members[of] = members.get(of, "") + f'<p14:sldId id="{FIRST_SLIDE_ID + slide.number - 1}"/>'
    for index, name in enumerate(placed.deck.sections):
        # The same pack gives the same ids on every machine.
        identifier = str(uuid5(NAMESPACE_URL, f"{placed.deck.properties.title}/{index}/{name}")).upper()
        written.append(
            f'<p14:section name="{xml.attribute(name)}" id="{{{identifier}}}"><p14:sldIdLst>{members.get(index, "")}</p14:sldIdLst>'
            "</p14:section>"
        )
    return f'<p:ext uri="{_SECTIONS}"><p14:sectionLst xmlns:p14="{_NS_P14}">{"".join(written)}</p14:sectionLst></p:ext>'
