"""The whole document."""

from deckbuilder.ir.document import Document
from deckbuilder.office.properties import add_properties
from deckbuilder.office.word.body import BodyWriter
from deckbuilder.office.word.numbering import Numbering
from deckbuilder.office.word.template import WordTemplate


def write_document(document: Document, template: WordTemplate) -> bytes:
    """Write a document as a .docx file."""
    package = template.frame.begin()
    writer = BodyWriter(package, template, document, Numbering(template.lists))
    body = writer.write()
    template.frame.finish(package, body, writer.numbering.written(), document)
    add_properties(package, document.properties, "Microsoft Office Word")
    return package.to_bytes()
