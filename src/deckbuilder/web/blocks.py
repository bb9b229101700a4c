"""Blocks of a document as HTML, for the page of a pack and for whoever shows a guide or a worksheet in a browser."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from types import MappingProxyType

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from deckbuilder.ir.document import (
    Answer,
    Block,
    Contents,
    Document,
    Grid,
    Heading,
    Listing,
    Single,
    SlidePicture,
    Text,
    Ticks,
    Together,
)
from deckbuilder.web.forms import answer_html, grid_html, ticks_html
from deckbuilder.web.inline import NO_TARGETS, Targets, escaped, runs_html, text_of, way_of
from deckbuilder.web.paragraphs import paragraphs_html

Addresses = Mapping[int, str]
"""The addresses of the slides' pictures by the slides' numbers: files, or data as `image_address` gives it."""
NO_PICTURES: Addresses = MappingProxyType({})

_DEEPEST = 6
"""The deepest heading that HTML has."""
_PASSAGES = {
    "Say": "say",
    "Ask": "ask",
    "Watch For": "watch",
    "Caution": "caution",
    "Prompt": "prompt",
    "Support": "support",
}
"""The classes of passages that a rule at their side holds together, by their styles."""
_PLAIN = {
    "Small": "small",
    "Meta": "meta",
    "Label": "label",
    "Subtitle": "subtitle",
    "Kind": "kind",
    "Speaker": "speaker",
}
"""The classes of paragraphs, by their styles."""


class Setting(Struct, frozen=True):
    """What blocks need to know of the page that they stand on."""

    targets: Targets = NO_TARGETS
    pictures: Addresses = NO_PICTURES
    level: int = 2
    """The level in the page that a heading of level 1 has."""
    prefix: str = ""
    """What the ids of headings begin with, so that two documents have none in common."""
    leftwards: bool = False
    """Whether the page runs from right to left."""


def document_body(document: Document, pictures: Addresses = NO_PICTURES) -> Markup:
    """Give a whole document as the inside of `<main>`: its title as `h1`, its contents table as `<nav>`.

    `pictures` are the addresses of the slides' pictures; the place of one that is missing stays empty.
    """
    setting = Setting(targets=targets_of(document.blocks), pictures=pictures)
    contents = Markup("").join(_contents(document, block) for block in document.singles if isinstance(block, Contents))
    title = [block for block in document.singles if isinstance(block, Text) and block.style == "Title"]
    rest = [block for block in document.blocks if block not in title]
    first = next((index for index, block in enumerate(rest) if isinstance(block, Heading)), len(rest))
    top = Markup("").join(Markup("<h1>{}</h1>").format(runs_html(block.runs)) for block in title)
    return top + blocks_html(rest[:first], setting) + contents + blocks_html(rest[first:], setting)


def heading_id(anchor: str, prefix: str = "") -> str:
    """Give the id of a heading by its anchor; two hyphens keep it apart from the ids of slides, which have none."""
    return prefix + (f"activity--{anchor[9:]}" if anchor.startswith("activity-") else anchor)


def targets_of(blocks: Iterable[Block], prefix: str = "") -> dict[str, str]:
    """Give the ids of the headings that links lead to, by their anchors."""
    return {
        block.anchor: heading_id(block.anchor, prefix)
        for block in _singles(blocks)
        if isinstance(block, Heading) and block.anchor
    }


def blocks_html(blocks: Sequence[Block], setting: Setting) -> Markup:
    """Give blocks in order. Passages of one style that follow one another stand in one frame."""
    out: list[str] = []
    for together, run in groupby(blocks, key=lambda block: isinstance(block, Together)):
        if together:
            for block in run:
                out += ['<div class="together">', *_framed(_singles((block,)), setting), "</div>"]
        else:
            out += _framed(_singles(run), setting)
    return escaped("".join(out))


def _framed(blocks: Iterable[Single], setting: Setting) -> Iterator[str]:
    for style, run in groupby(blocks, key=_frame):
        inside = list(run)
        made = "".join(_voiced(inside, setting) if style == "Quote" else (_block(each, setting) for each in inside))
        kind = _PASSAGES.get(style)
        yield f'<div class="passage {kind}">{made}</div>' if kind else made


def _singles(blocks: Iterable[Block]) -> Iterable[Single]:
    for block in blocks:
        if isinstance(block, Together):
            yield from block.blocks
        else:
            yield block


def _frame(block: Single) -> str:
    """Say which frame a block stands in: that of its style, or none. A speaker stands with the words spoken."""
    if isinstance(block, Text | Listing):
        style = "Quote" if block.style == "Speaker" else block.style
        return style if style in _PASSAGES or style == "Quote" else ""
    return ""


def _voiced(blocks: Sequence[Single], setting: Setting) -> Iterator[str]:
    """Give quotations, each with its speaker."""
    inside = False
    for block in blocks:
        if not isinstance(block, Text):
            continue
        words = runs_html(block.runs, setting.targets)
        if block.style == "Speaker":
            yield f"<figcaption>{words}</figcaption>" if inside else f"<p>{words}</p>"
            continue
        way = way_of(text_of(block.runs), leftwards=setting.leftwards)
        yield f'{"</figure>" if inside else ""}<figure class="voice"><blockquote{way}><p>{words}</p></blockquote>'
        inside = True
    yield "</figure>" if inside else ""


def _block(block: Single, setting: Setting) -> str:  # noqa: PLR0911  # a line for each kind of block
    targets = setting.targets
    match block:
        case Heading():
            return _heading(block, setting)
        case Text():
            kind = _PLAIN.get(block.style)
            way = way_of(text_of(block.runs), leftwards=setting.leftwards)
            named = f' class="{kind}"' if kind else ""
            return f"<p{named}{way}>{runs_html(block.runs, targets)}</p>"
        case Listing():
            made = paragraphs_html(block.items, targets, start=block.start, leftwards=setting.leftwards)
            return f'<div class="question">{made}</div>' if block.style == "Question" else made
        case Grid():
            return grid_html(block, targets, leftwards=setting.leftwards)
        case Answer():
            return answer_html(block)
        case Ticks():
            return ticks_html(block, targets)
        case SlidePicture():
            address = setting.pictures.get(block.number)
            if address is None:
                return ""
            return f'<p class="slide-picture"><img src="{escape(address)}" alt="{escape(block.description)}"></p>'
        case Contents():
            return ""


def _heading(block: Heading, setting: Setting) -> str:
    level = min(setting.level + block.level - 1, _DEEPEST)
    name = f' id="{escape(heading_id(block.anchor, setting.prefix))}"' if block.anchor else ""
    way = way_of(text_of(block.runs), leftwards=setting.leftwards)
    return f"<h{level}{name}{way}>{runs_html(block.runs, setting.targets)}</h{level}>"


def _contents(document: Document, contents: Contents) -> Markup:
    listed = Markup("").join(
        Markup('<li class="level-{}"><a href="#{}">{}</a></li>').format(
            heading.level, heading_id(heading.anchor), runs_html([replace(run, link=None) for run in heading.runs])
        )
        for heading in document.headings
        if heading.level <= contents.levels and heading.anchor
    )
    return Markup('<nav class="contents" aria-label="{0}"><p>{0}</p><ul>{1}</ul></nav>').format(contents.title, listed)
