"""PowerPoint templates made by script from python-pptx's own, and decks written into them."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pptx
from lxml import etree
from msgspec.structs import replace

from deckbuilder import pipeline
from deckbuilder.content import Pack
from deckbuilder.diagnostics import Diagnostics, Origin, SourceFile
from deckbuilder.fit import is_known
from deckbuilder.ir.template import Template
from deckbuilder.office import deck_template, write_deck
from deckbuilder.source import Text
from deckbuilder.theme import TemplateFile, Theme

DEFAULT = (Path(pptx.__file__).parent / "templates" / "default.pptx").read_bytes()
"""A template as PowerPoint 2011 wrote it: 4:3, eleven layouts, no notes master."""
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MASTER = r"ppt/slideMasters/slideMaster1\.xml"
LAYOUTS = r"ppt/slideLayouts/slideLayout\d+\.xml"
PRESENTATION = r"ppt/presentation\.xml"
ORIGIN = Origin(SourceFile("themes/agency/theme.yaml"), 9, 13)


@dataclass
class Remade:
    """A template that is changed part by part."""

    parts: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, data: bytes = DEFAULT) -> "Remade":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return cls({name: archive.read(name) for name in archive.namelist()})

    def change(self, pattern: str, change: Callable[[etree._Element], object]) -> "Remade":
        """Change every part whose name matches."""
        for name in self.parts:
            if re.fullmatch(pattern, name):
                tree = etree.fromstring(self.parts[name])
                change(tree)
                self.parts[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
        return self

    def data(self) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self.parts.items():
                archive.writestr(name, content)
        return buffer.getvalue()


def placeholders(tree: etree._Element, *types: str) -> list[etree._Element]:
    """Give the placeholder shapes of some types; `obj` for those without one."""
    found = ((shape, ph) for shape in tree.iter(P + "sp") for ph in shape.iter(P + "ph"))
    return [shape for shape, ph in found if ph.get("type", "obj") in types]


def without(*types: str) -> Callable[[etree._Element], None]:
    """Make a change that takes the placeholders of some types away."""

    def change(tree: etree._Element) -> None:
        for shape in placeholders(tree, *types):
            parent = shape.getparent()
            assert parent is not None
            parent.remove(shape)

    return change


@dataclass
class Adopted:
    """A deck written into a template."""

    look: Template | None
    diagnostics: Diagnostics
    data: bytes = b""
    compiled: pipeline.Compiled | None = None

    @property
    def messages(self) -> dict[str, str]:
        return {found.code: found.message for found in self.diagnostics}

    def opened(self) -> Any:
        return pptx.Presentation(io.BytesIO(self.data))

    def names(self) -> list[str]:
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            return archive.namelist()

    def part(self, name: str) -> bytes:
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            return archive.read(name)

    def tree(self, name: str) -> etree._Element:
        return etree.fromstring(self.part(name))


Adopt = Callable[..., Adopted]


def adopter(theme: Theme, load: Callable[[str], Pack]) -> Adopt:
    """Give what adopts a template and writes a deck into it."""
    return partial(_adopted, theme, load)


def _adopted(
    theme: Theme,
    load: Callable[[str], Pack],
    data: bytes,
    *,
    pack: str = "starter",
    layouts: dict[str, str] | None = None,
    marking: str = "",
) -> Adopted:
    named = {Text(ours): Text(theirs, ORIGIN) for ours, theirs in (layouts or {}).items()}
    deck = theme.file.deck.model_copy(update={"layouts": named})
    control = theme.file.control.model_copy(update={"marking": Text(marking) if marking else None})
    file = theme.file.model_copy(update={"deck": deck, "control": control})
    theme = replace(theme, file=file, deck_template=TemplateFile(Text("brand.pptx", ORIGIN), data))
    diagnostics = Diagnostics()
    made = deck_template(theme, diagnostics, is_known)
    if made is None:
        return Adopted(None, diagnostics)
    found = Diagnostics()
    compiled = pipeline.compile_pack(load(pack), theme, pipeline.Order(), made.look, found)[0]
    assert [(each.code, each.message) for each in found] == []
    return Adopted(made.look, diagnostics, write_deck(compiled.deck, made), compiled)
