"""Faults of page breaks: pages that hold nothing, and breaks that part what belongs together."""

from collections.abc import Iterator
from itertools import groupby

from pages.fault import Fault, short
from pages.matching import Match
from pages.printed import Box, plain
from pages.written import Block

_LEAST_FILLED = 0.12
"""The share of the text area under which a page is nearly empty."""
_LABEL, _LEAD = 8, 15
"""The most words of a bold line that is a label, and of a line whose style keeps it with the next."""
_LINE = 24
"""A line with the space around it, in points: what is nearly as high as a page needs not fit on one."""


def faults(match: Match) -> Iterator[Fault]:
    """Look at each page, and at where it ends."""
    for page in range(len(match.printed.leaves)):
        yield from _emptiness(match, page)
        yield from _foot(match, page)
    yield from _cut_rows(match)
    yield from _cut_answers(match)


def _in_area(match: Match, page: int, box: Box) -> bool:
    area = match.area(page)
    return area.bottom < (box[1] + box[3]) / 2 < area.top


def _emptiness(match: Match, page: int) -> Iterator[Fault]:
    leaf, area = match.printed.leaves[page], match.area(page)
    texts = [box for index in match.on_page[page] if (box := match.box(index, page))]
    pictures = [box for box in leaf.pictures if _in_area(match, page, box)]
    if not texts and not pictures:
        ruled = any(area.bottom < rule < area.top for rule in leaf.rules)
        detail = "ruled lines without a word" if ruled else "nothing but header and footer"
        yield Fault(page + 1, "empty-page", detail)
        return
    heights = [edge for box in texts + pictures for edge in (box[1], box[3])]
    heights += [rule for rule in leaf.rules if area.bottom < rule < area.top]
    share = (max(heights) - min(heights)) / (area.top - area.bottom)
    if share < _LEAST_FILLED:
        what = short(match.block(match.on_page[page][0]).text) if texts else "a picture"
        yield Fault(page + 1, "nearly-empty-page", f"{share:.0%} of the page is filled, from {what}", warning=True)


def _foot(match: Match, page: int) -> Iterator[Fault]:
    """Judge the last text of a page by what comes after it."""
    held = [index for index in match.on_page[page] if not match.block(index).floating]
    if not held:
        return
    last = held[-1]
    block = match.block(last)
    if match.pages(last)[-1] > page:
        if block.level is not None:
            yield Fault(page + 1, "heading-broken", f"the heading {short(block.text)} goes on overleaf")
        return
    after = next((i for i in range(last + 1, len(match.found)) if match.pages(i)), None)
    if after is None or _goes_on(match, last, after, page):
        return
    following = match.block(after)
    what = _leads(block, following)
    if what:
        keeps = "keepNext is set" if block.keeps_next else "keepNext is not set"
        detail = (
            f"{what} {short(block.text)} stands last, {short(following.text, 40)} overleaf ({block.style}; {keeps})"
        )
        yield Fault(page + 1, "lead-at-foot", detail)
    elif len(held) > 1 and match.block(held[-2]).level is not None and len(block.text.split()) <= _LABEL:
        detail = (
            f"only {short(block.text)} stands under the heading {short(match.block(held[-2]).text)} ({block.style})"
        )
        yield Fault(page + 1, "thin-foot", detail, warning=True)
    elif not all(match.block(index).keeps_next for index in range(last, after)):
        return
    elif following.new_page:
        detail = (
            f"{short(block.text)} is kept with {short(following.text)}, which takes a page of its own ({block.style})"
        )
        yield Fault(page + 1, "kept-in-vain", detail, warning=True)
    elif not _must_break(match, last, page):
        detail = (
            f"{short(block.text)} is kept with the next, {short(following.text, 40)} stands overleaf ({block.style})"
        )
        yield Fault(page + 1, "kept-in-vain", detail, warning=not block.style_keeps)


