"""How much nearer to each other, or further apart, two letters stand than their widths say."""

from collections.abc import Mapping, Sequence

from msgspec import Struct, field


class Kerning(Struct, frozen=True, eq=False):
    """The kerning of a face's pairs of letters, as shares of the text size.

    Letters with the same kerning share a row or a column. Both renderers apply it: PowerPoint where a style asks for
    it, LibreOffice always.
    """

    first: Mapping[str, int] = field(default_factory=dict)
    """The row of the letter that stands first."""
    second: Mapping[str, int] = field(default_factory=dict)
    """The column of the one that follows."""
    rows: Sequence[Sequence[float]] = ()

    def between(self, one: str, other: str) -> float:
        """Give what the distance of two characters has more than their widths; mostly it is less."""
        row = self.first.get(one)
        if row is None:
            return 0.0
        column = self.second.get(other)
        return 0.0 if column is None else self.rows[row][column]


UNKERNED = Kerning()
"""That of a face whose pairs are not known."""
