"""Remembering a build, so that the next one sees at once that nothing has changed.

What was built under a theme is kept in a small file below the output folder: what the build depended on, what it said,
and the digests of the files it wrote. A record that is missing, damaged or of other circumstances counts for nothing:
then everything is built.
"""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from msgspec import Struct

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.pipeline.circumstances import Circumstances
from deckbuilder.pipeline.inputs import theme_digest
from deckbuilder.pipeline.ordering import Order
from deckbuilder.pipeline.results import ThemeResult
from deckbuilder.pipeline.sayings import as_data, from_data

_FOLDER = ".deckbuilder"
"""The folder of records, in the output folder."""
_UNUSABLE = (OSError, ValueError, KeyError, TypeError, AttributeError)
"""What reading a record raises that is missing, damaged, or written by another version."""


class Remembered(Struct, frozen=True):
    """A build under one theme that would give the same files again."""

    result: ThemeResult
    """What was said under the theme; it has no files to be written."""
    shared: Diagnostics
    """What was said of the packs themselves."""
    files: tuple[Path, ...]
    """The files that were written, and are as they were."""


def recall(theme: Path, order: Order, around: Circumstances) -> Remembered | None:
    """Give the last build of this order under a theme, if it would give the same files again."""
    with suppress(*_UNUSABLE):
        kept = json.loads(_record(theme, order, around).read_text(encoding="utf-8"))
        lineage = tuple(Path(name) for name in kept["lineage"])
        files = tuple(order.out / theme.name / name for name in kept["files"])
        if kept["key"] == around.key(theme, lineage, theme_digest(lineage)) and _digests(files) == kept["files"]:
            result = ThemeResult(theme, (), int(kept["slides"]), from_data(kept["said"]), lineage)
            return Remembered(result, from_data(kept["shared"]), files)
    return None


def remember(result: ThemeResult, shared: Diagnostics, order: Order, around: Circumstances) -> None:
    """Keep what was built under a theme; without effect where no record can be written."""
    # A theme that was edited while it was read may have been read half old, half new.
    if not result.lineage or theme_digest(result.lineage) != result.theme_digest or around.packs_changed():
        return
    record: Mapping[str, Any] = {
        "key": around.key(result.folder, result.lineage, result.theme_digest),
        "lineage": [str(folder) for folder in result.lineage],
        "files": {file.path.name: sha256(file.data).hexdigest() for file in result.files},
        "slides": result.slides,
        "said": as_data(result.diagnostics),
        "shared": as_data(shared),
    }
    from deckbuilder.office import OutputFile, write_all  # noqa: PLC0415  # not needed where nothing has changed

    data = json.dumps(record, ensure_ascii=False, indent=1).encode()
    with suppress(OSError):
        write_all([OutputFile(_record(result.folder, order, around), data)])


def _record(theme: Path, order: Order, around: Circumstances) -> Path:
    return order.out / _FOLDER / f"{theme.name}-{around.order_digest[:16]}.json"


def _digests(files: Sequence[Path]) -> dict[str, str]:
    return {file.name: sha256(file.read_bytes()).hexdigest() for file in files}
