"""Every slide has a title of its own: screen readers and the outline go from title to title (WCAG 2.2, 2.4.2)."""

from deckbuilder.diagnostics import Diagnostics, Origin
from deckbuilder.ir.office_file import OfficeFile


def slide_titles(file: OfficeFile, origin: Origin, diagnostics: Diagnostics) -> None:
    """Report slides without a title, and advise on titles that come twice."""
    seen: dict[str, str] = {}
    for slide in file.slides:
        if not slide.title:
            what = "has no title" if slide.title is None else "has an empty title"
            diagnostics.error(
                "slide-without-title",
                f"{slide.place}: it {what}.",
                origin,
                "Give it one; it may stand off the slide where it should not be seen.",
            )
            continue
        first = seen.setdefault(slide.title.casefold(), slide.place)
        if first != slide.place:
            diagnostics.advise(
                "duplicate-title",
                f"{slide.place}: {first} has the title “{slide.title}” already.",
                origin,
                "Say what this slide adds, or number the two: “(1 of 2)” and “(2 of 2)”.",
            )
