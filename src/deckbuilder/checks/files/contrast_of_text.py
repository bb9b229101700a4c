"""Text can be told from what is behind it (WCAG 2.2, 1.4.3): 3:1 where it is large, 4.5:1 otherwise."""

from deckbuilder.diagnostics import Diagnostics, Origin
from deckbuilder.ir.office_file import OfficeFile
from deckbuilder.theme.colour import contrast, least_contrast


def contrast_of_text(file: OfficeFile, origin: Origin, diagnostics: Diagnostics) -> None:
    """Warn of faint text, the faintest of a place once; advise to look where a picture is behind text."""
    worst: dict[str, tuple[float, float]] = {}
    unknown: list[str] = []
    for paragraph in file.paragraphs:
        runs = [run for run in paragraph.runs if run.text.strip()]
        if paragraph.grounds is None and runs:
            unknown.append(paragraph.place)
        for run in runs:
            ratios = [contrast(run.colour, ground) for ground in paragraph.grounds or ()] if run.colour else []
            wanted = least_contrast(run.size, bold=run.bold)
            if ratios and min(ratios) < wanted:
                worst[paragraph.place] = min(worst.get(paragraph.place, (22.0, 0.0)), (min(ratios), wanted))
    for place, (found, wanted) in worst.items():
        diagnostics.warn(
            "faint-text",
            f"{place}: text has a contrast of {found:.1f}:1 with what is behind it; {wanted:g}:1 is wanted.",
            origin,
            "Make the text darker, or what is behind it lighter; or the other way round.",
        )
    for place in dict.fromkeys(unknown):
        diagnostics.advise(
            "text-on-picture",
            f"{place}: the text stands on a picture, so its contrast cannot be known.",
            origin,
            "Look whether it can be read everywhere, or put a plain panel behind it.",
        )
