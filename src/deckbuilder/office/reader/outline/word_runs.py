"""The text within paragraphs of a Word document, with what stands in it: pictures, boxes, footnotes."""

import re
from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from deckbuilder.ir.text import Run
from deckbuilder.office.reader.outline.losses import shown
from deckbuilder.office.reader.outline.slide_runs import joined
from deckbuilder.office.reader.outline.word_parts import Surroundings, unwrapped
from deckbuilder.office.reader.parts import Element, local, name
from deckbuilder.office.reader.word_styles import is_set, value_of

_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)
_FIELD = re.compile(r'\s{0,9}HYPERLINK\s{1,9}"([^"]{1,2000})"', re.IGNORECASE)
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_SIGNS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "\N{NON-BREAKING HYPHEN}", "softHyphen": ""}
_OBJECTS = {"drawing", "pict", "object"}
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes", "commentReference": "comments"}


class Inline(Struct):
    """What a paragraph holds."""

    runs: list[Run] = field(default_factory=list)
    objects: list[Element] = field(default_factory=list)
    """Drawings and objects, in order."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Footnotes, endnotes and comments that it refers to: the kind of their part, and their ids."""


class _Field(Struct):
    instruction: str = ""
    told: bool = True
    """Whether its instruction is still being read, and not its result."""


def inline_of(paragraph: Element, around: Surroundings) -> Inline:
    """Read a paragraph."""
    reader = _InlineReader(around)
    reader.read(paragraph, None)
    found = reader.found
    found.runs = list(joined(found.runs))
    return found


class _InlineReader:
    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._fields: list[_Field] = []
        self.found = Inline()

    def read(self, holder: Element, link: str | None) -> None:
        for item in unwrapped(holder, self._around):
            match local(item):
                case "r":
                    self._run(item, link)
                case "hyperlink":
                    self.read(item, self._target(item))
                case "fldSimple":
                    self.read(item, self._address(_asked(item.get(name("w:instr"), "")), item) or link)
                case "oMath" | "oMathPara":
                    self._formula(item)
                case kind if kind in _OBJECTS:
                    self.found.objects.append(item)

    def _formula(self, item: Element) -> None:
        text = "".join(part.text or "" for part in item.iter(_MATHS + "t"))
        if text.strip():
            self._around.lost(f"A formula is carried as its signs alone: {shown(text)}.")
            self.found.runs.append(Run(text))

    def _run(self, run: Element, link: str | None) -> None:
        text = "".join(self._pieces(run))
        if not text:
            return
        look = self._around.look(run)
        if is_set(look.get("vanish")):
            self._around.lost(f"Hidden text is not carried: {shown(text)}.")
            return
        if is_set(look.get("strike")) or is_set(look.get("dstrike")):
            self._around.lost(f"The line through {shown(text)} is not carried, the words are.")
        spoken = value_of(look.get("lang"))
        if spoken:
            self._around.spoken[spoken] += len(text)
        leads = (link or self._field_link(run)) if text.strip() else None
        self.found.runs.append(Run(text, is_set(look.get("b")), is_set(look.get("i")), leads))

    def _pieces(self, run: Element) -> Iterator[str]:
        for item in unwrapped(run):
            kind = local(item)
            if kind == "fldChar":
                self._mark(item.get(name("w:fldCharType"), ""))
            elif kind == "instrText":
                if self._fields and self._fields[-1].told:
                    self._fields[-1].instruction += item.text or ""
            elif kind in _OBJECTS:
                self.found.objects.append(item)
            elif kind in _NOTES:
                self.found.notes.append((_NOTES[kind], item.get(name("w:id"), "")))
            elif not any(each.told for each in self._fields):
                yield self._said(item)

    def _said(self, item: Element) -> str:
        match local(item):
            case "t":
                return item.text or ""
            case "br":
                return "" if item.get(name("w:type")) in {"page", "column"} else "\n"
            case "sym":
                return self._sign(item)
            case kind:
                return _SIGNS.get(kind, "")

    def _mark(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].told = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _sign(self, item: Element) -> str:
        font = item.get(name("w:font"), "")
        self._around.lost(
            f"A sign of the font {font or 'of signs'} is not carried: only the computer that has it shows it."
        )
        return ""

    def _field_link(self, run: Element) -> str | None:
        for each in reversed(self._fields):
            address = _asked(each.instruction)
            if address:
                return self._address(address, run)
        return None

    def _target(self, item: Element) -> str | None:
        identifier = item.get(name("r:id"), "")
        found = self._around.leads.of(self._around.main).get(identifier)
        return self._address(
            found.target if found is not None and found.external else item.get(name("w:anchor"), ""), item
        )

    def _address(self, target: str, item: Element) -> str | None:
        if _ADDRESS.match(target.strip()):
            return target.strip()
        words = "".join(part.text or "" for part in item.iter(name("w:t")))
        if target and words.strip():
            self._around.lost(f"The link of {shown(words)} to {shown(target, 80)} is not carried.")
        return None


def _asked(instruction: str) -> str:
    """Give the address in the instruction of a field; empty where it is no link."""
    match = _FIELD.match(instruction)
    return match[1] if match else ""


def without_tabs(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Give runs with spaces for tabs, which stand for a place on the page."""
    return tuple(replace(run, text=" ".join(run.text.split("\t"))) for run in runs)
