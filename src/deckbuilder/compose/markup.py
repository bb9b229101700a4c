"""Inline Markdown and values: from an author's text to runs and paragraphs.

Most texts hold no markup, and those never meet the Markdown parser, which is imported when the first one that does
is read.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from msgspec import Struct

from deckbuilder.diagnostics import Diagnostics, did_you_mean
from deckbuilder.ir.text import ListKind, Paragraph, Run
from deckbuilder.source import Text
from deckbuilder.source.text_reader import NOT_XML

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_VALUE = re.compile(r"\{\{((?:(?!\{\{|\}\}).)*)\}\}")
"""It ends before the next one begins, so that reading takes no longer than the text is long."""
_INLINE = re.compile(r"[*_`<>\\&\n]|\]\(")
_STRONG = re.compile(r"(?:[^*]*\*\*[^\W_](?:[^*]*[^\W_])?\*\*(?!\*))+[^*]*")
"""A text whose only markup is strong words, each beginning and ending with a letter or digit."""
_BUT_STARS = re.compile(r"[_`<>\\&\n]|\]\(")
_BLOCK = re.compile(r"^[^\S\n]*(?:[-*+]|\d+[.)])\s", re.MULTILINE)
_NOT_PLAIN = re.compile(r"[*_`<>\\&\t]|\]\(|  \n|^[^\S\n]*(?:[-+]|\d+[.)])(?:\s|$)", re.MULTILINE)
"""What a text of several paragraphs does not hold where it is read without the parser: markup, items of lists, and
lines that end with two spaces, which are broken there."""
_PARAGRAPHS = re.compile(r"\n *\n[ \n]*")
_SPECIAL = re.compile(r"([\\`*_\[\]<>&])")
_SCHEMES = ("http://", "https://", "mailto:", "tel:")


class Markup:
    """Reads texts for one document set: knows the values, the slides that links may lead to, and where to complain."""

    def __init__(
        self,
        values: dict[str, str | None],
        slides: Iterable[str],
        diagnostics: Diagnostics,
        omitted: frozenset[str] = frozenset(),
    ) -> None:
        """Begin; `omitted` are slides that the edition leaves out, to which nothing can lead."""
        self._values = values
        self._slides = frozenset(slides)
        self._omitted = omitted
        self._diagnostics = diagnostics
        self._suggested = 0

    def _hint(self, word: str, known: Iterable[str]) -> str:
        """Suggest what may be meant: for the first slips only, since where there are hundreds it is none of them."""
        self._suggested += 1
        return did_you_mean(word, sorted(known)) if self._suggested <= _MOST_SUGGESTED else ""

    def runs(self, text: Text) -> tuple[Run, ...]:
        """Read a text of one paragraph."""
        written = self._with_values(text)
        if not _INLINE.search(written):
            return (Run(written),)
        if _STRONG.fullmatch(written) and not _BUT_STARS.search(written):
            return tuple(Run(part, strong=index % 2 > 0) for index, part in enumerate(written.split("**")) if part)
        return self._inline(_inline_parser().parseInline(written)[0].children or [], text)

    def plain(self, text: Text) -> str:
        """Read a text whose place holds no markup, such as a file's title: the characters alone."""
        return "".join(run.text for run in self.runs(text)).replace("\n", " ")

    def paragraph(self, text: Text, level: int = 0, kind: ListKind = ListKind.NONE) -> Paragraph:
        """Read a text of one paragraph as that."""
        return Paragraph(self.runs(text), level, kind, origin=text.origin)

    def paragraphs(self, text: Text) -> tuple[Paragraph, ...]:
        """Read a text of several paragraphs and lists."""
        written = self._with_values(text)
        if not _INLINE.search(written) and not _BLOCK.search(written):
            return (Paragraph((Run(written.strip(" ")),), origin=text.origin),)
        if not _NOT_PLAIN.search(written):
            return tuple(
                Paragraph((Run(_one_line(part)),), origin=text.origin)
                for part in _PARAGRAPHS.split(written.strip(" \n"))
            )
        return tuple(self._blocks(_block_parser().parse(written), text))

    def _with_values(self, text: Text) -> str:
        if "{{" not in text:
            return str(text)

        def value(match: re.Match[str]) -> str:
            name = match.group(1).strip()
            found = self._values.get(name)
            if found is not None and _in_address(text, match.start()):
                return quote(found, safe="/:@?&=#%+~.,;!$'*-_")
            if found is not None:
                return _SPECIAL.sub(r"\\\1", found)
            origin = text.origin.at_text(match.group(0)) if text.origin else None
            if name in self._values:
                self._diagnostics.error(
                    "missing-value",
                    f"The theme gives no “{name}”.",
                    origin,
                    "Give it in theme.yaml, or reword.",
                )
            else:
                self._diagnostics.error(
                    "unknown-value",
                    f"There is no value “{name}”.",
                    origin,
                    self._hint(name, self._values),
                )
            return name

        return _VALUE.sub(value, text)

    def _inline(self, tokens: "list[Token]", text: Text) -> tuple[Run, ...]:
        runs: list[Run] = []
        strong = emphasis = 0
        link: str | None = None
        for token in tokens:
            match token.type:
                case "strong_open" | "strong_close":
                    strong += token.nesting
                case "em_open" | "em_close":
                    emphasis += token.nesting
                case "link_open":
                    link = self._link(str(token.attrs.get("href", "")), text)
                case "link_close":
                    link = None
                case "softbreak" | "hardbreak" | "text" | "text_special" | "code_inline":
                    content = {"softbreak": " ", "hardbreak": "\n"}.get(token.type, token.content)
                    content = NOT_XML.sub("", content)  # an entity may stand for what the reader refuses
                    run = Run(content, strong > 0, emphasis > 0, link)
                    if runs and (runs[-1].strong, runs[-1].emphasis, runs[-1].link) == (
                        run.strong,
                        run.emphasis,
                        run.link,
                    ):
                        runs[-1] = Run(runs[-1].text + content, run.strong, run.emphasis, link)
                    elif content:
                        runs.append(run)
                case other:
                    raise AssertionError(f"the parser gives no {other}")
        return tuple(runs) or (Run(""),)

    def _link(self, target: str, text: Text) -> str | None:
        origin = text.origin.at_text(target) if text.origin else None
        if target.startswith("#"):
            if target[1:] in self._slides:
                return target
            if target[1:] in self._omitted:
                self._diagnostics.warn(
                    "link-left-out",
                    f"This links to the slide “{target[1:]}”, which the edition leaves out; "
                    "the words are written without the link.",
                    origin,
                    "Replace this slide in the edition too, or keep the other one.",
                )
                return None
            self._diagnostics.error(
                "unknown-link",
                f"A link leads to the slide “{target[1:]}”, which the pack does not have.",
                origin,
                self._hint(target[1:], self._slides),
            )
            return None
        if target.lower().startswith(_SCHEMES):
            return target
        self._diagnostics.error(
            "bad-link",
            f"“{target}” is no address that a document may lead to.",
            origin,
            "Begin it with https://, mailto: or tel:, or with # and the id of a slide.",
        )
        return None

    def _blocks(self, tokens: "list[Token]", text: Text) -> Iterable[Paragraph]:
        lists: list[_List] = []
        fresh = False
        for token in tokens:
            match token.type:
                case "bullet_list_open":
                    lists.append(_List(ListKind.BULLET, 1))
                case "ordered_list_open":
                    lists.append(_List(ListKind.NUMBER, int(token.attrs.get("start", 1))))
                case "bullet_list_close" | "ordered_list_close":
                    lists.pop()
                case "list_item_open":
                    fresh = True
                case "inline":
                    kind, start = ListKind.NONE, None
                    if lists and fresh:
                        kind, start = lists[-1].item()
                    elif lists:
                        lists[-1].interrupted = True
                    level = max(len(lists) - 1, 0)
                    yield Paragraph(self._inline(token.children or [], text), level, kind, start, text.origin)
                    fresh = False
                case _:
                    pass


