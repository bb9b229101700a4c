"""Tables, pictures and charts of a deck that this tool built, read back as `compose.slides` laid them out."""

import re

from deckbuilder.compose import words
from deckbuilder.importing.own_slide import Fields, OwnSlide
from deckbuilder.importing.pack_slides import Value
from deckbuilder.ir.outline import OutlineChart, OutlinePicture, OutlineTable
from deckbuilder.ir.text import Run

_COUNTED = re.compile(re.escape(words.counted("\0")).replace("\0", "(.+)"))


def table(slide: OwnSlide) -> Fields | None:
    """Read a table, put together of its parts, each of which repeats the header."""
    tables = [block for part in slide.parts for block in part.body if isinstance(block, OutlineTable)]
    if (
        not tables
        or slide.entries
        or not tables[0].header
        or not all(each.header == tables[0].header for each in tables)
    ):
        return None
    first = tables[0]
    write = slide.write
    columns: list[Value] = []
    for index, heading in enumerate(first.header):
        right = all(index < len(each.right_aligned) and each.right_aligned[index] for each in tables)
        columns.append({"heading": write(heading), "align": "right"} if right else write(heading))
    rows: list[Value] = [[write(cell) or "&nbsp;" for cell in row] for each in tables for row in each.rows]
    return {"columns": columns, "rows": rows, "description": write((Run(first.description),))}


def picture(slide: OwnSlide) -> Fields | None:
    """Read a picture and its caption."""
    pictures = [block for part in slide.parts for block in part.body if isinstance(block, OutlinePicture)]
    captions = [each for entry in slide.entries for each in entry]
    if len(pictures) != 1 or len(captions) > 1:
        return None
    shown = pictures[0]
    fields: Fields = {"picture": f"pictures/{shown.name}"}
    if shown.description:
        fields["description"] = slide.write((Run(shown.description),))
    else:
        fields["decorative"] = True
    return {**fields, "caption": slide.write(captions[0].runs)} if captions else fields


def chart(slide: OwnSlide) -> Fields | None:
    """Read a chart; what it counts stands before its caption."""
    charts = [block for part in slide.parts for block in part.body if isinstance(block, OutlineChart)]
    captions = [each for entry in slide.entries for each in entry]
    if len(charts) != 1 or len(captions) > 2:
        return None
    shown, write = charts[0], slide.write
    fields: Fields = {
        "chart": shown.kind,
        "categories": [write((Run(name),)) for name in shown.categories],
        "series": [{"name": write((Run(name),)), "values": list(values)} for name, values in shown.series],
    }
    counted = _COUNTED.fullmatch(captions[0].text) if captions else None
    if counted:
        fields["unit"] = write((Run(counted[1]),))
        captions.pop(0)
    fields["description"] = write((Run(shown.description),))
    return {**fields, "caption": write(captions[0].runs)} if captions else fields
