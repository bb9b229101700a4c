"""The template's parts: theme, slide master, layouts, notes master, table styles."""

from functools import lru_cache

from msgspec import Struct, field

from deckbuilder.ir.template import Decoration, FixedText, Image, Layout, PlacedImage, Placeholder, Template
from deckbuilder.ir.text import plain
from deckbuilder.office import xml
from deckbuilder.office.drawing import solid, theme
from deckbuilder.office.package import Package
from deckbuilder.office.powerpoint import shapes
from deckbuilder.office.powerpoint.text import level_styles, paragraphs
from deckbuilder.office.scripts import with_fonts

_TYPE = "application/vnd.openxmlformats-officedocument.presentationml."
_FIRST_MASTER_ID = 2_147_483_648
"""Master ids and layout ids share one number space, which begins here (19.7.9 and 19.7.13)."""

TABLE_STYLE = "{6E25E649-3F16-4E02-A733-19D2CDBF48F0}"
"""The id of our table style; every table names it."""

NOTES_WIDTH, NOTES_HEIGHT = 6_858_000, 9_144_000

_COLOUR_MAP = (
    'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" '
    'accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"'
)

_LAYOUT_TYPES = {"title": "title", "section": "secHead", "points": "tx", "table": "tbl"}
"""The standard's types of layout (19.7.15) for those of ours that are one; the rest are custom."""


class TemplateParts(Struct, frozen=True):
    """The names of the parts that slides and the presentation refer to."""

    master: str
    notes_master: str
    layouts: dict[str, str]
    """The part of each layout by the layout's name."""
    master_id: int
    notes_idx: dict[str, int] = field(default_factory=lambda: {"sldImg": 2, "body": 3, "sldNum": 5})
    """The idx of the notes master's placeholders by their types."""


def add_template(package: Package, template: Template, language: str) -> TemplateParts:
    """Add the template's parts to a package."""
    master = "/ppt/slideMasters/slideMaster1.xml"
    layouts = {
        layout.name: f"/ppt/slideLayouts/slideLayout{number}.xml" for number, layout in enumerate(template.layouts, 1)
    }
    ids = []
    for number, part in enumerate(layouts.values(), 1):
        ids.append((_FIRST_MASTER_ID + number, package.relate(master, "slideLayout", part)))
    theme_part = package.add(
        "/ppt/theme/theme1.xml",
        with_fonts(theme(template.name, template.colours, template.fonts)),
        "application/vnd.openxmlformats-officedocument.theme+xml",
    )
    package.relate(master, "theme", theme_part)
    brand = BrandImages(package)
    package.add(master, _master(template, ids, language, brand, master), _TYPE + "slideMaster+xml")
    for layout in template.layouts:
        part = layouts[layout.name]
        package.relate(part, "slideMaster", master)
        package.add(part, layout_part(layout, language, brand, part), _TYPE + "slideLayout+xml")
    notes = add_notes_master(package, template, language)
    return TemplateParts(master, notes, layouts, _FIRST_MASTER_ID)


def _background(colour: str) -> str:
    return f"<p:bg><p:bgPr>{solid(colour)}<a:effectLst/></p:bgPr></p:bg>"


class BrandImages(Struct):
    """The pictures of master and layouts, each in the package once."""

    package: Package
    _parts: dict[int, tuple[str, str]] = field(default_factory=dict)

    def embed(self, source: str, image: Image) -> tuple[str, str]:
        """Relate a part to a picture; gives the ids of the relationships to it and to its drawing, empty for none."""
        if id(image) not in self._parts:
            stem = f"/ppt/media/brand{len(self._parts) + 1}"
            picture = self.package.add(f"{stem}.{image.format}", image.data)
            drawing = self.package.add(f"{stem}.svg", image.svg) if image.svg else ""
            self._parts[id(image)] = (picture, drawing)
        picture, drawing = self._parts[id(image)]
        relation = self.package.relate(source, "image", picture)
        return relation, self.package.relate(source, "image", drawing) if drawing else ""


class _Shown(Struct, frozen=True):
    """What the master or a layout shows."""

    decorations: tuple[Decoration, ...]
    images: tuple[PlacedImage, ...]
    texts: tuple[FixedText, ...]
    places: tuple[Placeholder, ...]


def _tree(shown: _Shown, language: str, brand: BrandImages, part: str, *, inherits: bool) -> str:
    """Write the shapes of the master or a layout: decorations first, so that they stand behind the text."""
    decorations = [
        *shown.decorations,
        *(Decoration(image.panel, "lt1") for image in shown.images if image.panel),
    ]
    drawn = [shapes.decoration(shape, identifier) for identifier, shape in enumerate(decorations, 2)]
    for image in shown.images:
        drawn.append(shapes.brand_picture(image, len(drawn) + 2, *brand.embed(part, image.image)))
    for text in shown.texts:
        drawn.append(_fixed(text, len(drawn) + 2, language))
    first = 2 + len(drawn)
    asked = [
        prompting(place, identifier, language, inherits=inherits)
        for identifier, place in enumerate(shown.places, first)
    ]
    return "".join((shapes.EMPTY_TREE, *drawn, *asked))


