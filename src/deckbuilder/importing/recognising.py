"""From an outline to the slides of a pack: which kind each is, what it is called, what it shows.

No word is changed. Where the document leaves open what a pack must say, the decision is noted for its author.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from deckbuilder.importing.dividing import Piece, divided
from deckbuilder.importing.figures import chart_fields, chart_table, picture_fields, table_fields
from deckbuilder.importing.linking import Linking
from deckbuilder.importing.list_marks import without_marks
from deckbuilder.importing.lists import columns_fields, text_fields
from deckbuilder.importing.naming import name_pieces
from deckbuilder.importing.notes_kept import notes_value
from deckbuilder.importing.pack_slides import PackDraft, PackSlide, Value
from deckbuilder.importing.pack_text import inline
from deckbuilder.importing.points import Write, points_of
from deckbuilder.importing.row_by_row import table_paragraphs
from deckbuilder.ir.outline import (
    Loss,
    Outline,
    OutlineChart,
    OutlineColumn,
    OutlinePicture,
    OutlineTable,
)
from deckbuilder.ir.text import Run


def recognised(outline: Outline, named: str) -> PackDraft:
    """Make the slides of a pack; `named` is what it is called where the document has no title."""
    pieces: list[Piece] = []
    slides, marks = without_marks(outline.slides)
    for index, slide in enumerate(slides):
        pieces += divided(slide, first=index == 0)
    title = " ".join(outline.title.split())
    name_pieces(pieces, title or named)
    first = pieces[0] if pieces else None
    if not title:
        opening = first.title if first and first.opens == "title" else ()
        title = " ".join("".join(run.text for run in opening).split()) or named
    _name_sections(pieces)
    linking = Linking(pieces)
    made = tuple(_slide(piece, linking) for piece in pieces)
    losses = [(piece.place, what) for piece in pieces for what in piece.lost]
    return PackDraft(
        slides=made,
        about={"title": inline((Run(title),))},
        lost=(*outline.lost, *marks, *(Loss(place, what) for place, what in losses)),
        decided=tuple(Loss(piece.place, what) for piece in pieces for what in piece.decided),
    )


def _name_sections(pieces: list[Piece]) -> None:
    """Let each slide that opens a section begin one, where the document's own sections do not."""
    name, given = "", ""
    for piece in pieces:
        if piece.section != given:
            name = given = piece.section
        elif piece.opens == "section" and piece.ordinal == 1:
            name = " ".join("".join(run.text for run in piece.title).split())
        piece.section = name


def _slide(piece: Piece, linking: Linking) -> PackSlide:
    def write(runs: Iterable[Run]) -> str:
        return inline(linking.led(runs, piece))

    title = write(piece.title)
    kind, body = _body(piece, write)  # which may add to the notes
    fields: dict[str, Value] = {"id": piece.id, "kind": kind, "title": title, **body}
    notes = [replace(each, runs=tuple(linking.led(each.runs, piece))) for each in piece.notes]
    if notes and (written := notes_value(notes)):
        fields["notes"] = written
    pictures = (piece.body,) if isinstance(piece.body, OutlinePicture) else ()
    return PackSlide(fields, piece.place, piece.section, piece.hidden, pictures, tuple(dict.fromkeys(piece.look_at)))


def _body(piece: Piece, write: Write) -> tuple[str, dict[str, Value]]:
    body = piece.body
    if piece.opens:
        return piece.opens, {"subtitle": write(piece.subtitle)} if piece.subtitle else {}
    caption = write(piece.caption) if piece.caption else ""
    if isinstance(body, OutlinePicture):
        return "picture", picture_fields(body, caption, piece, write)
    if isinstance(body, OutlineChart):
        chart = chart_fields(body, caption, piece, write)
        if chart is not None:
            return "chart", chart
        piece.lost.append("A chart of this kind cannot be carried; its numbers are in a table.")
        body = chart_table(body)
    if isinstance(body, OutlineTable):
        table = table_fields(body, piece, write)
        if table is not None:
            return "table", table
        piece.lost.append("This table has too many columns for a slide; it became a list, row by row.")
        return "points", {"points": points_of(table_paragraphs(body), write).points}
    columns = [block for block in body if isinstance(block, OutlineColumn)]
    if columns:
        return columns_fields(columns, piece, write)
    return text_fields([block for block in body if not isinstance(block, OutlineColumn)], piece, write)
