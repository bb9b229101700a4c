"""Trying a pack with its edits before any file of it is written: in a folder of its own, which then goes."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from deckbuilder.content import apply_edition, load_pack
from deckbuilder.diagnostics import Diagnostics, Origin, Severity, SourceFile
from deckbuilder.office import OutputFile
from deckbuilder.pipeline.pulling.changes import Change, Kind
from deckbuilder.source import Workspace

Again = Callable[[Path, Workspace], Sequence[Change]]
"""Compares the file with a pack's folder."""


def proved(
    folder: Path,
    files: Sequence[OutputFile],
    changes: Sequence[Change],
    around: Workspace,
    again: Again,
    diagnostics: Diagnostics,
) -> bool:
    """Say whether a pack with edited files is sound, every agency's edition too, and says what was written into it."""
    with TemporaryDirectory(prefix="deckbuilder-") as name:
        root = Path(name).resolve()
        try:
            inside = folder.resolve().relative_to(around.current)
        except ValueError:
            inside = Path(folder.name)
        trial = root / inside
        shutil.copytree(folder, trial, ignore=shutil.ignore_patterns(".*", "~$*"))
        for file in files:
            (trial / file.path.relative_to(folder)).write_bytes(file.data)
        there = Workspace(root, around.root)
        if not _is_sound(trial, there, diagnostics):
            return False
        left = again(trial, there)
        if diagnostics.has_errors:
            return False
    wanted = [_said(each) for each in changes if not each.reason and each.kind is not Kind.MOVED]
    still = next((each for each in left if _said(each) in wanted), None)
    if still is not None:
        diagnostics.error(
            "cannot-pull",
            f"Written into the pack, the {still.what} “{(still.new or still.old)[:60]}” would not come out as it is in "
            "the file.",
            still.origin or Origin(SourceFile(around.shown(folder))),
            "Nothing was written. Make this change by hand.",
        )
    return still is None


def kept_beside(path: Path) -> OutputFile:
    """Give a copy of a file, as it is, under a name that no build takes for a part of the pack."""
    number, beside = 1, path.with_name(f"{path.name}.bak")
    while beside.exists():
        number += 1
        beside = path.with_name(f"{path.name}.{number}.bak")
    return OutputFile(beside, path.read_bytes())


def _said(change: Change) -> tuple[str, str, str, str]:
    return change.what, change.kind, change.old, change.new


def _is_sound(trial: Path, there: Workspace, diagnostics: Diagnostics) -> bool:
    mine = Diagnostics()
    pack = load_pack(trial, there, mine)
    if pack is not None:
        editions = trial / "editions"
        for file in sorted(editions.glob("*.yaml")) if editions.is_dir() else ():
            apply_edition(pack, (file.stem,), there, mine)
    errors = [each for each in mine if each.severity is Severity.ERROR]
    diagnostics.extend(Diagnostics(errors))
    return not errors
