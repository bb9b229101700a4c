"""Text bodies: paragraphs and runs of a placeholder, and the levels of a layout."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from deckbuilder.ir.direction import has_leftwards, runs_leftwards
from deckbuilder.ir.template import Bullet, TextLevel
from deckbuilder.ir.text import JOINED_EMOJI, JOINER, ListKind, Paragraph, Run
from deckbuilder.office import xml
from deckbuilder.office.drawing import colour, solid
from deckbuilder.office.scripts import EAST_ASIAN, Span, spans
from deckbuilder.units import Pt

Linker = Callable[[str], str]
"""Makes an `a:hlinkClick` for an address, with its relationship."""

NOTE_INDENT = 285_750
"""The indent of a list in the speaker notes, in EMU, a level; what PowerPoint itself uses there."""


def paragraphs(
    content: Sequence[Paragraph], language: str, link: Linker, levels: Sequence[TextLevel] = (TextLevel(Pt(18)),)
) -> str:
    """Write the paragraphs of a placeholder. How a level looks is the layout's business; a number is the text's.

    `levels` are the placeholder's: a paragraph that runs from right to left stands at the right where its level does
    not stand in the middle.
    """
    whole = "".join(paragraph.text for paragraph in content)
    return "".join(
        f"<a:p>{_properties(paragraph, whole, levels[min(paragraph.level, len(levels) - 1)].align)}"
        f"{runs(paragraph.runs, language, link)}</a:p>"
        for paragraph in content
    )


def _properties(paragraph: Paragraph, whole: str, align: str) -> str:
    level = f' lvl="{paragraph.level}"' if paragraph.level else ""
    level += direction(paragraph.text, whole, align)
    if paragraph.list is ListKind.NUMBER:
        start = f' startAt="{paragraph.start}"' if paragraph.start and paragraph.start > 1 else ""
        return f'<a:pPr{level}><a:buSzPct val="100000"/><a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"{start}/></a:pPr>'
    return f"<a:pPr{level}/>" if level else ""


def direction(text: str, whole: str, align: str = "l") -> str:
    """Say, as attributes of a paragraph, which way it runs; nothing where the whole body runs one way.

    One that runs from left to right says so too: LibreOffice lets it follow the paragraph above otherwise.
    """
    if not has_leftwards(whole):
        return ""
    if not runs_leftwards(text):
        return ' rtl="0"'
    return ' rtl="1"' if align == "ctr" else ' algn="r" rtl="1"'


def notes_paragraphs(content: Sequence[Paragraph], language: str, link: Linker) -> str:
    """Write the paragraphs of speaker notes: the notes master has no lists, so each list item says what it is."""
    whole = "".join(paragraph.text for paragraph in content)
    written = []
    for paragraph in content:
        way = direction(paragraph.text, whole)
        properties = f"<a:pPr{way}/>" if way else ""
        if paragraph.list is not ListKind.NONE:
            level = f' lvl="{paragraph.level}"' if paragraph.level else ""
            place = f'marL="{NOTE_INDENT * (paragraph.level + 1)}"{level} indent="-{NOTE_INDENT}"{way}'
            if paragraph.list is ListKind.NUMBER:
                start = f' startAt="{paragraph.start}"' if paragraph.start and paragraph.start > 1 else ""
                mark = f'<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"{start}/>'
            else:
                mark = '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
            properties = f"<a:pPr {place}>{mark}</a:pPr>"
        written.append(f"<a:p>{properties}{runs(paragraph.runs, language, link)}</a:p>")
    return "".join(written)


def runs(content: Sequence[Run], language: str, link: Linker) -> str:
    """Write the runs of a paragraph, each in its language; a newline becomes a line break."""
    if any(run.link for run in content):
        return _runs(content, language, link)
    return _plain_runs(tuple(content), language)


@lru_cache(maxsize=16_384)
def _plain_runs(content: tuple[Run, ...], language: str) -> str:
    """Write runs without links, which are the same in the deck of every agency."""
    return _runs(content, language, str)


def _runs(content: Sequence[Run], language: str, link: Linker) -> str:
    leftwards = runs_leftwards("".join(run.text for run in content))
    written = []
    for run in content:
        marks = (' b="1"' if run.strong else "") + (' i="1"' if run.emphasis else "")
        click = link(run.link) if run.link else ""
        for index, line in enumerate(run.text.split("\n")):
            if index:
                written.append(f'<a:br><a:rPr lang="{language}"{marks} dirty="0"/></a:br>')
            for span in _spans(line, language, leftwards=leftwards) if line else ():
                properties = f'{_tongue(span, language)}{marks} dirty="0"'
                inner = f"<a:rPr {properties}>{click}</a:rPr>" if click else f"<a:rPr {properties}/>"
                written.append(f"<a:r>{inner}<a:t>{xml.text(span.text)}</a:t></a:r>")
    return "".join(written) or f'<a:endParaRPr lang="{language}" dirty="0"/>'


def _spans(line: str, language: str, *, leftwards: bool) -> list[Span]:
    """Cut a line where its script changes, and around each emoji that is made of several.

    These have a run of their own, and so that LibreOffice keeps it apart another language: within a longer run it breaks
    the line in the middle of them, and paints them wider than it reckoned.
    """
    if JOINER not in line or not JOINED_EMOJI.search(line):
        return spans(line, language, leftwards=leftwards)
    other = "en-US" if language != "en-US" else "en-GB"
    found: list[Span] = []
    end = 0
    for emoji in JOINED_EMOJI.finditer(line):
        if emoji.start() > end:
            found += spans(line[end : emoji.start()], language, leftwards=leftwards)
        found.append(Span(emoji[0], other))
        end = emoji.end()
    return found + (spans(line[end:], language, leftwards=leftwards) if end < len(line) else [])


def _tongue(span: Span, language: str) -> str:
    """Say the language of a span; PowerPoint also wants the other one beside a text of East Asia (21.1.2.3.9)."""
    other = f' altLang="{language}"' if span.foreign and span.kind == EAST_ASIAN else ""
    return f'lang="{span.language}"{other}'


def level_styles(levels: Sequence[TextLevel], language: str) -> str:
    """Write the nine levels of a list style; the last one given holds for those below it."""
    return "".join(_level(levels[min(index, len(levels) - 1)], index + 1, language) for index in range(9))


def _level(level: TextLevel, number: int, language: str) -> str:
    mark = "<a:buNone/>"
    if level.bullet is not None:
        mark = _bullet(level.bullet)
    spacing = round(level.line_spacing * 100_000)
    font = "+mj" if level.heading_font else "+mn"
    caps = ' cap="all"' if level.caps else ""
    return (
        f'<a:lvl{number}pPr marL="{level.indent}" indent="{-level.hanging}" algn="{level.align}" hangingPunct="0">'
        f'<a:lnSpc><a:spcPct val="{spacing}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(level.before * 100)}"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="0"/></a:spcAft>{mark}'
        f'<a:defRPr lang="{language}" sz="{round(level.size * 100)}" b="{int(level.bold)}" i="0"{caps} kern="1200">{solid(level.colour)}'
        f'<a:latin typeface="{font}-lt"/><a:ea typeface="{font}-ea"/><a:cs typeface="{font}-cs"/></a:defRPr>'
        f"</a:lvl{number}pPr>"
    )


def _bullet(bullet: Bullet) -> str:
    tint = f"<a:buClr>{colour(bullet.colour)}</a:buClr>"
    size = f'<a:buSzPct val="{bullet.size * 1000}"/>'
    if not bullet.character:
        return f'{tint}{size}<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"/>'
    font = f'<a:buFont typeface="{bullet.font}"/>' if bullet.font else ""
    return f'{tint}{size}{font}<a:buChar char="{bullet.character}"/>'


def size_styles(sizes: Sequence[Pt]) -> str:
    """Write a list style that says nothing but the sizes that fit chose, for the levels that have them."""
    return "".join(
        f'<a:lvl{number}pPr><a:defRPr sz="{round(size * 100)}"/></a:lvl{number}pPr>'
        for number, size in enumerate(sizes[:9], 1)
    )
