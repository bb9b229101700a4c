"""What is made of an agency's own Office templates before there is a build: a look into them, a theme to begin with."""

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.fit import is_known
from deckbuilder.office import DeckInspection, OutputFile, WordInspection, inspect_deck, inspect_word
from deckbuilder.source import Text
from deckbuilder.theme import DECK_SUFFIXES, SAVE_AS, WORD_SUFFIXES, TemplateFile
from deckbuilder.theme.starter import StarterLook, brand_colours, starter_theme


def inspect_template(file: Path, diagnostics: Diagnostics) -> DeckInspection | WordInspection | None:
    """Look into an agency's own Office template; None, with a diagnostic, when it cannot be used.

    The file must be there, and be a .pptx, .potx, .docx or .dotx.
    """
    template = _template(file, diagnostics)
    return _inspected(template, diagnostics) if template else None


def _template(file: Path, diagnostics: Diagnostics) -> TemplateFile | None:
    suffix = file.suffix.lower()
    if suffix not in (*DECK_SUFFIXES, *WORD_SUFFIXES):
        known = ", ".join((*DECK_SUFFIXES, *WORD_SUFFIXES))
        diagnostics.error(
            "wrong-file-format",
            f"“{file.name}” is no template: those end in {known}.",
            hint=SAVE_AS.get(suffix, "Name another file."),
        )
        return None
    return TemplateFile(Text(file.name), file.read_bytes())


def _inspected(template: TemplateFile, diagnostics: Diagnostics) -> DeckInspection | WordInspection | None:
    if template.name.lower().endswith(WORD_SUFFIXES):
        return inspect_word(template, diagnostics)
    return inspect_deck(template, diagnostics, is_known)


def new_theme(folder: Path, templates: Sequence[Path], diagnostics: Diagnostics) -> list[OutputFile]:
    """Make the files of a new theme in a folder, in memory; none, with diagnostics, when a template cannot be used."""
    look = StarterLook()
    files: list[OutputFile] = []
    for file in templates:
        template = _template(file, diagnostics)
        found = _inspected(template, diagnostics) if template else None
        if template is None or found is None:
            return []
        files.append(OutputFile(folder / file.name, template.data))
        if isinstance(found, WordInspection):
            look = replace(look, word=file.name, styles=found.proposed)
        else:
            look = _taken_from(found, file.name, look)
    text = starter_theme(folder.name, look)
    return [OutputFile(folder / "theme.yaml", text.encode()), *files]


def _taken_from(found: DeckInspection, name: str, look: StarterLook) -> StarterLook:
    """Take a deck template's fonts and colours, for the Word documents and for slides that are added."""
    colours = {colour.name: colour.value for colour in found.colours}
    heading, body = (font.name for font in found.fonts)
    brand, accents = brand_colours(colours)
    return replace(look, brand=brand, accents=accents, heading=heading, body=body, deck=name, layouts=found.proposed)
