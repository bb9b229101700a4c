"""Tables, charts and pictures as a pack has them."""

import math
import re
from collections.abc import Sequence

from deckbuilder.importing.dividing import MOST_COLUMNS, MOST_ITEMS, Piece
from deckbuilder.importing.pack_slides import Value
from deckbuilder.importing.points import Write
from deckbuilder.ir.outline import OutlineChart, OutlinePicture, OutlineTable
from deckbuilder.ir.text import Paragraph, Run

EMPTY = "&nbsp;"
"""What an empty cell is written as: a text may not be empty, and this one is read as a space."""
_NUMBER = re.compile(r"[-+\u2212£$€]?\s?\d[\d,. ]{0,20}\s?%?")
MOST_SERIES = 6
LONGEST_DESCRIPTION = 1_000
"""The most characters of a description for people who cannot see the slide."""
_LONGEST_NAME = 200


def table_fields(table: OutlineTable, piece: Piece, write: Write) -> dict[str, Value] | None:
    """Give a table's keys; None where it has more columns than a slide can show."""
    header, rows = table.header, list(table.rows)
    if not header and rows:
        header, rows = rows[0], rows[1:]
        piece.ask("No row of this table is marked as its header; the first one was taken.")
    count = max([len(header), *(len(row) for row in rows)])
    if count > MOST_COLUMNS:
        return None
    if not rows:
        rows = [header]
        piece.ask("This table has one row only; it is the header as well.")
    columns: list[Value] = []
    written = [[_cell(row, index, write) for index in range(count)] for row in rows]
    for index in range(count):
        heading = _cell(header, index, write)
        is_numbers = all(_NUMBER.fullmatch(row[index]) for row in written)
        if index < len(table.right_aligned):
            is_numbers = table.right_aligned[index]
        columns.append({"heading": heading, "align": "right"} if is_numbers else heading)
    description = _described(table.description, piece)
    if not description:
        names = ", ".join(filter(None, (_text(cell) for cell in header)))
        rows_said = "1 row" if len(rows) == 1 else f"{len(rows)} rows"
        description = f"A table with {rows_said}" + (f": {names}" if names else "")
        piece.ask("The document does not describe this table; say in “description” what it shows.")
    return {"columns": columns, "rows": [list(row) for row in written], "description": write((Run(description),))}


def chart_fields(chart: OutlineChart, caption: str, piece: Piece, write: Write) -> dict[str, Value] | None:
    """Give a chart's keys; None where its numbers do not make a chart that a pack can have."""
    names = [name.strip() for name in chart.categories]
    sound = all(
        len(values) == len(names) and all(math.isfinite(value) for value in values) for _, values in chart.series
    )
    long = any(len(name) > _LONGEST_NAME for name in (*names, *(name for name, _ in chart.series)))
    if long or not sound or not all(names) or not 1 <= len(chart.series) <= MOST_SERIES or len(names) > MOST_ITEMS:
        return None
    series: list[Value] = [
        {"name": write((Run(name.strip() or f"Series {number}"),)), "values": list(values)}
        for number, (name, values) in enumerate(chart.series, 1)
    ]
    description = _described(chart.description, piece)
    if not description:
        said = ", ".join(name.strip() for name, _ in chart.series if name.strip())
        description = f"A chart with values for {len(names)} categories" + (f": {said}" if said else "")
        piece.ask("The document does not describe this chart; say in “description” what it shows.")
    fields: dict[str, Value] = {
        "chart": chart.kind if chart.kind in {"bar", "column", "line"} else "column",
        "categories": [write((Run(name),)) for name in names],
        "series": series,
    }
    if chart.unit.strip():
        fields["unit"] = write((Run(chart.unit),))
    fields["description"] = write((Run(description),))
    return {**fields, "caption": caption} if caption else fields


def _described(text: str, piece: Piece) -> str:
    """Give a description on one line; one that is longer than anybody listens to goes on in the notes."""
    words = " ".join(text.split())
    if len(words) <= LONGEST_DESCRIPTION:
        return words
    piece.lost.append("The description is very long; the whole of it is at the end of the notes.")
    piece.notes = (*piece.notes, Paragraph((Run(words),)))
    return words[:LONGEST_DESCRIPTION].rpartition(" ")[0] + "…"


def chart_table(chart: OutlineChart) -> OutlineTable:
    """Give a chart's numbers as a table."""
    header = ((), *((Run(name),) for name, _ in chart.series))
    rows = tuple(
        ((Run(category),), *((Run(_number(values, index)),) for _, values in chart.series))
        for index, category in enumerate(chart.categories)
    )
    return OutlineTable(header, rows, chart.description)


def _number(values: Sequence[float], index: int) -> str:
    if index >= len(values) or not math.isfinite(values[index]):
        return ""
    value = values[index]
    return str(int(value)) if value == int(value) else str(value)


def picture_fields(picture: OutlinePicture, caption: str, piece: Piece, write: Write) -> dict[str, Value]:
    """Give a picture's keys; one that the document does not describe gets a description to be replaced."""
    fields: dict[str, Value] = {"picture": f"pictures/{picture.name}"}
    description = _described(picture.description, piece)
    if description:
        fields["description"] = write((Run(description),))
    elif picture.decorative:
        fields["decorative"] = True
    else:
        fields["description"] = "TODO: say what this picture shows, for people who cannot see it"
        piece.ask(
            "The document does not describe this picture; say in “description” what it shows, or write "
            "“decorative: true” in its place where it shows nothing of weight."
        )
    return {**fields, "caption": caption} if caption else fields


def _cell(row: Sequence[tuple[Run, ...]], index: int, write: Write) -> str:
    text = write(row[index]) if index < len(row) else ""
    return text or EMPTY


def _text(runs: tuple[Run, ...]) -> str:
    return " ".join("".join(run.text for run in runs).split())
