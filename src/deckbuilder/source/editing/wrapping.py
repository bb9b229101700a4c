"""Breaking a changed text into lines so that the lines around the change stay as they were."""

from collections.abc import Sequence

_NARROWEST = 60
_USUAL = 100


def width_of(lines: Sequence[str], indent: int = 0) -> int:
    """Say how wide an author writes, by the longest of some lines; a hundred characters where there are too few."""
    longest = max((len(line) for line in lines), default=0)
    return max(longest, _USUAL - indent) if longest < _NARROWEST or len(lines) < 2 else longest


def rewrapped(new: str, old: Sequence[str], width: int) -> list[str]:
    """Break a text of one paragraph at spaces, keeping those of the old lines that it begins and ends with."""
    first: list[str] = []
    rest = new
    for line in old:
        if not line or not rest.startswith(line + " "):
            break
        first.append(line)
        rest = rest[len(line) + 1 :]
    last: list[str] = []
    for line in reversed(old[len(first) :]):
        if not line or not rest.endswith(" " + line):
            break
        last.insert(0, line)
        rest = rest[: -len(line) - 1]
    return [*first, *wrapped(rest, width), *last]


def wrapped(text: str, width: int) -> list[str]:
    """Break a text at single spaces; a word that is wider has a line of its own."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and word and lines[-1] and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += " " + word
        elif lines and (not word or not lines[-1]):
            lines[-1] += " " + word  # more than one space: not where a line may end
        else:
            lines.append(word)
    return lines
