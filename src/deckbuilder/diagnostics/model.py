"""The diagnostic: code, severity, message, the place in the author's file, and a hint."""

from collections.abc import Iterator
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct, field


class Severity(StrEnum):
    """How much a diagnostic matters."""

    ERROR = "error"
    """Nothing is written while one of these stands."""
    WARNING = "warning"
    """Documents are written; `--strict` makes it an error."""
    ADVICE = "advice"
    """A suggestion, which never changes the exit status."""


class SourceFile(Struct, frozen=True, eq=False):
    """A file that an author wrote, kept so that a diagnostic can show the line."""

    path: str
    """As the author would name it: relative to the folder the command runs in, with forward slashes."""
    text: str = ""
    """The file's text; empty when it could not be read as text."""

    def __eq__(self, other: object) -> bool:
        """Say whether two are the same file, read perhaps at two times."""
        return isinstance(other, SourceFile) and (self.path, self.text) == (other.path, other.text)

    def __hash__(self) -> int:
        return hash(self.path)

    def line(self, number: int) -> str:
        """Give the text of a line, counted from 1; empty when there is no such line."""
        lines = _lines(self.text)
        return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else ""


@lru_cache(maxsize=4)
def _lines(text: str) -> list[str]:
    """Cut a text into lines, once for all the places in it."""
    return text.split("\n")


_FAR = 20_000
"""How many characters on a text is looked for."""


class Origin(Struct, frozen=True):
    """A place in an author's file."""

    source: SourceFile
    line: int = 0
    """Counted from 1; 0 for the file as a whole."""
    column: int = 0
    """Counted from 1, in characters; 0 for the line as a whole."""

    @property
    def path(self) -> str:
        """The file's path as the author would name it."""
        return self.source.path

    @property
    def excerpt(self) -> str:
        """The text of the line; empty for the file as a whole."""
        return self.source.line(self.line)

    def at_text(self, needle: str) -> "Origin":
        """Narrow the place to where `needle` stands, in this line or one of the next hundred, and not too far away."""
        lines, far = _lines(self.source.text), _FAR
        for index in range(max(self.line - 1, 0), min(len(lines), self.line + 100)):
            start = max(self.column - 1, 0) if index == self.line - 1 else 0
            found = lines[index].find(needle, start, start + far)
            if found >= 0:
                return Origin(self.source, index + 1, found + 1)
            far -= len(lines[index]) - start
            if far <= 0:
                break
        return self


class Diagnostic(Struct, frozen=True):
    """One thing that is wrong, or could be better, and where."""

    code: str
    """The name of its page in the catalogue, such as `unknown-key`; `deckbuilder explain CODE` prints that page."""
    message: str
    """One sentence that says what is wrong, in the author's words."""
    origin: Origin | None = None
    """Where; None when it is about no file (a wrong argument, a full disk)."""
    hint: str = ""
    """What to do about it; empty when the message says it already."""
    severity: Severity = Severity.ERROR
    themes: tuple[str, ...] = ()
    """The themes it concerns, where several are looked at and not all of them have it."""
    silenced: str = ""
    """The author's reason why it does not hold; it then counts for nothing, and is only listed. Empty otherwise."""


class Diagnostics(Struct):
    """Diagnostics as they are collected through a run: nothing stops at the first."""

    found: list[Diagnostic] = field(default_factory=list)

    def error(self, code: str, message: str, origin: Origin | None = None, hint: str = "") -> None:
        """Add an error."""
        self.found.append(Diagnostic(code, message, origin, hint))

    def warn(self, code: str, message: str, origin: Origin | None = None, hint: str = "") -> None:
        """Add a warning."""
        self.found.append(Diagnostic(code, message, origin, hint, Severity.WARNING))

    def advise(self, code: str, message: str, origin: Origin | None = None, hint: str = "") -> None:
        """Add advice."""
        self.found.append(Diagnostic(code, message, origin, hint, Severity.ADVICE))

    def extend(self, more: "Diagnostics") -> None:
        """Add all that another collection holds."""
        self.found.extend(more.found)

    def count(self, severity: Severity) -> int:
        """Count those of a severity, each once; what is silenced does not count."""
        return sum(item.severity is severity and not item.silenced for item in dict.fromkeys(self.found))

    @property
    def silenced(self) -> int:
        """How many an author silenced, each counted once."""
        return sum(bool(item.silenced) for item in dict.fromkeys(self.found))

    @property
    def has_errors(self) -> bool:
        """Whether anything found forbids writing."""
        return any(item.severity is Severity.ERROR for item in self.found)

    def failed(self, *, strict: bool) -> bool:
        """Say whether the run fails: on errors, and with `strict` on warnings too."""
        return self.has_errors or (strict and self.count(Severity.WARNING) > 0)

    def in_reading_order(self) -> list[Diagnostic]:
        """Give them by file, line and column, each once."""

        def place(item: Diagnostic) -> tuple[str, int, int]:
            return (item.origin.path, item.origin.line, item.origin.column) if item.origin else ("", 0, 0)

        return sorted(dict.fromkeys(self.found), key=place)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)


def did_you_mean(word: str, known: "list[str] | tuple[str, ...]") -> str:
    """Give a hint that names the known word nearest to `word`, else the known words; empty when there are none."""
    if not known:
        return ""
    near = _near(word, tuple(known)) if len(word) <= _LONGEST_SLIP else None
    if near:
        return f"Did you mean “{near}”?"
    more = len(known) - _MOST_KNOWN
    return "Known here: " + ", ".join(known[:_MOST_KNOWN]) + (f" and {more} more." if more > 0 else ".")


_LONGEST_SLIP = 100
"""A longer word is no slip of the pen."""
_MOST_KNOWN = 100
"""The most words that a hint names."""


@lru_cache(maxsize=1024)
def _near(word: str, known: tuple[str, ...]) -> str | None:
    return next(iter(get_close_matches(word, known, n=1, cutoff=0.6)), None)
