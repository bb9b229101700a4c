"""Paragraphs and their runs: links, bookmarks, and what stays on a page with what follows."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from zlib import crc32

from deckbuilder.ir.text import Run
from deckbuilder.office import xml
from deckbuilder.office.package import Package
from deckbuilder.office.word.parts import DOCUMENT_PART
from deckbuilder.office.word.template import WordTemplate

_KEEP = "<w:keepNext/>"


@dataclass(slots=True)
class ParagraphWriter:
    """Writes the paragraphs of one document's body."""

    package: Package
    template: WordTemplate
    anchors: frozenset[str]
    """The places that links may lead to."""
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
        """Write runs."""
        return "".join(self._run(run) for run in runs)

    def _run(self, run: Run) -> str:
        target = self._link(run.link) if run.link else ""
        properties = f'<w:rStyle w:val="{self.style("Hyperlink")}"/>' if target else ""
        properties += "<w:b/><w:bCs/>" if run.strong else ""
        properties += "<w:i/><w:iCs/>" if run.emphasis else ""
        if properties:
            properties = f"<w:rPr>{properties}</w:rPr>"
        lines = [f'<w:t xml:space="preserve">{xml.text(line)}</w:t>' for line in run.text.split("\n")]
        written = f"<w:r>{properties}{'<w:br/>'.join(lines)}</w:r>"
        return f"<w:hyperlink {target}>{written}</w:hyperlink>" if target else written

    def _link(self, target: str) -> str:
        if target.startswith("#"):
            # A slide that this document does not describe is no place to lead to.
            return f'w:anchor="{bookmark_name(target[1:])}"' if target[1:] in self.anchors else ""
        if target not in self._links:
            self._links[target] = self.package.relate(DOCUMENT_PART, "hyperlink", target, external=True)
        return f'r:id="{self._links[target]}"'


def bookmark_name(anchor: str) -> str:
    """Make a bookmark's name of an anchor: Word allows letters, digits and underscores, forty at most."""
    name = "a_" + anchor.replace("-", "_")
    return name if len(name) <= 40 else f"{name[:31]}_{crc32(anchor.encode()):08x}"
