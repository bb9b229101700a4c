"""Word documents under a theme that a test makes up, and what a reader finds in them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
from lxml import etree

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.document import Document
from deckbuilder.theme import Theme

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Made:
    """Both documents under a theme, and what was said of it."""

    diagnostics: Diagnostics
    guide: bytes = b""
    worksheet: bytes = b""

    @property
    def codes(self) -> list[str]:
        return [item.code for item in self.diagnostics]

    def said(self, code: str) -> str:
        return " ".join(item.message for item in self.diagnostics if item.code == code)

    def opened(self, name: str = "guide") -> Any:
        return docx.Document(BytesIO(getattr(self, name)))

    def parts(self, name: str = "guide") -> dict[str, bytes]:
        with ZipFile(BytesIO(getattr(self, name))) as archive:
            return {entry: archive.read(entry) for entry in archive.namelist()}

    def tree(self, part: str, name: str = "guide") -> etree._Element:
        return etree.fromstring(self.parts(name)[part])


MakeTheme = Callable[..., Theme]
Make = Callable[..., Made]


def laid_over(base: dict[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Lay a mapping over another, mapping by mapping."""
    both = dict(base)
    for key, value in changes.items():
        inner = both.get(key)
        both[key] = laid_over(inner, value) if isinstance(inner, dict) and isinstance(value, Mapping) else value
    return both


def made(document: Document | None) -> Document:
    """Give a document that was wanted of the build."""
    assert document is not None
    return document
