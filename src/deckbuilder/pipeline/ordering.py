"""What is wanted of a build."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

DOCUMENTS = ("deck", "guide", "worksheet", "cover-note")
"""What can be built, by the names of the command line. A cover note is only made for a plan of several meetings."""

PAGES = ("html", "html-participants")
"""The pages for browsers that can be built: with everything, and with what participants are given."""

PICTURES = ("auto", "drawn", "none")
"""How the guide shows slides: as LibreOffice renders them, where it is installed, else drawn from the fitted layout;
always drawn; not at all."""


class Order(Struct, frozen=True):
    """What is wanted of a build."""

    plan: str | None = None
    """The delivery plan; the pack's own default when None."""
    only: Sequence[str] = ()
    """The documents, by the names in `DOCUMENTS`; empty for all. `html` alone is for pages without documents."""
    out: Path = Path("output")
    start: int | None = None
    """When the session begins, in minutes from midnight; None where the guide's clock runs from zero."""
    release: date | None = None
    """The day on which the documents are issued; None where they are not."""
    pictures: str = "auto"
    """How the guide shows slides, by the names in `PICTURES`."""
    dated: date | None = None
    """The date that files carry where their pack's version has none (SOURCE_DATE_EPOCH); None for no date at all."""
    pages: Sequence[str] = ()
    """The pages for browsers, by the names in `PAGES`."""
    pdf: bool = False
    """Whether the documents are given as PDF too."""

    def wants(self, document: str) -> bool:
        """Say whether one of `DOCUMENTS` is wanted."""
        return document in (self.only or DOCUMENTS)