def _fixed(fixed: FixedText, identifier: int, language: str) -> str:
    content = paragraphs([plain(fixed.text)], language, lambda _: "", (fixed.level,))
    body = (
        f'<a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{fixed.anchor}"><a:noAutofit/>'
        f"</a:bodyPr><a:lstStyle>{level_styles((fixed.level,), language)}</a:lstStyle>{content}"
    )
    return shapes.text_box(fixed.name, fixed.box, identifier, body)


def _master(template: Template, ids: list[tuple[int, str]], language: str, brand: BrandImages, part: str) -> str:
    shown = _Shown(template.decorations, template.images, template.texts, template.master)
    tree = _tree(shown, language, brand, part, inherits=True)
    title, body = template.master[0], template.master[1]
    styles = (
        f"<p:titleStyle>{level_styles(title.levels, language)}</p:titleStyle>"
        f"<p:bodyStyle>{level_styles(body.levels, language)}</p:bodyStyle>"
        f"<p:otherStyle>{level_styles((template.plain,), language)}</p:otherStyle>"
    )
    listed = "".join(f'<p:sldLayoutId id="{number}" r:id="{relation}"/>' for number, relation in ids)
    return (
        f"<p:sldMaster {xml.P_NAMESPACES}><p:cSld>{_background('lt1')}<p:spTree>{tree}</p:spTree></p:cSld>"
        f"<p:clrMap {_COLOUR_MAP}/><p:sldLayoutIdLst>{listed}</p:sldLayoutIdLst>"
        '<p:hf hdr="0"/>'
        f"<p:txStyles>{styles}</p:txStyles></p:sldMaster>"
    )


def layout_part(layout: Layout, language: str, brand: BrandImages, part: str) -> str:
    """Write a layout's part; its pictures are added to the package."""
    shown = _Shown(layout.decorations, layout.images, layout.texts, layout.placeholders)
    tree = _tree(shown, language, brand, part, inherits=False)
    kind = _LAYOUT_TYPES.get(layout.name)
    type_attribute = f'type="{kind}" ' if kind else ""
    shows = "" if layout.master_shapes else 'showMasterSp="0" '
    return (
        f'<p:sldLayout {xml.P_NAMESPACES} {shows}{type_attribute}preserve="1" userDrawn="1">'
        f'<p:cSld name="{xml.attribute(layout.title)}">{_background(layout.background) if layout.background else ""}'
        f"<p:spTree>{tree}</p:spTree></p:cSld>{colour_map(layout)}</p:sldLayout>"
    )


def colour_map(layout: Layout) -> str:
    """Write the colour map of a layout, or of a slide that has it: the master's, but for links (19.3.1.7, 20.1.6.8).

    Links are always in the theme's colour for them, so that on a dark ground another has to take its place.
    """
    if layout.link == "hlink":
        return "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
    links = _COLOUR_MAP.replace('link="hlink"', f'link="{layout.link}"').replace('"folHlink"', f'"{layout.link}"')
    return f"<p:clrMapOvr><a:overrideClrMapping {links}/></p:clrMapOvr>"


@lru_cache(maxsize=2_000)
def prompting(place: Placeholder, identifier: int, language: str, *, inherits: bool) -> str:
    """Write a placeholder of the master or a layout: box, style, and what an empty one asks for."""
    fill = solid(place.fill) if place.fill else "<a:noFill/>"
    properties = ""
    if place.own_box:
        properties = f"{shapes.transform(place.box)}{shapes.geometry(place.geometry, place.adjust)}{fill}"
    # The master's title and body take their style from the master's text styles.
    inherited = not place.own_style or (inherits and place.type in {"title", "body"})
    styled = "" if inherited else level_styles(place.levels, language)
    content = _prompt(place, language)
    body = f"{shapes.body_properties(place)}<a:lstStyle>{styled}</a:lstStyle>{content}"
    return shapes.shape(place, identifier, properties, body, asks=not inherits)


def _prompt(place: Placeholder, language: str) -> str:
    if place.type == "sldNum":
        return number_field(language)
    if place.type == "body" and place.role in {"points", "questions", "columns"}:
        named = ("First level", "Second level", "Third level", "Fourth level")
        return paragraphs([plain(name, level=level) for level, name in enumerate(named)], language, lambda _: "")
    return paragraphs([plain(place.prompt)], language, lambda _: "")


