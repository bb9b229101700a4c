"""Writing text as the pack's inline Markdown, so that `compose.markup` reads back the very same words.

Text is written as plainly as can be: a character is escaped only where reading it back would give something else.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from msgspec.structs import replace

from deckbuilder.compose import Markup
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.text import Run
from deckbuilder.source import Text
from deckbuilder.source.text_reader import NOT_XML

_SPECIAL = re.compile(r"[\\`*_\[\]<>&]")
_OFTEN_SPECIAL = re.compile(r"[\\`*<]")
_BRACE = re.compile(r"(?<=\{)\{")
"""Two braces would begin a value."""
_SPACE_FIRST = re.compile(r"(?<=\n)[ \t]")
"""Space that Markdown drops at the beginning of a line."""
_AFTER_BREAK = {" ": "&#32;", "\t": "&#9;"}
_AWKWARD = re.compile(r"[\\<>&]|(?<=\{)\{")
_APART = "&#xFEFF;"
"""Stands for a character that `compose.markup` leaves out, and so parts two runs that touch."""

Write = Callable[[str], str]


def inline(runs: Iterable[Run]) -> str:
    """Write runs as a text of one paragraph; what is read of it are these runs, `tidy`.

    Links must be addresses that a pack may have, or `#id` of a slide.
    """
    wanted = tidy(runs)
    many = has_many_marks(wanted)
    if many and len(wanted) == 1 and wanted[0] == Run(wanted[0].text):
        return _fully(wanted[0].text)
    for escape, apart in _WAYS[2:] if many else _WAYS:
        written = apart.join(_formatted(wanted, escape, apart))
        if _read(written, wanted) == wanted:
            return written
    return _fully("".join(run.text for run in wanted))


def has_many_marks(runs: Iterable[Run]) -> bool:
    """Say whether runs hold more marks than people write: what could stand unescaped would take long to find out."""
    return sum(len(_SPECIAL.findall(run.text)) for run in runs) > _MANY_MARKS


def tidy(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Give runs without what no text keeps: space around the whole, the look of space, characters XML cannot hold."""
    pieces: list[Run] = []
    cleaned = (replace(run, text=clean(run.text)) for run in runs)
    for link, group in groupby(merged(cleaned), key=lambda run: run.link):
        parted = merged([piece for run in group for piece in _parted(run)])
        first, last = (0, len(parted) - 1)
        pieces += (
            [
                replace(piece, link=None) if position in (first, last) and not piece.text.strip() else piece
                for position, piece in enumerate(parted)
            ]
            if link
            else parted
        )
    found = merged(pieces)
    while found and not found[0].text.strip():
        found = found[1:]
    while found and not found[-1].text.strip():
        found = found[:-1]
    if found:
        found[0] = replace(found[0], text=found[0].text.lstrip())
        found[-1] = replace(found[-1], text=found[-1].text.rstrip())
    return tuple(found)


def clean(text: str) -> str:
    """Take out the characters that no document holds, and write ends of lines in one way."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n")
    return NOT_XML.sub("", text)


def merged(runs: Iterable[Run]) -> list[Run]:
    """Make one run of those beside one another that look the same; empty ones go."""
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        if last and (last.strong, last.emphasis, last.link) == (run.strong, run.emphasis, run.link):
            found[-1] = replace(last, text=last.text + run.text)
        elif run.text:
            found.append(run)
    return found


def _parted(run: Run) -> list[Run]:
    """Part the space around a run from it; space has no look."""
    core = run.text.strip()
    if not (run.strong or run.emphasis or run.link) or (core == run.text and core):
        return [run]
    before = run.text[: len(run.text) - len(run.text.lstrip())] if core else run.text
    after = run.text[len(run.text.rstrip()) :] if core else ""
    space = replace(run, strong=False, emphasis=False)
    return [piece for piece in (replace(space, text=before), replace(run, text=core), replace(space, text=after))
            if piece.text]  # fmt: skip


def _formatted(runs: Sequence[Run], escape: Write, apart: str) -> list[str]:
    written: list[str] = []
    for link, group in groupby(runs, key=lambda run: run.link):
        inner = [_marked(escape(run.text), run) for run in group]
        written += [f"[{apart.join(inner)}]({_address(link)})"] if link else inner
    return written


def _marked(text: str, run: Run) -> str:
    marks = "*" * (2 * run.strong + run.emphasis)
    return f"{marks}{text}{marks}"


def _address(link: str) -> str:
    """Write a link's address, in angle brackets where it would end too early."""
    written = _AWKWARD.sub(r"\\\g<0>", link)
    return f"<{written}>" if re.search(r"[\s()\x00-\x1f]", link) else written


def _lightly(text: str) -> str:
    text = _BRACE.sub(r"\\{", text)
    text = _SPACE_FIRST.sub(lambda match: _AFTER_BREAK[match.group()], text)
    return text.replace("\n", "\\\n")


def _often(text: str) -> str:
    return _lightly(_OFTEN_SPECIAL.sub(r"\\\g<0>", text))


def _fully(text: str) -> str:
    return _lightly(_SPECIAL.sub(r"\\\g<0>", text))


def _read(written: str, wanted: tuple[Run, ...]) -> tuple[Run, ...] | None:
    """Read what was written as a pack's text is read; None when anything in it is refused."""
    slides = [run.link[1:] for run in wanted if run.link and run.link.startswith("#")]
    diagnostics = Diagnostics()
    runs = Markup({}, slides, diagnostics).runs(Text(written))
    return None if len(diagnostics) else runs


_WAYS: tuple[tuple[Write, str], ...] = ((_lightly, ""), (_often, ""), (_fully, ""), (_fully, _APART))
"""How a text can be written: the escape, and what parts runs. The plainest that is read back right is taken."""
_MANY_MARKS = 200
