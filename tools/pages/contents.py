"""Faults of a table of contents: entries that are not the headings, and page numbers that are not theirs."""

import re
from collections.abc import Iterator

from pages.fault import Fault, short
from pages.matching import Match
from pages.printed import plain
from pages.written import Written

_LEVELS = re.compile(r'\\o\s+"?(\d)-(\d)')
_OUTLINE = re.compile(r"\\u\b")
_PAGE = re.compile(r"^(.*?)[\t\s]*\t[\t\s]*(\d+)\s*$", re.DOTALL)


def faults(written: Written, match: Match) -> Iterator[Fault]:
    """Compare each contents table with the headings of its levels, and with the pages on which these stand."""
    headings = [
        index
        for index, block in enumerate(written.blocks)
        if block.level is not None and block.contents is None and plain(block.text) and not block.floating
    ]
    for number, instruction in enumerate(written.contents):
        levels = _LEVELS.search(instruction)
        if levels is None and not _OUTLINE.search(instruction):
            continue
        first, last = (int(levels[1]), int(levels[2])) if levels else (1, 9)
        shown = [index for index in headings if first <= (written.blocks[index].level or 0) <= last]
        yield from _compare(number, shown, match)


def _compare(number: int, headings: list[int], match: Match) -> Iterator[Fault]:
    blocks = match.written.blocks
    entries = [index for index, block in enumerate(blocks) if block.contents == number and plain(block.text)]
    texts = [plain(_split(blocks[entry].text)[0]) for entry in entries]
    wanted = [plain(blocks[index].text) for index in headings]
    if texts == wanted:
        yield from _pages(entries, headings, match)
        return
    for entry, text in zip(entries, texts, strict=True):
        if text not in wanted:
            yield Fault(_page(match, entry), "contents", f"{short(blocks[entry].text)} is no heading of its levels")
    for heading, text in zip(headings, wanted, strict=True):
        if text not in texts:
            yield Fault(_page(match, heading), "contents", f"{short(blocks[heading].text)} is not in the contents")
    if set(texts) == set(wanted):
        yield Fault(None, "contents", "the entries are not the headings in their order, each once")


def _pages(entries: list[int], headings: list[int], match: Match) -> Iterator[Fault]:
    """Compare page numbers, where there are any, with the pages on which the headings stand."""
    split = [_split(match.block(entry).text) for entry in entries]
    if any(page is not None for _, page in split):
        for entry, heading, (text, page) in zip(entries, headings, split, strict=True):
            stands = _page(match, heading)
            if page is None:
                yield Fault(_page(match, entry), "contents", f"the entry {short(text)} has no page number")
            elif stands is not None and page != stands:
                detail = f"the contents give page {page} for {short(text)}, which stands on page {stands}"
                yield Fault(_page(match, entry), "contents", detail)


def _split(text: str) -> tuple[str, int | None]:
    """Part an entry from its page number, which stands behind a tab."""
    numbered = _PAGE.match(text)
    return (numbered[1], int(numbered[2])) if numbered else (text, None)


def _page(match: Match, index: int) -> int | None:
    pages = match.pages(index)
    return pages[0] + 1 if pages else None
