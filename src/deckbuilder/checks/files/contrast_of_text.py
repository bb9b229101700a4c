"""Text can be told from what is behind it (WCAG 2.2, 1.4.3): 3:1 where it is large, 4.5:1 otherwise."""

from deckbuilder.diagnostics import Diagnostics, Origin
from deckbuilder.ir.office_file import OfficeFile
from deckbuilder.theme.colour import contrast, least_contrast


def contrast_of_text(file: OfficeFile, origin: Origin, diagnostics: Diagnostics) -> None:
    """Warn of faint text, the faintest of a place once; advise to look where a picture is behind text."""
    worst: dict[str, tuple[float, float]] = {}
    unsure: list[str] = []
    for paragraph in file.paragraphs:
        for run in paragraph.runs:
            if not run.text.strip():
                continue
            ratios = [contrast(run.colour, ground) for ground in paragraph.grounds] if run.colour else []
            wanted = least_contrast(run.size, bold=run.bold)
            # Nobody knows which part of a picture is behind the letters, unless all of it will do, or none.
            found = max(ratios, default=22.0) if paragraph.on_picture else min(ratios, default=22.0)
            if found < wanted:
                worst[paragraph.place] = min(worst.get(paragraph.place, (22.0, 0.0)), (found, wanted))
            elif paragraph.on_picture and min(ratios, default=0.0) < wanted:
                unsure.append(paragraph.place)
    for place, (found, wanted) in worst.items():
        diagnostics.warn(
            "faint-text",
            f"{place}: text has a contrast of {found:.1f}:1 with what is behind it; {wanted:g}:1 is wanted.",
            origin,
            "Make the text darker, or what is behind it lighter; or the other way round.",
        )
    for place in dict.fromkeys(unsure):
        diagnostics.advise(
            "text-on-picture",
            f"{place}: the text stands on a picture, parts of which may be too much like it.",
            origin,
            "Look whether it can be read everywhere, or put a plain panel behind it.",
        )
