"""What stands in the margins of a page: the marking, the running title, the footer with its page number."""

from collections.abc import Iterable, Mapping

from deckbuilder.office import xml
from deckbuilder.office.word.parts import NAMESPACES


def line(text: str, style: str) -> str:
    """Write a paragraph of one text; nothing when there is no text."""
    if not text:
        return ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{xml.text(text)}</w:t></w:r></w:p>'


def foot_line(text: str, style: str, right: int, *, numbered: bool, cleared: Iterable[int] = ()) -> str:
    """Write a footer's paragraph; with `numbered`, the page number stands at its right edge, so far from the left.

    `cleared` are tabs of the style that would stand in the way.
    """
    number = (
        f'<w:r><w:tab/></w:r><w:r><w:t xml:space="preserve">Page </w:t></w:r>{_field("PAGE")}'
        f'<w:r><w:t xml:space="preserve"> of </w:t></w:r>{_field("NUMPAGES")}'
        if numbered
        else ""
    )
    others = "".join(f'<w:tab w:val="clear" w:pos="{place}"/>' for place in sorted(set(cleared) - {right}))
    tabs = f'<w:tabs>{others}<w:tab w:val="right" w:pos="{right}"/></w:tabs>' if numbered else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{tabs}</w:pPr><w:r><w:t xml:space="preserve">{xml.text(text)}</w:t></w:r>'
        f"{number}</w:p>"
    )


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def header(text: str, marking: str, styles: Mapping[str, str]) -> str:
    """Write a header: the marking, then the running title, of which the first page has none."""
    lines = line(marking, styles["Marking"]) + line(text, styles["header"])
    return f"<w:hdr {NAMESPACES}>{lines or _empty(styles['header'])}</w:hdr>"


def footer(text: str, marking: str, styles: Mapping[str, str], right: int) -> str:
    """Write a footer: text and page number, then the marking."""
    lines = foot_line(text, styles["footer"], right, numbered=True) + line(marking, styles["Marking"])
    return f"<w:ftr {NAMESPACES}>{lines}</w:ftr>"


def _empty(style: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p>'
