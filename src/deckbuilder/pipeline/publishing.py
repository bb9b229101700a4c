"""From what is compiled to pages for browsers: one for each session, as there is one deck."""

from collections.abc import Sequence
from pathlib import Path

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.template import Image, Template
from deckbuilder.office import OutputFile
from deckbuilder.office.images import brand_image
from deckbuilder.pipeline.compiling import Compiled, file_stem
from deckbuilder.pipeline.writing import Issue
from deckbuilder.theme import Theme
from deckbuilder.web import PARTICIPANTS, WHOLE, Session, write_page

_KINDS = {"html": (WHOLE, ".html"), "html-participants": (PARTICIPANTS, "-participants.html")}
"""The kind of a page and the end of its file's name, by the names in `PAGES`."""


def pages(
    issues: Sequence[Issue], theme: Theme, look: Template, wanted: Sequence[str], folder: Path
) -> list[OutputFile]:
    """Write the pages that are wanted, by the names in `PAGES`, of all sessions; these hold guide and worksheet."""
    logos = _logos(theme)
    files = []
    for compiled in (session for issue in issues for session in issue.sessions):
        for kind, ending in (_KINDS[name] for name in _KINDS if name in wanted):
            data = write_page(_session(compiled), kind, look, logos)
            files.append(OutputFile(folder / f"{file_stem(compiled)}{ending}", data))
    return files


def _session(compiled: Compiled) -> Session:
    if compiled.guide is None or compiled.worksheet is None:
        raise ValueError("a page is made of guide and worksheet, which were not composed")
    return Session(compiled.deck, compiled.guide, compiled.worksheet)


def _logos(theme: Theme) -> tuple[Image | None, Image | None]:
    """Give a theme's logo, and its form for the brand's own colour."""
    if theme.logo is None:
        return None, None
    # What is wrong with a logo was said when the templates were made.
    said, description = Diagnostics(), theme.logo.description
    on_brand = theme.logo.on_brand
    usual = brand_image(theme.logo.usual, description, said)
    return usual, brand_image(on_brand, description, said) if on_brand else None
