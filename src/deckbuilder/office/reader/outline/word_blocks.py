"""The body of a Word document as a row of headings, paragraphs and other blocks."""

from collections.abc import Iterator

from msgspec import Struct

from deckbuilder.ir.outline import OutlineBlock, OutlineQuote
from deckbuilder.ir.text import ListKind, Paragraph, Run
from deckbuilder.office.reader.outline.losses import shown
from deckbuilder.office.reader.outline.quotations import is_for_quotation, names_speaker, spoken_by
from deckbuilder.office.reader.outline.slide_runs import TYPED, as_list_item, trimmed
from deckbuilder.office.reader.outline.word_drawings import drawn
from deckbuilder.office.reader.outline.word_parts import Surroundings, unwrapped
from deckbuilder.office.reader.outline.word_runs import inline_of, without_tabs
from deckbuilder.office.reader.outline.word_tables import rows_of, word_table
from deckbuilder.office.reader.parts import Element, every, find, local, name, whole
from deckbuilder.office.reader.word_styles import is_set

_DEEPEST = 30
_QUOTES = {"quote", "intense quote", "quotations", "block text", "block quote"}
"""The names that programs give their styles for quotations."""


class Block(Struct, frozen=True):
    """A piece of the document."""

    kind: str
    """`title`, `subtitle`, `heading`, `quote`, `caption`, `note`, `text` for a paragraph outside lists, or `matter`."""
    level: int = 0
    """The heading's, from 1."""
    content: OutlineBlock | None = None

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs of a paragraph."""
        return self.content.runs if isinstance(self.content, Paragraph) else ()

    @property
    def text(self) -> str:
        """The words of a paragraph on one line."""
        return " ".join("".join(run.text for run in self.runs).split())


def blocks_of(body: Element, around: Surroundings) -> Iterator[Block]:
    """Give the blocks of a body in order, quotations put together from their paragraphs.

    A heading is given before what follows it is read, so that its name can be the place of what is lost there.
    """
    spoken: list[Paragraph] = []
    for block in _blocks(body, around, 0):
        if block.kind == "quote" and isinstance(block.content, Paragraph):
            if spoken and _is_whole(spoken) and not names_speaker(block.content):
                yield _quote(spoken)
                spoken = []
            spoken.append(block.content)
            continue
        if spoken:
            yield _quote(spoken)
            spoken = []
        yield block
    if spoken:
        yield _quote(spoken)


def _is_whole(spoken: list[Paragraph]) -> bool:
    """Say whether the paragraphs so far are a quotation between its quotation marks, or one with its speaker."""
    words, speaker = spoken_by(spoken)
    return bool(speaker) or "".join(run.text for run in words) != "\n".join(each.text for each in spoken)


def _quote(spoken: list[Paragraph]) -> Block:
    words, speaker = spoken_by(spoken)
    return Block("matter", content=OutlineQuote(words, speaker))


def _blocks(holder: Element, around: Surroundings, depth: int) -> Iterator[Block]:
    held: list[Run] = []
    for item in unwrapped(holder, around):
        kind = local(item)
        if kind == "p":
            if is_set(find(item, "w:pPr/w:rPr/w:del")):  # its end is deleted: it goes on in the next
                held += inline_of(item, around).runs
                continue
            yield from _paragraph(item, around, depth, held)
            held = []
        elif kind == "tbl":
            yield from _table(item, around, depth)
        elif kind == "altChunk":
            around.lost("A document within the document is not carried.")


def _table(item: Element, around: Surroundings, depth: int) -> Iterator[Block]:
    rows = rows_of(item)
    if len(rows) == 1 and len(rows[0]) == 1 and depth < _DEEPEST:  # a frame around text
        yield from _blocks(rows[0][0], around, depth + 1)
        return
    objects: list[Element] = []
    table = word_table(item, around, objects)
    if table.rows or table.header:
        yield Block("matter", content=table)
    yield from _objects(objects, around, depth)
    yield from _notes(around)


def _paragraph(item: Element, around: Surroundings, depth: int, before: list[Run]) -> Iterator[Block]:
    names = around.style_names(item)
    if any(each.startswith(("toc ", "table of figures", "contents ")) for each in names[:1]):
        around.losses.add("the whole document", "The table of contents is not carried: the tool makes its own.")
        return
    inline = inline_of(item, around)
    around.references += inline.notes
    listed = around.numbering.item(item)
    runs = trimmed(without_tabs((*before, *inline.runs)))
    level = _heading(item, names, around)
    if runs:
        if names[:1] in (["title"], ["subtitle"]):
            yield Block(names[0], content=Paragraph(runs))
        elif level:
            yield Block("heading", level, Paragraph(runs))
        elif any(each in _QUOTES or is_for_quotation(each) for each in names):
            yield Block("quote", content=Paragraph(runs))
        elif listed is not None:
            number = listed.number if listed.kind is ListKind.NUMBER else None
            yield Block("matter", content=Paragraph(runs, listed.level, listed.kind, number))
        elif (item_of := as_list_item(Paragraph(runs))).list is ListKind.BULLET:
            around.losses.add("the whole document", TYPED)
            yield Block("matter", content=item_of)
        else:
            yield Block("caption" if "caption" in names else "text", content=Paragraph(runs))
    yield from _objects(inline.objects, around, depth)
    yield from _notes(around)


def _heading(item: Element, names: list[str], around: Surroundings) -> int:
    """Give the heading level of a paragraph, by its own outline level, its style's, or the style's name; 0 for none."""
    for holder, called in zip((item, *around.styles.paragraph_chain(item)), ("", *names), strict=True):
        own = find(holder, "w:pPr/w:outlineLvl")
        if own is not None:
            level = whole(own.get(name("w:val")), 9) + 1
            return level if 0 < level < 10 else 0  # level 10 is body text (17.3.1.20)
        words = called.split()
        if len(words) == 2 and words[0] == "heading" and words[1].isdecimal():
            return min(max(whole(words[1], 1), 1), 9)
    return 0


def _objects(objects: list[Element], around: Surroundings, depth: int) -> Iterator[Block]:
    for item in objects:
        for found in drawn(item, around):
            if not isinstance(found, Element):
                yield Block("matter", content=found)
            elif depth < _DEEPEST:
                around.lost("The text of a box stands among the other text.")
                yield from _blocks(found, around, depth + 1)


def _notes(around: Surroundings) -> Iterator[Block]:
    """Give the footnotes referred to since the last time, as notes, and say what the comments were."""
    waiting = [each for each in dict.fromkeys(around.references) if each not in around.referred]
    around.references.clear()
    around.referred.update(waiting)
    for kind, identifier in waiting:
        single = {"footnotes": "footnote", "endnotes": "endnote", "comments": "comment"}[kind]
        note = _notes_of(kind, single, around).get(identifier)
        lines = [trimmed(tuple(inline_of(line, around).runs)) for line in note.iter(name("w:p"))] if note is not None else []  # fmt: skip
        words = shown(" ".join("".join(run.text for run in runs) for runs in lines))
        if kind == "comments":
            if any(lines):
                around.lost(f"A comment is not carried: {words}.")
            continue
        for runs in lines:
            if runs:
                yield Block("note", content=Paragraph(runs))
        if any(lines):
            around.lost(f"A {single} stands among the notes, without its mark: {words}.")


def _notes_of(kind: str, single: str, around: Surroundings) -> dict[str, Element]:
    if kind not in around.notes:
        root = around.parts.xml(around.parts.target(around.main, kind))
        around.notes[kind] = {each.get(name("w:id"), ""): each for each in every(root, f"w:{single}")}
    return around.notes[kind]


def has_headings(body: Element, around: Surroundings) -> bool:
    """Say whether any paragraph is marked as a heading."""
    return any(_heading(item, around.style_names(item), around) for item in body.iter(name("w:p")))
