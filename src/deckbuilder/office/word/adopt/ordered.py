"""Styles whose parts stand in the wrong order, or name styles that are not there, as other programs write them.

Word reads many of them all the same, and may call the file unreadable for others.
"""

from lxml import etree

from deckbuilder.office.word.adopt.notes import Notes
from deckbuilder.office.word.adopt.wml import attribute, child, drop, w

_ORDERS = {
    "style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal "
        "personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
    ),
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
        "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
        "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
        "eastAsianLayout specVanish oMath"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
        "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
    ),
    "tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark"
    ),
}  # fmt: skip
"""What may stand in an element, in its order (ECMA-376 Part 1, 17.7.4.17, 17.7.6.6, 17.3.1.26, 17.3.2.28, 17.4.59, 17.4.69)."""
_RANKS = {
    w(name): {w(part): rank for rank, part in enumerate(order.split())} for name, order in _ORDERS.items()
}  # fmt: skip
_MANY = w("tblStylePr")
"""What may stand more than once."""


def mend_order(styles: etree._Element, notes: Notes) -> None:
    """Put the parts of styles into the standard's order, one of each, and take out what leads to no style."""
    mended = [_ordered(element) for name in _RANKS for element in list(styles.iter(name))]
    if any(mended):
        notes.mend("the parts of some of its styles stood in the wrong order")
    known = {attribute(style, "styleId") for style in styles.findall(w("style"))}
    for style in styles.findall(w("style")):
        for name in ("basedOn", "next", "link"):
            found = child(style, name)
            if found is not None and attribute(found, "val") not in known:
                drop(found)


def _ordered(element: etree._Element) -> bool:
    """Order an element's children; says whether they were out of order. What the standard does not know stays last."""
    ranks = _RANKS[str(element.tag)]
    last = len(ranks)
    found: dict[str, etree._Element] = {}
    kept: list[etree._Element] = []
    for part in element:
        name = str(part.tag)
        if name in found and name in ranks and name != _MANY:
            kept.remove(found[name])  # the later one is what holds
        found[name] = part
        kept.append(part)
    wanted = sorted(kept, key=lambda part: ranks.get(str(part.tag), last))
    if wanted == list(element):
        return False
    element[:] = wanted
    return True
