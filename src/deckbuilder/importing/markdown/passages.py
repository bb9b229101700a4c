"""The text within a block of Markdown: runs, and the pictures and comments that stand among them."""

import re
from html import unescape
from typing import TYPE_CHECKING

from msgspec import Struct, field

from deckbuilder.importing.markdown.parsing import Parsed
from deckbuilder.importing.pack_text import merged
from deckbuilder.ir.text import Run

if TYPE_CHECKING:
    from markdown_it.token import Token

_TAG = re.compile(r"<(/?[A-Za-z][\w-]*+)[^<>]*+>")
_IMAGE = re.compile(r"<img\b([^<>]*+)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\b(src|alt)\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')""", re.IGNORECASE)
_HIDDEN = re.compile(r"<(script|style|svg)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)
_BREAK = re.compile(r"<br\s*/?>\s*|</(?:p|div|li|tr|h\d)\s*>", re.IGNORECASE)


class Image(Struct, frozen=True):
    """A picture that a text names."""

    address: str
    description: str
    title: str = ""


class Passage(Struct, frozen=True):
    """The text of a block."""

    runs: tuple[Run, ...]
    """Links hold the address as the file has it."""
    images: tuple[Image, ...] = ()
    comments: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    """The names of the HTML tags that are left out."""

    @property
    def text(self) -> str:
        """The characters alone."""
        return "".join(run.text for run in self.runs)


class _Building(Struct):
    runs: list[Run] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)


def passage(content: str, parsed: Parsed, line_end: str = " ") -> Passage:
    """Read the text of a block; `line_end` is what becomes of an end of a line that is none of the text."""
    tokens = parsed.inside(content)
    if tokens is None:
        return Passage((Run(content.replace("\n", line_end)),))
    made = _Building()
    _read(tokens, made, line_end)
    return Passage(tuple(merged(made.runs)), tuple(made.images), tuple(made.comments), tuple(made.tags))


def html(block: str) -> Passage:
    """Read a block of HTML as the text, the pictures and the comments in it."""
    comments = [comment.strip() for comment in _COMMENT.findall(block)]
    left = _HIDDEN.sub("", _COMMENT.sub("", block))
    images = [_html_image(match[1]) for match in _IMAGE.finditer(left)]
    tags = [name.lower().lstrip("/") for name in _TAG.findall(left)]
    tags += [name.lower() for name in _HIDDEN.findall(block)]
    lines = (" ".join(line.split()) for line in _TAG.sub("", _BREAK.sub("\0", " ".join(left.split()))).split("\0"))
    text = unescape("\n".join(line for line in lines if line))
    return Passage(
        (Run(text),) if text else (),
        tuple(image for image in images if image.address),
        tuple(comments),
        tuple(dict.fromkeys(name for name in tags if name not in {"br", "img", "p"})),
    )


def _html_image(attributes: str) -> Image:
    found = {name.lower(): unescape(double or single) for name, double, single in _ATTRIBUTE.findall(attributes)}
    return Image(found.get("src", ""), found.get("alt", ""))


def _read(tokens: "list[Token]", made: _Building, line_end: str) -> None:
    strong = emphasis = 0
    links: list[str] = []
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                strong += token.nesting
            case "em_open" | "em_close":
                emphasis += token.nesting
            case "link_open":
                links.append(str(token.attrs.get("href", "")))
            case "link_close":
                links.pop()
            case "image":
                description = "".join(_words(token.children or []))
                title = str(token.attrs.get("title", ""))
                made.images.append(Image(str(token.attrs.get("src", "")), description, title))
            case "html_inline":
                _tag(token.content, made)
            case other:
                text = {"softbreak": line_end, "hardbreak": "\n"}.get(other, token.content)
                if text:
                    made.runs.append(Run(text, strong > 0, emphasis > 0, links[-1] if links else None))


def _words(tokens: "list[Token]") -> list[str]:
    """Give the text of a picture's description, in which marks have no look."""
    return [
        " " if token.type in {"softbreak", "hardbreak"} else "".join(_words(token.children)) or token.content
        if token.children else token.content
        for token in tokens
    ]  # fmt: skip


def _tag(content: str, made: _Building) -> None:
    if content.startswith("<!--"):
        made.comments.append(content.removeprefix("<!--").removesuffix("-->").strip())
    elif _BREAK.match(content) and content.lower().startswith("<br"):
        made.runs.append(Run("\n"))
    elif _IMAGE.match(content):
        image = _html_image(content)
        made.images += [image] if image.address else []
    else:
        made.tags += [name.lower() for name in _TAG.findall(content) if not name.startswith("/")]
