"""What the judge finds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that a printed document must not have.

    `page` counts from 1, and is None for what is wrong in the file itself. `kind` is a short name of the rule, `detail`
    says what and where, in words of the document. A `warning` may be right as it is: somebody should look.
    """

    page: int | None
    kind: str
    detail: str
    warning: bool = False

    def __str__(self) -> str:
        place = f"page {self.page}" if self.page else "file"
        return f"{place}: {'warning, ' if self.warning else ''}{self.kind}: {self.detail}"


def short(text: str, most: int = 60) -> str:
    """Quote the beginning of a text on one line."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= most else line[: most - 1] + '…'}”"
