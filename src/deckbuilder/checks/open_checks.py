"""Comments that begin with CHECK, such as import writes, are looked at before the pack goes out."""

import re
from collections.abc import Iterator

from deckbuilder.content import Pack
from deckbuilder.diagnostics import Diagnostics, Origin, SourceFile

_CHECK = re.compile(r"[ \t]{0,80}#[# \t]{0,9}CHECK:")
_BLOCK = re.compile(r"[:-][ ]+[|>][-+0-9]{0,2}$")
"""The end of a line that begins a text in the lines below it, where # is no comment."""
_MOST = 12
"""The most lines that are named."""


def open_checks(pack: Pack, diagnostics: Diagnostics) -> None:
    """Advise, once for a pack, to look at the places that comments mark with CHECK."""
    found = [Origin(file, line, column) for file in _files(pack) for line, column in _marked(file.text)]
    if not found:
        return
    named = "; ".join(
        f"{path.rpartition('/')[2]}, line{'s' if len(lines) > 1 else ''} {', '.join(lines)}"
        for path, lines in _by_file(found[:_MOST]).items()
    )
    more = f" and {len(found) - _MOST} more" if len(found) > _MOST else ""
    places = "1 place is" if len(found) == 1 else f"{len(found)} places are"
    diagnostics.advise(
        "open-checks",
        f"{places} still to be looked at, below a comment that begins with CHECK: {named}{more}.",
        found[0],
        "Look at each, put right what is wrong, then delete its comment.",
    )


def _files(pack: Pack) -> list[SourceFile]:
    texts = (pack.about.id, *(section.section for section in pack.sections), *(slide.id for slide in pack.slides))
    origins = [text.origin for text in texts if text.origin]
    return list({origin.path: origin.source for origin in origins}.values())


def _by_file(places: list[Origin]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for place in places:
        found.setdefault(place.path, []).append(str(place.line))
    return found


def _marked(text: str) -> Iterator[tuple[int, int]]:
    """Give the lines and columns of such comments; texts that hold the like are none."""
    if "CHECK:" not in text:
        return
    header, inside = -1, -1
    for number, line in enumerate(text.split("\n"), 1):
        indent = len(line) - len(line.lstrip(" "))
        if not line.strip():
            continue
        if header >= 0:
            inside = indent if indent > header else -1
            header = -1
        if inside >= 0 and indent >= inside:
            continue
        inside = -1
        if _BLOCK.search(line.partition(" #")[0].rstrip()):
            header = indent
        elif _CHECK.match(line):
            yield number, indent + 1
