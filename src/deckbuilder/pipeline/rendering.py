"""The documents as PDF, by LibreOffice."""

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.presentation import Properties
from deckbuilder.office import OutputFile, find_libreoffice
from deckbuilder.office.rendering.pdf_origin import settled
from deckbuilder.office.rendering.profile import PUBLISHED
from deckbuilder.pipeline.compiling import file_name
from deckbuilder.pipeline.writing import Issue


def pdfs(
    issues: Sequence[Issue], files: Sequence[OutputFile], folder: Path, diagnostics: Diagnostics
) -> list[OutputFile]:
    """Make a PDF of each document among the files of issues; a warning names those that could not be made."""
    described = _described(issues)
    documents = {file.path.name: file.data for file in files if file.path.name in described}
    office = find_libreoffice()
    made = office.to_pdf(documents, settings=PUBLISHED) if office else {}
    missing = [name for name in documents if name not in made]
    if office is None and documents:
        diagnostics.warn(
            "no-pdf",
            "No PDF was made: LibreOffice, which makes them, was not found here.",
            hint="Install it from libreoffice.org, name its program in DECKBUILDER_LIBREOFFICE, or save as PDF in "
            "PowerPoint and Word.",
        )
    elif office and missing:
        diagnostics.warn(
            "no-pdf",
            f"LibreOffice made no PDF of {', '.join(missing)}.",
            hint=f"Try to open a file with {office.program}, or save as PDF in PowerPoint and Word.",
        )
    return [
        OutputFile(folder / Path(name).with_suffix(".pdf"), settled(data, described[name]))
        for name, data in made.items()
    ]


def _described(issues: Sequence[Issue]) -> dict[str, Properties]:
    """Give what the PDF of each document says of itself, by the document's file name."""
    found: dict[str, Properties] = {}
    for issue in issues:
        for session in issue.sessions:
            found[file_name(session, "deck")] = session.deck.deck.properties
            for name, document in (("guide", session.guide), ("worksheet", session.worksheet)):
                if document:
                    found[file_name(session, name)] = document.properties
        if issue.cover_note:
            found[file_name(issue.sessions[0], "cover-note")] = issue.cover_note.properties
    return {name: _as_pdf(properties) for name, properties in found.items()}


def _as_pdf(properties: Properties) -> Properties:
    custom = ((name, f"{value} as PDF" if name == "Document" else value) for name, value in properties.custom)
    return replace(properties, custom=tuple(custom))
