"""Tables, pictures and charts of a slide."""

from collections.abc import Sequence
from hashlib import sha256
from itertools import pairwise

from msgspec import Struct

from deckbuilder.ir.outline import OutlineChart, OutlinePicture, OutlineSlide, OutlineTable
from deckbuilder.ir.text import Run
from deckbuilder.pipeline.pulling.changes import BY_HAND, NEWER, Change, Kind
from deckbuilder.pipeline.pulling.desk import Desk
from deckbuilder.pipeline.pulling.files import Node
from deckbuilder.pipeline.pulling.lines import Line, Token, aligned, tokens_of
from deckbuilder.pipeline.pulling.rewriting import fresh_text, look_changed
from deckbuilder.pipeline.pulling.slides import SlidePair, body_lines, tables_of, text_lines
from deckbuilder.pipeline.pulling.texts import Piece
from deckbuilder.pipeline.pulling.tracing import Traced
from deckbuilder.source.editing import Arrange, New

_PICTURES = "pictures are not carried: put the file into the pack’s folder"
_NUMBERS = "put the numbers into the pack by hand"
_BOXES = "text in a box of its own has no place in a pack"
_COLUMNS = "the table has another number of columns: change it in the pack"

Cells = tuple[Line, ...]


class _Saying:
    """Makes the changes of one slide."""

    def __init__(self, place: str, title: str, desk: Desk) -> None:
        self.found: list[Change] = []
        self._place = place
        self._title = title
        self.desk = desk

    def add(self, what: str, kind: Kind, old: str, new: str, piece: Piece | None = None, reason: str = "") -> None:
        """Note a change."""
        origin = piece.text.origin if piece is not None else None
        self.found.append(Change(self._place, self._title, what, kind, old, new, origin, reason))

    def text(self, what: str, piece: Piece | None, old: Line, new: Line) -> None:
        """Note a text that is there still, where it has changed."""
        if old.key == new.key and not look_changed(old, new):
            return
        shown = piece is not None and piece.line.key == old.key
        reason = self.desk.change(Traced(old, piece), new) if shown and new.tokens else BY_HAND
        self.add(what, Kind.CHANGED, old.text, new.text, piece, reason)


def figure_changes(pair: SlidePair, pieces: Sequence[Piece], place: str, title: str, desk: Desk) -> list[Change]:
    """Say what changed in the tables, pictures and charts of a slide, and which text boxes are new."""
    saying = _Saying(place, title, desk)
    by_keys = {piece.keys: piece for piece in pieces}
    _tables(tables_of(pair.ours), tables_of(pair.theirs), by_keys, saying)
    _described(pair, by_keys, saying)
    _pictures(pair, saying)
    _charts(pair, saying)
    _boxes(pair, saying)
    return saying.found


def _tables(
    ours: list[OutlineTable], theirs: list[OutlineTable], by_keys: dict[tuple[str | int, ...], Piece], saying: _Saying
) -> None:
    if not ours and not theirs:
        return
    if ours and ours[0].header:
        theirs = [_headed(table) for table in theirs]
    old, new = _rows(ours), _rows(theirs)
    if not ours or not theirs:
        kind = Kind.REMOVED if ours else Kind.ADDED
        saying.add("table", kind, _shown(old), _shown(new), None, BY_HAND)
        return
    header_old, header_new = _header(ours), _header(theirs)
    width = max(len(ours[0].header), max((len(row) for row in old), default=0))
    if any(len(row) != width for row in [*new, *([header_new] if header_new else [])]):
        saying.add("table", Kind.CHANGED, _shown(old), _shown(new), None, _COLUMNS)
        return
    for index, (was, now) in enumerate(zip(header_old, header_new, strict=False)):
        piece = by_keys.get(("columns", index, "heading"))
        saying.text("heading of the table", piece, was, now)
    _row_changes(old, new, by_keys, saying)


def _headed(table: OutlineTable) -> OutlineTable:
    """Take the first row as the header of a table, where a program has dropped the mark that it is one."""
    return table if table.header or not table.rows else OutlineTable(table.rows[0], table.rows[1:], table.description)


def _row_changes(
    old: list[Cells], new: list[Cells], by_keys: dict[tuple[str | int, ...], Piece], saying: _Saying
) -> None:
    items: list[int | New] = []
    structural: list[_RowChange] = []
    for before, after in aligned([_joined(row) for row in old], [_joined(row) for row in new]):
        if before is None:
            row = new[after or 0]
            if all(cell.tokens for cell in row):
                items.append(New([fresh_text(cell, saying.desk.links) for cell in row]))
                structural.append(_RowChange(Kind.ADDED, "", _shown([row])))
            else:
                saying.add("row of the table", Kind.ADDED, "", _shown([row]), None, BY_HAND)
            continue
        gone = _RowChange(Kind.REMOVED, _shown([old[before]]), "", by_keys.get(("rows", before, 0)))
        if after is not None:
            items.append(before)
            for column, (was, now) in enumerate(zip(old[before], new[after], strict=True)):
                saying.text("cell of the table", by_keys.get(("rows", before, column)), was, now)
        elif saying.desk.keeps:
            items.append(before)
            saying.add("row of the table", gone.kind, gone.old, gone.new, gone.piece, NEWER)
        else:
            structural.append(gone)
    numbers = [item for item in items if isinstance(item, int)]
    moved = [_shown([old[later]]) for earlier, later in pairwise(numbers) if later < earlier]
    structural += [_RowChange(Kind.MOVED, said, said) for said in moved]
    if structural:
        reason = _arranged(items, by_keys.get(("rows", 0, 0)), len(old), saying.desk)
        for each in structural:
            saying.add("row of the table", each.kind, each.old, each.new, each.piece, reason)


