"""Dividing a slide of the document into slides of the pack: each kind of slide shows one kind of thing."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from deckbuilder.importing.cutting import in_pieces
from deckbuilder.importing.row_by_row import table_paragraphs
from deckbuilder.ir.outline import (
    OutlineBlock,
    OutlineChart,
    OutlineColumn,
    OutlinePicture,
    OutlineQuote,
    OutlineSlide,
    OutlineTable,
)
from deckbuilder.ir.text import ListKind, Paragraph, Run

MOST_ITEMS = 30
"""The most items of a list that one slide takes."""
MOST_CHARACTERS = 6_000
MOST_ROWS = 60
LONGEST_TITLE = 300
LONGEST_CELL = 1_500
LONGEST = 3_000
"""The most characters of an item before it is cut; what does not fit on a slide is cut shorter later."""
MOST_COLUMNS = 8
"""The most columns of a table."""
CUT = "Points that are too long for a slide were cut in two or more, between sentences where that is possible."
_LONGEST_CAPTION = 140
_LONGEST_SUBTITLE = 160

TextBlock: TypeAlias = Paragraph | OutlineQuote
Body: TypeAlias = tuple[TextBlock, ...] | tuple[OutlineColumn, ...] | OutlineTable | OutlinePicture | OutlineChart


class Piece(Struct):
    """What one slide of the pack is made of."""

    place: str
    body: Body = ()
    title: tuple[Run, ...] = ()
    opens: str = ""
    """`title` or `section` for a slide that opens something; empty for others."""
    subtitle: tuple[Run, ...] = ()
    caption: tuple[Run, ...] = ()
    notes: tuple[Paragraph, ...] = ()
    section: str = ""
    hidden: bool = False
    ordinal: int = 1
    """Which piece of the document's slide this is."""
    id: str = ""
    look_at: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    decided: list[str] = field(default_factory=list)

    def ask(self, sentence: str) -> None:
        """Note what was decided, for the author to look at."""
        self.decided.append(sentence)
        self.look_at.append(sentence)


def divided(slide: OutlineSlide, *, first: bool) -> list[Piece]:
    """Divide a slide; the first piece has its title and its notes. `first` says that it is the document's first."""
    lost: list[str] = []
    opens = slide.layout if slide.layout in {"title", "section"} else ""
    title, subtitle, notes = slide.title, slide.subtitle, slide.notes
    bodies = _bodies(slide.body, lost)
    if subtitle and bodies and not opens:
        bodies, subtitle = _bodies((Paragraph(subtitle), *slide.body), lost := []), ()
    if opens or not bodies:
        opens = opens or ("title" if first else "section")
        if not subtitle and bodies and (found := _subtitle(bodies[0])):
            subtitle = found
            bodies.pop(0)
        bodies.insert(0, ((), ()))
    if _length(subtitle) > _LONGEST_SUBTITLE:
        lost.append("The subtitle is too long for its place; it is the first paragraph of the notes.")
        subtitle, notes = (), (Paragraph(subtitle), *notes)
    if _length(title) > LONGEST_TITLE:
        lost.append("The title is too long for a slide; the whole of it is the first paragraph of the notes.")
        title, notes = (*in_pieces(title, LONGEST_TITLE)[0], Run("…")), (Paragraph(title), *notes)
    pieces = [
        Piece(slide.place, body, title, "", (), caption, (), slide.section, slide.hidden, number)
        for number, (body, caption) in enumerate(bodies, 1)
    ]
    pieces[0].opens, pieces[0].subtitle, pieces[0].notes, pieces[0].lost = opens, subtitle, notes, lost
    if len(pieces) > 1:
        pieces[0].decided.append(f"It became {len(pieces)} slides: one slide shows one list, table, picture or chart.")
    return pieces


_Found: TypeAlias = tuple[Body, tuple[Run, ...]]
"""What a slide shows, and the caption below it."""


def _bodies(body: Iterable[OutlineBlock], lost: list[str]) -> list[_Found]:
    blocks = [block for block in body if not _is_nothing(block)]
    if any(not _is_decoration(block) for block in blocks):
        ornaments = [block for block in blocks if isinstance(block, OutlinePicture) and block.decorative]
        lost += [f"The decorative picture “{picture.name}” is left out." for picture in ornaments]
        blocks = [block for block in blocks if not _is_decoration(block)]
    found: list[_Found] = []
    for group in _groups(blocks):
        single = group[0]
        previous = found[-1] if found else None
        if isinstance(single, OutlineTable) and _is_wordy(single):
            lost.append("A cell of the table is too long for a slide; the table became a list, row by row.")
            found += _lists(table_paragraphs(single), lost)
        elif isinstance(single, OutlineTable):
            found += [(table, ()) for table in _tables(single)]
        elif isinstance(single, OutlinePicture | OutlineChart):
            found.append((single, ()))
        elif previous and isinstance(previous[0], OutlinePicture | OutlineChart) and _is_caption(group):
            found[-1] = (previous[0], group[0].runs)  # type: ignore[union-attr]  # a caption is a paragraph
        elif isinstance(single, OutlineColumn) and any(map(_is_long, group)):
            lost.append("Columns of so much text cannot stand side by side; they are one list.")
            columns = [column for column in group if isinstance(column, OutlineColumn)]
            found += _lists([each for column in columns for each in in_line(column)], lost)
        elif isinstance(single, OutlineColumn):
            found.append((tuple(each for each in group if isinstance(each, OutlineColumn)), ()))
        else:
            found += _lists([each for each in group if isinstance(each, Paragraph | OutlineQuote)], lost)
    return found