def _one_line(paragraph: str) -> str:
    return " ".join(line.strip(" ") for line in paragraph.strip().split("\n"))


class _List(Struct):
    """A list as it is read."""

    kind: ListKind
    number: int
    """That of the next item."""
    interrupted: bool = True
    """Whether the next item must say its number: the first, and one after a paragraph that is no item."""

    def item(self) -> tuple[ListKind, int | None]:
        """Count an item; gives its kind, and its number where it must say it."""
        start = self.number if self.kind is ListKind.NUMBER and self.interrupted else None
        self.number += 1
        self.interrupted = False
        return self.kind, start


def _in_address(text: str, place: int) -> bool:
    """Say whether a place stands inside a link's address, where a space would end it."""
    opened = text.rfind("](", max(place - _LONGEST_ADDRESS, 0), place)
    return opened >= 0 and ")" not in text[opened:place]


_MOST_SUGGESTED = 100
_LONGEST_ADDRESS = 2_000
"""How many characters an address has at most before a value in it."""

_RULES = ["emphasis", "link", "autolink", "escape", "newline", "entity", "backticks"]


@cache
def _inline_parser() -> "MarkdownIt":
    # The parser takes 40 ms to import, and most texts do without it.
    from markdown_it import MarkdownIt  # noqa: PLC0415

    class Parser(MarkdownIt):
        def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802  # the parser's own name
            """Take every address: those not allowed are refused above, with a diagnostic."""
            return True

        def normalizeLink(self, url: str) -> str:  # noqa: N802  # the parser's own name
            """Keep the address as written."""
            return url

    return Parser("zero").enable(_RULES)


@cache
def _block_parser() -> "MarkdownIt":
    return type(_inline_parser())("zero").enable([*_RULES, "list"])
