"""The paragraphs of a slide's shapes, with the look that they inherit."""

from collections.abc import Iterator

from deckbuilder.ir.office_file import OfficeParagraph, OfficeRun
from deckbuilder.ir.template import TextLevel
from deckbuilder.office.reader.grounds import Grounds
from deckbuilder.office.reader.inheritance import Lineage
from deckbuilder.office.reader.parts import Element, every, find, is_on, name, whole
from deckbuilder.office.reader.table_styles import CellLook
from deckbuilder.units import Emu, Pt

_DEFAULT_SIZE = 1800


def paragraphs_of(
    body: Element | None,
    shape: Element,
    lineage: Lineage,
    place: str,
    grounds: Grounds,
    smallest: Pt,
    cell: CellLook | None = None,
) -> Iterator[OfficeParagraph]:
    """Give the paragraphs of a text body, which is the shape's own or that of a table's cell."""
    for paragraph in every(body, "a:p"):
        own = find(paragraph, "a:pPr")
        level = whole(own.get("lvl"), 0) if own is not None else 0
        styles = ([own] if own is not None else []) + lineage.levels(shape, min(max(level, 0), 8))
        runs = tuple(_run(item, styles, shape, lineage, cell) for item in paragraph if _is_run(item))
        yield OfficeParagraph(
            place,
            runs,
            grounds.colours,
            grounds.picture,
            smallest,
            spacer=cell is None and not any(run.text.strip() for run in runs),
            level=_level(paragraph, runs, styles, lineage),
            justified=_said(styles, "algn") in {"just", "justLow", "dist"},
        )


def _is_run(item: Element) -> bool:
    return item.tag in {name("a:r"), name("a:fld"), name("a:br")}


def _run(item: Element, styles: list[Element], shape: Element, lineage: Lineage, cell: CellLook | None) -> OfficeRun:
    own = find(item, "a:rPr")
    looks = [own] if own is not None else []
    looks += [found for style in styles if (found := find(style, "a:defRPr")) is not None]
    text = "\n" if item.tag == name("a:br") else "".join(part.text or "" for part in every(item, "a:t"))
    palette = lineage.palette
    link = find(own, "a:hlinkClick") is not None
    if link and find(own, "a:solidFill") is None:
        colour = palette.theme.get(palette.names.get("hlink", "hlink"))
    else:
        holder = next((found for look in looks if (found := find(look, "a:solidFill")) is not None), None)
        reference = find(shape, "p:style/a:fontRef")
        if reference is not None and len(reference) and find(own, "a:solidFill") is None:
            holder = reference
        styled = cell.colour if cell is not None and find(own, "a:solidFill") is None else None
        if styled is not None:
            colour = palette.of(styled)
        else:
            usual = palette.theme.get(palette.names.get("tx1", "dk1"))
            colour = palette.colour(holder) if holder is not None else usual
    return OfficeRun(
        text,
        Pt(whole(_said(looks, "sz"), _DEFAULT_SIZE) / 100),
        is_on(_said(looks, "b")) or (cell is not None and cell.bold and (own is None or own.get("b") is None)),
        colour,
        _said(looks, "lang") or "",
        _font(looks, lineage),
        link,
        is_on(_said(looks, "i")),
        _said(looks, "cap") in {"all", "small"},
    )


def _said(looks: list[Element], attribute: str) -> str | None:
    return next((value for look in looks if (value := look.get(attribute)) is not None), None)


def _font(looks: list[Element], lineage: Lineage) -> str:
    found = next((item for look in looks if (item := find(look, "a:latin")) is not None), None)
    family = found.get("typeface", "") if found is not None else "+mn-lt"
    return lineage.fonts.get(family[1:3], "") if family.startswith("+") else family


def _level(paragraph: Element, runs: tuple[OfficeRun, ...], styles: list[Element], lineage: Lineage) -> TextLevel:
    size = max((run.size for run in runs), default=None)
    if size is None:
        end = find(paragraph, "a:endParaRPr")
        looks = ([end] if end is not None else []) + [
            found for style in styles if (found := find(style, "a:defRPr")) is not None
        ]
        size = Pt(whole(_said(looks, "sz"), _DEFAULT_SIZE) / 100)
    capitals = any(look.get("cap") == "all" for style in styles[:4] if (look := find(style, "a:defRPr")) is not None)
    font = next((run.font for run in runs if run.font), "")
    return TextLevel(
        size,
        heading_font=bool(font) and font == lineage.fonts.get("mj") != lineage.fonts.get("mn"),
        indent=Emu(whole(_said(styles, "marL"), 0)),
        before=Pt(_spacing(styles, "spcBef", size) + _spacing(styles, "spcAft", size)),
        line_spacing=_line_spacing(styles, size),
        caps=capitals,
    )


def _spacing(styles: list[Element], kind: str, size: Pt) -> float:
    found = next((item for style in styles if (item := find(style, f"a:{kind}")) is not None), None)
    exact, share = find(found, "a:spcPts"), find(found, "a:spcPct")
    if exact is not None:
        return whole(exact.get("val"), 0) / 100
    return size * whole(share.get("val"), 0) / 100_000 if share is not None else 0.0


def _line_spacing(styles: list[Element], size: Pt) -> float:
    found = next((item for style in styles if (item := find(style, "a:lnSpc")) is not None), None)
    exact, share = find(found, "a:spcPts"), find(found, "a:spcPct")
    if exact is not None:
        return whole(exact.get("val"), 1200) / 100 / (size * 1.2)
    return whole((share.get("val") or "").rstrip("%"), 100_000) / 100_000 if share is not None else 1.0
