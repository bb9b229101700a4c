"""The whole document."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from deckbuilder.ir.document import Document
from deckbuilder.ir.template import Image
from deckbuilder.office.properties import add_properties
from deckbuilder.office.word.body import BodyWriter
from deckbuilder.office.word.controls import ControlWriter
from deckbuilder.office.word.numbering import Numbering
from deckbuilder.office.word.paragraphs import ParagraphWriter
from deckbuilder.office.word.template import WordTemplate

_NO_PICTURES: Mapping[int, Image] = MappingProxyType({})


def write_document(
    document: Document,
    template: WordTemplate,
    pictures: Mapping[int, Image] = _NO_PICTURES,
    pages: Sequence[int] = (),
) -> bytes:
    """Write a document as a .docx file.

    `pictures` are those of the slides, by their numbers; the place of one that is missing stays empty. `pages` says
    for each heading, in order, on which page it stands; where it is empty the contents table has no page numbers.
    """
    package = template.frame.begin()
    anchors = frozenset(heading.anchor for heading in document.headings if heading.anchor)
    paragraphs = ParagraphWriter(package, template, anchors, document.properties.language)
    controls = ControlWriter(document.properties.language, template.styles["Placeholder Text"])
    numbering = Numbering(template.lists)
    body = BodyWriter(document, paragraphs, controls, numbering, pictures, pages).write()
    template.frame.finish(package, body, numbering.written(), document)
    add_properties(package, document.properties, "Microsoft Office Word")
    return package.to_bytes()