def number_field(language: str) -> str:
    """Write the field that shows the slide's number."""
    return (
        '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
        f'<a:rPr lang="{language}" dirty="0"/><a:t>\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}#\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}</a:t></a:fld></a:p>'
    )


def add_notes_master(package: Package, template: Template, language: str) -> str:
    """Add the notes master with a theme of its own; gives its part."""
    name = package.free("/ppt/notesMasters/notesMaster1.xml")
    theme_part = package.add(
        package.free("/ppt/theme/theme2.xml"),
        with_fonts(theme(template.name, template.colours, template.fonts)),
        "application/vnd.openxmlformats-officedocument.theme+xml",
    )
    package.relate(name, "theme", theme_part)
    image_height = round(5_486_400 * template.height / template.width)
    levels = "".join(
        f'<a:lvl{number}pPr marL="{(number - 1) * 285_750}" algn="l"><a:spcBef><a:spcPts val="600"/></a:spcBef>'
        f'<a:defRPr lang="{language}" sz="1200">{solid("dk1")}<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>'
        f'<a:cs typeface="+mn-cs"/></a:defRPr></a:lvl{number}pPr>'
        for number in range(1, 10)
    )
    number_style = f'<a:lvl1pPr algn="r"><a:defRPr lang="{language}" sz="1200"/></a:lvl1pPr>'
    tree = (
        f"{shapes.EMPTY_TREE}"
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" '
        'noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>'
        f'<a:off x="685800" y="685800"/><a:ext cx="5486400" cy="{image_height}"/></a:xfrm><a:prstGeom prst="rect">'
        f'<a:avLst/></a:prstGeom><a:noFill/><a:ln w="9525">{solid("accent6")}</a:ln></p:spPr></p:sp>'
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        '<p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="685800" y="4114800"/>'
        '<a:ext cx="5486400" cy="4343400"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="{language}"/><a:t>Speaker notes</a:t></a:r></a:p>'
        "</p:txBody></p:sp>"
        '<p:sp><p:nvSpPr><p:cNvPr id="4" name="Slide number"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        '<p:ph type="sldNum" sz="quarter" idx="5"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="3886200" y="8610600"/>'
        '<a:ext cx="2286000" cy="342900"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr anchor="b"/><a:lstStyle>{number_style}</a:lstStyle>{number_field(language)}</p:txBody></p:sp>'
    )
    content = (
        f"<p:notesMaster {xml.P_NAMESPACES}><p:cSld>{_background('lt1')}<p:spTree>{tree}</p:spTree></p:cSld>"
        f"<p:clrMap {_COLOUR_MAP}/><p:notesStyle>{levels}</p:notesStyle></p:notesMaster>"
    )
    return package.add(name, content, _TYPE + "notesMaster+xml")


def table_styles() -> str:
    """Write the part with the style of our tables."""
    style = table_style('<a:schemeClr val="dk1"/>', '<a:schemeClr val="lt1"/>', '<a:schemeClr val="dk2"/>')
    return f'<a:tblStyleLst xmlns:a="{xml.NS_A}" def="{TABLE_STYLE}">{style}</a:tblStyleLst>'


def table_style(
    text: str, header_text: str, header: str, line: str = "accent6/60+40", ground: str | None = None
) -> str:
    """Write the style of our tables: a header row in the brand's colour, and hairlines only (20.1.4.2.27).

    The first three colours are elements; `ground` stands behind the rows, None for the slide's own.
    """
    hairline = f'<a:ln w="9525" cmpd="sng">{solid(line)}</a:ln>'
    behind = solid(ground) if ground else "<a:noFill/>"
    none = '<a:ln w="0"><a:noFill/></a:ln>'
    borders = "".join(
        f"<a:{side}>{line}</a:{side}>"
        for side, line in (
            ("left", none), ("right", none), ("top", hairline), ("bottom", hairline), ("insideH", hairline), ("insideV", none),
        )
    )  # fmt: skip
    return (
        f'<a:tblStyle styleId="{TABLE_STYLE}" styleName="Deckbuilder">'
        f'<a:wholeTbl><a:tcTxStyle><a:fontRef idx="minor"><a:prstClr val="black"/></a:fontRef>{text}'
        f"</a:tcTxStyle><a:tcStyle><a:tcBdr>{borders}</a:tcBdr><a:fill>{behind}</a:fill></a:tcStyle></a:wholeTbl>"
        f'<a:firstRow><a:tcTxStyle b="on"><a:fontRef idx="minor"><a:prstClr val="black"/></a:fontRef>{header_text}'
        f"</a:tcTxStyle><a:tcStyle><a:tcBdr/><a:fill><a:solidFill>{header}</a:solidFill></a:fill></a:tcStyle>"
        "</a:firstRow></a:tblStyle>"
    )
