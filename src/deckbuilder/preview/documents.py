"""The guide and the worksheet as the page shows them: in pieces from heading to heading, so that few are replaced."""

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup, escape
from msgspec import Struct

from deckbuilder.ir.document import Block, Document, Heading, Text
from deckbuilder.preview.showing import Showing
from deckbuilder.web.blocks import Setting, blocks_html, heading_id, targets_of
from deckbuilder.web.inline import runs_html

KINDS = {"guide": "Guide", "worksheet": "Worksheet"}
"""The documents that have a page, and what the page is called."""
_DEEPEST = 2
"""The level of headings down to which a document is cut into pieces, and that its contents list."""


class Piece(Struct, frozen=True):
    """A heading and what belongs to it; the first piece of a document has none."""

    key: str
    body: Markup
    anchor: str = ""
    """The id of the heading; empty for none."""
    heading: Markup = Markup()
    level: int = 1


class ShownDocument(Struct, frozen=True):
    """A document as the page shows it."""

    key: str
    name: str
    """What tells it from the others of the page."""
    title: Markup
    pieces: tuple[Piece, ...]


def documents_of(showing: Showing, kind: str, addresses: Sequence[Mapping[int, str]]) -> list[ShownDocument]:
    """Give a session after the other of one kind of document, and after the guides the cover note.

    `addresses` are those of the slides' pictures, for each session, by the slides' numbers.
    """
    found = []
    for index, session in enumerate(showing.sessions):
        document = session.guide if kind == "guide" else session.worksheet
        if document is not None:
            prefix = f"{session.delivery.name}--" if session.delivery.name else ""
            name = session.delivery.title or KINDS[kind]
            found.append(_shown(document, f"{kind}-{index}", name, prefix, addresses[index]))
    if kind == "guide" and showing.note is not None:
        found.append(_shown(showing.note, "cover-note", "Cover note", "cover-note--", {}))
    return found


def _shown(document: Document, key: str, name: str, prefix: str, addresses: Mapping[int, str]) -> ShownDocument:
    titles = [block for block in document.blocks if isinstance(block, Text) and block.style == "Title"]
    rest = [block for block in document.blocks if block not in titles]
    setting = Setting(targets=targets_of(rest, prefix), pictures=addresses, level=3, prefix=prefix)
    title = Markup(" ").join(runs_html(block.runs) for block in titles) or escape(document.properties.title)
    return ShownDocument(key, name, title, tuple(_pieces(rest, setting, prefix)))


def _pieces(blocks: Sequence[Block], setting: Setting, prefix: str) -> Iterator[Piece]:
    counted: dict[str, int] = {}
    for group in _groups(blocks):
        body = blocks_html(group, setting)
        head = group[0] if isinstance(group[0], Heading) else None
        name = (head.anchor or head.text) if head else "top"
        counted[name] = counted.get(name, 0) + 1
        key = f"{name}-{counted[name]}"
        if head is None:
            yield Piece(key, body)
        else:
            anchor = heading_id(head.anchor, prefix) if head.anchor else ""
            yield Piece(key, body, anchor, escape(head.text), head.level)


def _groups(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    group: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level <= _DEEPEST and group:
            yield group
            group = []
        group.append(block)
    if group:
        yield group
