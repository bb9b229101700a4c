"""Alternative text says what is seen: no file name, no “picture of”, not the title again (WCAG 2.2, 1.1.1)."""

import re

from deckbuilder.content import Pack
from deckbuilder.content.slides import ChartSlide, PictureSlide, TableSlide
from deckbuilder.diagnostics import Diagnostics

_FILE_NAME = re.compile(
    r"\S+\.(?:png|jpe?g|gif|svg|bmp|tiff?|webp|emf|wmf)|(?:IMG|DSC|image|picture)[_-]?\d+", re.IGNORECASE
)
_TO_COME = re.compile(r"(?:TODO|TBC|FIXME)(?!\w)")
_OPENING = re.compile(r"(?:an? |the )?(?:picture|image|photo(?:graph)?|graphic) (?:of|showing)\b", re.IGNORECASE)


def descriptions(pack: Pack, diagnostics: Diagnostics) -> None:
    """Warn of a description that tells nothing."""
    for slide in pack.slides:
        text = slide.description if isinstance(slide, PictureSlide | ChartSlide | TableSlide) else None
        if text is None:
            continue
        to_come = _TO_COME.match(text)
        opening = _OPENING.match(text)
        if to_come:
            fault, hint = f"is still to come: it begins with “{to_come.group()}”", "Say what a person sees."
        elif _FILE_NAME.fullmatch(text.strip()):
            fault, hint = "is the name of a file", "Say what a person sees who looks at it."
        elif opening:
            fault, hint = f"begins with “{opening.group()}”", "Leave that out: a screen reader says it already."
        elif _bare(text) == _bare(slide.title):
            fault, hint = "repeats the title", "Say what the title does not: what is to be seen."
        else:
            continue
        diagnostics.warn("weak-description", f"This description {fault}.", text.origin, hint)


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
