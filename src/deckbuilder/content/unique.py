"""Names that must be given once."""

from collections.abc import Callable, Iterable

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.source import Text


def unique(
    what: str, names: Iterable[Text], code: str, diagnostics: Diagnostics, key: Callable[[str], str] = str
) -> None:
    """Report each name that an earlier one repeats; `key` makes of a name what must differ."""
    seen: dict[str, Text] = {}
    for name in names:
        first = seen.setdefault(key(name), name)
        if first is not name:
            where = f" in {first.origin.path}, line {first.origin.line}" if first.origin else ""
            diagnostics.error(code, f"Another {what} is named “{name}” already{where}.", name.origin, "Rename one.")
