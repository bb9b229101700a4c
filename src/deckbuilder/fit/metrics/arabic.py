"""The joined forms of Arabic letters, which are narrower than the letters are alone."""

import unicodedata
from functools import cache

_PLACES = ("isolated", "final", "initial", "medial")
_LAM = "\u0644"


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Give the presentation forms of each letter, and of lam with alef, by the place they stand in."""
    forms: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFDFC), *range(0xFE70, 0xFEFD)):
        place, *letters = (unicodedata.decomposition(chr(code)) or "none").split()
        written = "".join(chr(int(letter, 16)) for letter in letters)
        joins = len(written) == 1 or (written[:1] == _LAM and written[1:] in set("\u0622\u0623\u0625\u0627"))
        if joins and place.strip("<>") in _PLACES:
            forms.setdefault(written, {})[place.strip("<>")] = chr(code)
    return forms


def joined_forms(text: str) -> str:
    """Give a text with each Arabic letter in the form that it has beside its neighbours (Unicode, chapter 9.2)."""
    forms = _forms()
    letters: list[str] = []
    for character in text:
        if unicodedata.category(character) == "Mn":
            continue
        if letters and letters[-1] == _LAM and _LAM + character in forms:
            letters[-1] += character
        else:
            letters.append(character)
    shown: list[str] = []
    for index, letter in enumerate(letters):
        own = forms.get(letter, {})
        before = index > 0 and "initial" in forms.get(letters[index - 1], {}) and "final" in own
        after = "initial" in own and index + 1 < len(letters) and "final" in forms.get(letters[index + 1], {})
        shown.append(own.get(_PLACES[before + 2 * after], letter))
    return "".join(shown)
