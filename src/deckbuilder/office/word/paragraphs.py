"""Paragraphs and their runs: links, bookmarks, and what stays on a page with what follows."""

import re
from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

from msgspec import Struct, field

from deckbuilder.ir.direction import runs_leftwards
from deckbuilder.ir.text import Run
from deckbuilder.office import xml
from deckbuilder.office.package import Package
from deckbuilder.office.scripts import COMPLEX, EAST_ASIAN, Span, spans
from deckbuilder.office.word.parts import DOCUMENT_PART
from deckbuilder.office.word.template import WordTemplate

_KEEP = "<w:keepNext/>"
_SHOWN = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_AFTER_BIDI = re.compile(
    r"<w:(?:adjustRightInd|snapToGrid|spacing|ind|contextualSpacing|mirrorIndents|suppressOverlap|jc|textDirection|"
    r"textAlignment|textboxTightWrap|outlineLvl|divId|cnfStyle|rPr|sectPr)[ />]"
)
"""What follows the direction among a paragraph's properties (ECMA-376 Part 1, 17.3.1.26)."""


class ParagraphWriter(Struct):
    """Writes the paragraphs of one document's body."""

    package: Package
    template: WordTemplate
    anchors: frozenset[str]
    """The places that links may lead to."""
    language: str
    """The document's, by its tag; what is in another script says so."""
    _kept: bool = False
    """Whether what is written now stays on a page with what follows."""
    _bookmarks: int = 0
    _links: dict[str, str] = field(default_factory=dict)

    def style(self, name: str) -> str:
        """Give the id of a style by our name for it."""
        return self.template.styles[name]

    def written(self, style: str, content: str, properties: str = "", *, keep: bool = False) -> str:
        """Write a paragraph around runs that are written already; `style` is an id.

        `properties` follow the style's name in the order of the standard (ECMA-376 Part 1, 17.3.1.26).
        """
        kept = _KEEP if keep or self._kept else ""
        if not content.isascii() and runs_leftwards("".join(_SHOWN.findall(content))):
            after = _AFTER_BIDI.search(properties)
            place = after.start() if after else len(properties)
            properties = f"{properties[:place]}<w:bidi/>{properties[place:]}"
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}{properties}</w:pPr>{content}</w:p>'

    def paragraph(self, style: str, runs: Sequence[Run], properties: str = "", *, keep: bool = False) -> str:
        """Write a paragraph of runs."""
        return self.written(style, self.runs(runs), properties, keep=keep)

    def begin_group(self) -> None:
        """Let all paragraphs from here on stay with what follows them."""
        self._kept = True

    def end_group(self, written: str) -> str:
        """End a group, given all that it holds: its last paragraph stays with nothing."""
        self._kept = False
        before, _, last = written.rpartition(_KEEP)
        return before + last

    def bookmarked(self, names: Sequence[str], content: str) -> str:
        """Put bookmarks around runs."""
        starts = ends = ""
        for name in names:
            starts += f'<w:bookmarkStart w:id="{self._bookmarks}" w:name="{name}"/>'
            ends += f'<w:bookmarkEnd w:id="{self._bookmarks}"/>'
            self._bookmarks += 1
        return starts + content + ends

    def runs(self, runs: Sequence[Run]) -> str:
        """Write the runs of a paragraph."""
        leftwards = runs_leftwards("".join(run.text for run in runs))
        return "".join(self._run(run, leftwards=leftwards) for run in runs)

    def _run(self, run: Run, *, leftwards: bool) -> str:
        target = self._link(run.link) if run.link else ""
        if not target:
            return _run(run, "", self.language, leftwards)
        style = f'<w:rStyle w:val="{self.style("Hyperlink")}"/>'
        return f"<w:hyperlink {target}>{_run(run, style, self.language, leftwards)}</w:hyperlink>"

    def _link(self, target: str) -> str:
        if target.startswith("#"):
            # A slide that this document does not describe is no place to lead to.
            return f'w:anchor="{bookmark_name(target[1:])}"' if target[1:] in self.anchors else ""
        if target not in self._links:
            self._links[target] = self.package.relate(DOCUMENT_PART, "hyperlink", target, external=True)
        return f'r:id="{self._links[target]}"'


@lru_cache(maxsize=16_384)
def _run(run: Run, style: str, language: str, leftwards: bool) -> str:  # noqa: FBT001  # a cache takes no names
    """Write a run, which is the same in the document of every agency."""
    marks = "<w:b/><w:bCs/>" if run.strong else ""
    marks += "<w:i/><w:iCs/>" if run.emphasis else ""
    return "".join(_span(span, style, marks) for span in spans(run.text, language, leftwards=leftwards))


def _span(span: Span, style: str, marks: str) -> str:
    """Write a run of one script: its properties in the order of the standard (17.3.2.28)."""
    hint, way, tongue = "", "", ""
    if span.kind == EAST_ASIAN:
        hint = '<w:rFonts w:hint="eastAsia"/>'
    elif span.kind == COMPLEX:
        way = "<w:rtl/>" if span.leftwards else "<w:cs/>"
    if span.foreign:
        attribute = {EAST_ASIAN: "eastAsia", COMPLEX: "bidi"}.get(span.kind, "val")
        tongue = f'<w:lang w:{attribute}="{span.language}"/>'
    properties = f"{style}{hint}{marks}{way}{tongue}"
    if properties:
        properties = f"<w:rPr>{properties}</w:rPr>"
    lines = [f'<w:t xml:space="preserve">{xml.text(line)}</w:t>' for line in span.text.split("\n")]
    return f"<w:r>{properties}{'<w:br/>'.join(lines)}</w:r>"


def bookmark_name(anchor: str) -> str:
    """Make a bookmark's name of an anchor: Word allows letters, digits and underscores, forty at most."""
    name = "a_" + anchor.replace("-", "_")
    return name if len(name) <= 40 else f"{name[:31]}_{crc32(anchor.encode()):08x}"
