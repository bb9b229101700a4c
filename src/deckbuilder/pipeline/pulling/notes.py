"""Notes for a slide that has none in the pack."""

from collections.abc import Sequence

from deckbuilder.importing.pack_notes import notes
from deckbuilder.ir.text import Paragraph, Run
from deckbuilder.pipeline.pulling.desk import Desk
from deckbuilder.pipeline.pulling.lines import Line
from deckbuilder.pipeline.pulling.regions import Region
from deckbuilder.source.editing import SetEntry


def first_notes(region: Region, lines: Sequence[Line], desk: Desk) -> str:
    """Give a slide the notes that it lacks; gives why that cannot be done, or nothing."""
    node = region.node
    desk.files.edit(node.file, SetEntry(node.path[:-1], str(node.path[-1]), notes_text(lines, desk)))
    return ""


def notes_text(lines: Sequence[Line], desk: Desk) -> str:
    """Write notes as a pack holds them."""
    return notes(paragraph_of(line, desk) for line in lines)


def paragraph_of(line: Line, desk: Desk) -> Paragraph:
    """Make a paragraph of a line."""
    runs: list[Run] = []
    for index, token in enumerate(line.tokens):
        space = ("\n" if "\n" in token.space else " ") if token.space and index else ""
        look = (token.strong, token.emphasis, desk.links.of(token.link))
        if runs and look == (runs[-1].strong, runs[-1].emphasis, runs[-1].link):
            runs[-1] = Run(runs[-1].text + space + token.typed, *look)
        else:
            runs += [Run(space)] if space else []
            runs.append(Run(token.typed, *look))
    return Paragraph(tuple(runs), line.level, line.list)
