"""What an adopted package is given besides slides: layouts, the style of tables, a notes master, the marking."""

from collections.abc import Iterable

from lxml import etree
from msgspec.structs import replace

from deckbuilder.ir.template import Fonts, Layout, Template
from deckbuilder.office import xml
from deckbuilder.office.drawing import colour
from deckbuilder.office.powerpoint.adopt.feet import LANGUAGE
from deckbuilder.office.powerpoint.adopt.holders import placeholder, placeholder_shapes
from deckbuilder.office.powerpoint.adopt.ids import next_id
from deckbuilder.office.powerpoint.adopt.palette import Palette
from deckbuilder.office.powerpoint.adopt.parts import A, P, Parts, R, fragment, number
from deckbuilder.office.powerpoint.adopt.reading import FoundMaster
from deckbuilder.office.powerpoint.master import TABLE_STYLE, BrandImages, add_notes_master, layout_part, table_style
from deckbuilder.theme.colour import TEXT_CONTRAST, contrast

_TYPE = "application/vnd.openxmlformats-officedocument.presentationml."


def add_layouts(
    parts: Parts, presentation: str, master: str, layouts: Iterable[Layout], typefaces: dict[str, str]
) -> dict[str, str]:
    """Add layouts to a master; gives the part of each by its name.

    `typefaces` are those to be written in the place of the theme's fonts, by the references to these.
    """
    package = parts.package
    root = parts.change(master)
    listed = root.find(P + "sldLayoutIdLst")
    if listed is None:
        listed = etree.Element(P + "sldLayoutIdLst")
        before = next(found for name in ("clrMap", "cSld") if (found := root.find(P + name)) is not None)
        before.addnext(listed)
    made: dict[str, str] = {}
    for layout in layouts:
        part = free_name(parts, "/ppt/slideLayouts/slideLayout{}.xml")
        content = layout_part(layout, LANGUAGE, BrandImages(package), part)
        for reference, typeface in typefaces.items():
            content = content.replace(
                f'<a:latin typeface="{reference}"/>', f'<a:latin typeface="{xml.attribute(typeface)}"/>'
            )
        package.relate(part, "slideMaster", master)
        package.add(part, content, _TYPE + "slideLayout+xml")
        entry = etree.SubElement(listed, P + "sldLayoutId")
        entry.set("id", str(next_id(parts, presentation)))
        entry.set(R + "id", package.relate(master, "slideLayout", part))
        made[layout.name] = part
    return made


def free_name(parts: Parts, pattern: str) -> str:
    """Give the first name of a row of names that no part has, in capitals or not."""
    taken = {name.lower() for name in parts.package.parts}
    return next(name for index in range(1, len(taken) + 2) if (name := pattern.format(index)).lower() not in taken)


def add_table_style(parts: Parts, presentation: str, palette: Palette) -> None:
    """Add the style of our tables to those of the template, in its colours."""
    roles = palette.roles
    ground = palette.card if palette.ground is None else None
    text = roles["dk1"] if ground is None else palette.text
    style = table_style(colour(text), colour(roles["lt1"]), colour(roles["dk2"]), line=palette.quiet, ground=ground)
    existing = next(iter(parts.related(presentation, "tableStyles")), None)
    if existing is None:
        part = free_name(parts, "/ppt/tableStyles{}.xml")
        content = f'<a:tblStyleLst xmlns:a="{xml.NS_A}" def="{TABLE_STYLE}">{style}</a:tblStyleLst>'
        parts.package.relate(presentation, "tableStyles", parts.package.add(part, content, _TYPE + "tableStyles+xml"))
        return
    root = parts.change(existing)
    for old in root.iterfind(A + "tblStyle"):
        if old.get("styleId") == TABLE_STYLE:
            root.remove(old)
            break
    root.append(fragment(style))


def notes_master(
    parts: Parts, presentation: str, look: Template, master: FoundMaster
) -> tuple[str, dict[str, int], bool]:
    """Give the notes master, the idx of its placeholders by type, and whether it had to be added."""
    root = parts.tree(presentation)
    existing = root.find(f"{P}notesMasterIdLst/{P}notesMasterId")
    part = parts.target(presentation, str(existing.get(R + "id"))) if existing is not None else None
    if part is not None:
        idx: dict[str, int] = {}
        for shape in placeholder_shapes(parts.tree(part)):
            reference = placeholder(shape)
            idx.setdefault(str(reference.get("type", "obj")), number(reference, "idx"))
        if "body" in idx:
            return part, {kind: idx[kind] for kind in ("sldImg", "body", "sldNum") if kind in idx}, False
    package = parts.package
    for item in list(package.relationships[presentation]):
        if item.type.endswith("/notesMaster"):
            package.relationships[presentation].remove(item)
    listed = root.find(P + "notesMasterIdLst")
    if listed is not None:
        root.remove(listed)
    package.taken = frozenset(name.lower() for name in package.parts)
    plain = replace(look, colours=_printable(master.scheme.theme), fonts=Fonts(look.fonts.heading, look.fonts.body))
    part = add_notes_master(package, plain, LANGUAGE)
    listed = etree.Element(P + "notesMasterIdLst")
    etree.SubElement(listed, P + "notesMasterId").set(R + "id", package.relate(presentation, "notesMaster", part))
    before = parts.change(presentation).find(P + "sldMasterIdLst")
    if before is not None:
        before.addnext(listed)
    return part, {"sldImg": 2, "body": 3, "sldNum": 5}, True


def _printable(colours: dict[str, str]) -> dict[str, str]:
    """Give colours for pages of notes, which are printed: dark on light, whatever the slides are."""
    if contrast(colours["dk1"], colours["lt1"]) >= TEXT_CONTRAST and contrast(colours["lt1"], "FFFFFF") < 1.5:
        return colours
    return {**colours, "dk1": "000000", "lt1": "FFFFFF"}