class _RowChange(Struct, frozen=True):
    kind: Kind
    old: str
    new: str
    piece: Piece | None = None


def _arranged(items: list[int | New], first: Piece | None, count: int, desk: Desk) -> str:
    cell = desk.files.node(first.text.origin) if first is not None else None
    if cell is None or len(cell.path) < 3:
        return BY_HAND
    rows: Node = cell.above.above
    if rows.path[-1] != "rows" or desk.files.count(rows) != count or not items:
        return BY_HAND
    desk.files.edit(rows.file, Arrange(rows.path, tuple(items)))
    return ""


def _header(tables: list[OutlineTable]) -> Cells:
    return tuple(Line(tokens_of(cell)) for cell in tables[0].header)


def _rows(tables: list[OutlineTable]) -> list[Cells]:
    """Give the rows of a table that may stand on several slides, each with the header again."""
    return [tuple(Line(tokens_of(cell)) for cell in row) for table in tables for row in table.rows]


def _joined(cells: Cells) -> Line:
    """Make one line of a row, so that rows can be compared."""
    apart = Token("|", "|", " ", strong=False, emphasis=False, link=None)
    return Line(tuple(token for cell in cells for token in (*cell.tokens, apart)))


def _shown(rows: Sequence[Cells]) -> str:
    return "; ".join(" | ".join(cell.text for cell in row) for row in rows)


def _described(pair: SlidePair, by_keys: dict[tuple[str | int, ...], Piece], saying: _Saying) -> None:
    """Look at the alternative text of what both have."""
    piece = by_keys.get(("description",))
    old, new = _descriptions(pair.ours), _descriptions(pair.theirs)
    dropped = not any(new) and any(slide.tag is None for slide in pair.theirs)  # as LibreOffice does with tables
    if piece is not None and len(old) == len(new) > 0 and not dropped:
        changed = next((each for each in new if each != old[0]), old[0])
        saying.text("description", piece, _plain(old[0]), _plain(changed))


def _descriptions(slides: Sequence[OutlineSlide]) -> list[str]:
    described = (OutlineTable, OutlinePicture, OutlineChart)
    return [block.description for slide in slides for block in slide.body if isinstance(block, described)]


def _plain(text: str) -> Line:
    return Line(tokens_of((Run(text),)))


def _pictures(pair: SlidePair, saying: _Saying) -> None:
    ours, theirs = _pictures_of(pair.ours), _pictures_of(pair.theirs)
    gone = [name for digest, name in ours.items() if digest not in theirs]
    come = [name for digest, name in theirs.items() if digest not in ours]
    if gone and come:
        saying.add("picture", Kind.CHANGED, ", ".join(gone), ", ".join(come), None, _PICTURES)
    elif gone or come:
        kind = Kind.REMOVED if gone else Kind.ADDED
        saying.add("picture", kind, ", ".join(gone), ", ".join(come), None, _PICTURES)


def _pictures_of(slides: Sequence[OutlineSlide]) -> dict[bytes, str]:
    return {
        sha256(block.data).digest(): block.name
        for slide in slides
        for block in slide.body
        if isinstance(block, OutlinePicture)
    }


def _charts(pair: SlidePair, saying: _Saying) -> None:
    old, new = _charts_of(pair.ours), _charts_of(pair.theirs)
    if old == new:
        return
    kind = Kind.CHANGED if old and new else Kind.REMOVED if old else Kind.ADDED
    saying.add("chart", kind, old, new, None, _NUMBERS)


def _charts_of(slides: Sequence[OutlineSlide]) -> str:
    charts = [block for slide in slides for block in slide.body if isinstance(block, OutlineChart)]
    series = [(chart.categories, *each) for chart in charts for each in chart.series]
    return "; ".join(
        f"{name}: " + ", ".join(f"{category} {value:.15g}" for category, value in zip(names, values, strict=False))
        for names, name, values in series
    )


def _boxes(pair: SlidePair, saying: _Saying) -> None:
    """List text that stands on a slide outside its placeholders."""
    if any(slide.tag is None for slide in pair.theirs):
        return
    for slide in pair.theirs:
        held = [line.key for line in text_lines(slide)]
        for line in body_lines(slide):
            if line.key in held:
                held.remove(line.key)
            elif line.key not in {each.key for part in pair.ours for each in body_lines(part)}:
                saying.add("text box", Kind.ADDED, "", line.text, None, _BOXES)
