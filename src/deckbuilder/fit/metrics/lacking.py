"""How wide characters are that a font lacks, and so are shown in another.

Programs choose the other font by what a computer has, so its widths are not known: what is taken is wide for its
script, so that the error is on the safe side.
"""

import unicodedata
from collections.abc import Callable, Iterable, Mapping

_SCRIPTS = (
    (0x0590, 0x05FF, 0.62),  # Hebrew
    (0x0600, 0x08FF, 0.5),  # Arabic: its letters join, and are narrower then than they are alone
    (0x0900, 0x0DFF, 0.8),  # the scripts of India and Sri Lanka
    (0x0E00, 0x0EFF, 0.65),  # Thai, Lao
    (0xFB1D, 0xFB4F, 0.62),
    (0xFB50, 0xFDFF, 0.5),
    (0xFE70, 0xFEFE, 0.5),
    (0x1F1E6, 0x1F1FF, 0.7),  # two of them make a flag
    (0x1F3FB, 0x1F3FF, 0.0),  # the tones of skin, which colour the emoji before them
    (0x1F300, 0x1FAFF, 1.4),  # emoji
)
"""Code points from and to, and the width of each, as a share of the text size."""
_BORROWED = range(0x0590, 0x0F00)
"""Scripts that twins may have and the fonts they stand for have otherwise or not at all."""


class Widths(dict[str, float]):
    """Widths by character; of one that the font lacks, what its script and its kind let expect."""

    def __init__(
        self,
        widths: Mapping[str, float] | Iterable[tuple[str, float]] = (),
        substitute: Callable[[], Mapping[str, float]] = dict,
    ) -> None:
        """Take the widths of a font, and what gives those of the font that takes its place where it has none."""
        super().__init__(widths)
        self._substitute = substitute
        self._lacked: set[str] = set()

    def __missing__(self, character: str) -> float:
        """Give, and remember, the width of a character that the font lacks."""
        found = self._substitute().get(character)
        self[character] = width = lacking(character) if found is None else found
        self._lacked.add(character)
        return width

    def space_after(self, character: str) -> float:
        """Give the width of a space that follows a character: it is taken from the font that has the character."""
        own, _ = self[" "], self[character]
        return max(own, self._substitute().get(" ", own)) if character in self._lacked else own


def lacking(character: str) -> float:
    """Give the width taken for a character that a font lacks: a full em where nothing better is known.

    Marks that stand on the letter before, and characters that only steer, such as the soft hyphen, have none.
    """
    if is_unseen(character):
        return 0.0
    code = ord(character)
    return next((width for first, last, width in _SCRIPTS if first <= code <= last), 1.0)


def is_borrowed(character: str) -> bool:
    """Say whether a twin's width for a character says nothing of the font it stands for, or nothing at all."""
    return ord(character) in _BORROWED or is_unseen(character)


def is_unseen(character: str) -> bool:
    """Say whether a character takes no room: some fonts give it a width that no program uses."""
    return unicodedata.category(character) in {"Mn", "Me", "Cf"}