def _is_nothing(block: OutlineBlock) -> bool:
    if isinstance(block, Paragraph | OutlineQuote):
        return not "".join(run.text for run in block.runs).strip()
    if isinstance(block, OutlineTable):
        return not block.rows and not block.header
    if isinstance(block, OutlineColumn):
        return not block.paragraphs and not block.heading
    return isinstance(block, OutlineChart) and not (block.categories and block.series)


def _is_decoration(block: OutlineBlock) -> bool:
    return isinstance(block, OutlinePicture) and block.decorative


def _groups(blocks: Iterable[OutlineBlock]) -> list[list[OutlineBlock]]:
    """Keep paragraphs and quotations that follow one another together, and columns that do."""
    groups: list[list[OutlineBlock]] = []
    for block in blocks:
        last = groups[-1][-1] if groups else None
        together = isinstance(block, Paragraph | OutlineQuote) and isinstance(last, Paragraph | OutlineQuote)
        if together or (isinstance(block, OutlineColumn) and isinstance(last, OutlineColumn)):
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups


def _is_caption(group: Sequence[OutlineBlock]) -> bool:
    only = group[0]
    return (
        len(group) == 1
        and isinstance(only, Paragraph)
        and only.list is ListKind.NONE
        and len(only.text) <= _LONGEST_CAPTION
    )


def _subtitle(found: _Found) -> tuple[Run, ...]:
    """Give the only, short paragraph that a slide shows; empty where it shows more."""
    body = found[0]
    only = body[0] if isinstance(body, tuple) and len(body) == 1 else None
    if isinstance(only, Paragraph) and only.list is ListKind.NONE and len(only.text) <= _LONGEST_SUBTITLE:
        return only.runs
    return ()


def in_line(column: OutlineColumn) -> list[Paragraph]:
    """Give a column as a list: its heading, and what stands under it a level below."""
    heading = [Paragraph(column.heading)] if _length(column.heading) else []
    return heading + [replace(each, level=each.level + len(heading)) for each in column.paragraphs]


def _is_long(block: OutlineBlock) -> bool:
    return isinstance(block, OutlineColumn) and (
        _length(block.heading) > LONGEST_TITLE
        or len(block.paragraphs) > MOST_ITEMS
        or any(len(each.text) > LONGEST for each in block.paragraphs)
    )


def _is_wordy(table: OutlineTable) -> bool:
    return any(_length(cell) > LONGEST_CELL for row in (table.header, *table.rows) for cell in row)


def _length(runs: Iterable[Run]) -> int:
    return sum(len(run.text) for run in runs)


def _lists(blocks: Sequence[TextBlock], lost: list[str]) -> list[_Found]:
    pieces = [piece for block in blocks for piece in _short(block)]
    if len(pieces) > len(blocks):
        lost.append(CUT)
    return [(chunk, ()) for chunk in _chunks(pieces)]


def _short(block: TextBlock) -> list[TextBlock]:
    """Cut a text that is far too long for a slide; a quotation becomes paragraphs, in its marks."""
    long_name = isinstance(block, OutlineQuote) and _length(block.attribution) > LONGEST_TITLE
    if _length(block.runs) <= LONGEST and not long_name:
        return [block]
    if isinstance(block, OutlineQuote):
        attribution = (Run(" — "), *block.attribution) if block.attribution else ()
        block = Paragraph((Run("“"), *block.runs, Run("”"), *attribution))
    return [replace(block, runs=runs) for runs in in_pieces(block.runs, LONGEST)]


def _chunks(blocks: Sequence[TextBlock]) -> list[tuple[TextBlock, ...]]:
    """Cut a list that is too long for one slide before an item of the first level."""
    least = min((block.level for block in blocks if isinstance(block, Paragraph)), default=0)
    chunks: list[list[TextBlock]] = [[]]
    items = characters = 0
    for block in blocks:
        begins = isinstance(block, OutlineQuote) or block.level == least
        length = _length(block.runs)
        if chunks[-1] and begins and (items >= MOST_ITEMS or characters + length > MOST_CHARACTERS):
            chunks.append([])
            items = characters = 0
        chunks[-1].append(block)
        items, characters = items + begins, characters + length
    return [tuple(chunk) for chunk in chunks]


def _tables(table: OutlineTable) -> list[OutlineTable]:
    return [
        OutlineTable(table.header, table.rows[start : start + MOST_ROWS], table.description)
        for start in range(0, max(len(table.rows), 1), MOST_ROWS)
    ]