def _leads(block: Block, following: Block) -> str:
    """Say as what a block leads to the one that follows it, and nothing where it may stand last."""
    words = len(block.text.split())
    if block.level is not None:
        return "the heading"
    if block.cell is not None and block.cell.header and not block.cell.table.answer:
        return "the header row with"
    if block.cell is not None and (following.cell is None or following.cell.table.number != block.cell.table.number):
        return ""
    if plain(block.text).endswith(":"):
        return "the leading line"
    if following.cell is not None and following.cell.table.answer and block.cell is None:
        return "the question"
    if following.new_page or block.contents is not None:
        return ""
    label = block.bold and words <= _LABEL and block.cell is None
    return "the label" if label or (block.style_keeps and words <= _LEAD) else ""


def _must_break(match: Match, last: int, page: int) -> bool:
    """Say whether the texts that are kept together, of which this one is the last on a page, are higher than a page."""
    first, end = last, last
    while first and match.block(first - 1).keeps_next:
        first -= 1
    while end + 1 < len(match.found) and match.block(end).keeps_next:
        end += 1
    if any(pages and (pages[0] < page or pages[-1] > page + 1) for pages in map(match.pages, range(first, end + 1))):
        return True
    height = match.area(page).top - match.area(page).bottom
    for number in (page, page + 1):
        boxes = [box for index in range(first, end + 1) if (box := match.box(index, number))]
        height -= max((box[3] for box in boxes), default=0) - min((box[1] for box in boxes), default=0)
    return height < 2 * _LINE


def _goes_on(match: Match, last: int, after: int, page: int) -> bool:
    """Say whether a page holds more under its last text: pictures, or rows that are empty."""
    box = match.box(last, page)
    if box is None:
        return False
    leaf, area = match.printed.leaves[page], match.area(page)
    between = [match.block(index) for index in range(last + 1, after + 1)]
    below = [drawn for drawn in leaf.drawn if drawn[3] < box[1] + 2 and drawn[3] - drawn[1] > 20]
    if any(block.picture for block in between) and any(_in_area(match, page, drawn) for drawn in below):
        return True
    rules = [rule for rule in leaf.rules if area.bottom - 2 < rule < box[1]]
    blank = any(block.cell is not None and not plain(block.text) for block in between[:-1])
    return blank and len(rules) > 1


def _cut_rows(match: Match) -> Iterator[Fault]:
    """Find rows with words on two pages."""
    cells = [(index, block.cell) for index, block in enumerate(match.written.blocks) if block.cell is not None]
    for (_, row), group in groupby(cells, lambda item: (item[1].table.number, item[1].row)):
        indexes = [index for index, _ in group]
        pages = sorted({page for index in indexes for page in match.pages(index)})
        if len(pages) > 1:
            text = short(" ".join(match.block(index).text for index in indexes))
            yield Fault(pages[0] + 1, "row-cut", f"row {row + 1}, {text}, goes on on page {pages[-1] + 1}")


def _cut_answers(match: Match) -> Iterator[Fault]:
    """Find fields to write in whose lines do not fit under their first row."""
    for index, block in enumerate(match.written.blocks):
        cell = block.cell
        if cell is None or not cell.table.answer or cell.row or not match.pages(index):
            continue
        page = match.pages(index)[-1]
        box, area = match.box(index, page), match.area(page)
        if box is None:
            continue
        lines = [rule for rule in match.printed.leaves[page].rules if area.bottom - 2 < rule < box[1]]
        foot = lines[0] if lines else box[1]
        height = cell.table.row_height or (lines[0] - lines[1] if len(lines) > 1 else 0)
        wanted = (cell.table.rows - 1) * height
        if wanted > foot - area.bottom + 2:
            detail = (
                f"the field {short(block.text)} of {cell.table.rows} lines goes on overleaf ({_before(match, index)})"
            )
            yield Fault(page + 1, "answer-cut", detail)


def _before(match: Match, index: int) -> str:
    """Name the question before a field."""
    texts = [match.block(i).text for i in range(index) if plain(match.block(i).text) and match.block(i).cell is None]
    return f"after {short(texts[-1], 40)}" if texts else "at the beginning"
