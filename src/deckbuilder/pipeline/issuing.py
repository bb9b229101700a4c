"""Putting built files in their places: each by itself, and none over what a person has written."""

import errno
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from deckbuilder.diagnostics import Diagnostics, Origin, SourceFile
from deckbuilder.office import OutputFile, Standing, write_all
from deckbuilder.pipeline.origins import standing_of
from deckbuilder.source import Workspace

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
"""No space, or no more of it for this user (Windows has no such number)."""
_IN_USE = {5, 32, 33}
"""Windows' numbers for access denied, a sharing violation and a locked region."""
_NOT_BUILT = {
    Standing.EDITED: "has been edited since it was built",
    Standing.FOREIGN: "was not built by this tool, or is damaged",
}


class Issued(Struct, frozen=True):
    """What became of files that were to be written."""

    written: tuple[Path, ...]
    unchanged: tuple[Path, ...]
    """Those that were there already, byte by byte."""
    refused: bool
    """Whether the machine refused to write some of them."""


def issue(files: Sequence[OutputFile], around: Workspace, diagnostics: Diagnostics, *, overwrite: bool) -> Issued:
    """Write files; what cannot be written stands among the diagnostics, and the rest goes on.

    A file that a person has edited since it was built, or that another program wrote, stays as it is, unless
    `overwrite`.
    """
    written: list[Path] = []
    unchanged: list[Path] = []
    refused = False
    for file in files:
        origin = Origin(SourceFile(around.shown(file.path)))
        try:
            found = standing_of(file)
            if found is Standing.SAME:
                unchanged.append(file.path)
            elif found in _NOT_BUILT and not overwrite:
                diagnostics.error(
                    "edited-file",
                    f"This file {_NOT_BUILT[found]}, and was not overwritten.",
                    origin,
                    "`deckbuilder pull` puts what was changed into the pack; --force overwrites the file.",
                )
            else:
                write_all([file])
                written.append(file.path)
        except OSError as error:
            reason, hint = _explained(error)
            diagnostics.error("cannot-write", f"This file could not be written: {reason}.", origin, hint)
            refused = True
    return Issued(tuple(written), tuple(unchanged), refused)


def _explained(error: OSError) -> tuple[str, str]:
    """Say why the machine refused, and what to do."""
    said = (error.strerror or str(error)).rstrip(".")
    if error.errno in _FULL:
        return "the disk is full", "Make room, or choose another folder with --out."
    if getattr(error, "winerror", None) in _IN_USE:  # only Windows has such a number
        return "it is open in another program, or may not be changed", "Close it in PowerPoint or Word."
    if isinstance(error, PermissionError):
        hint = "Close it where it is open, look at the permissions of the file and its folder, or choose another "
        return said, hint + "folder with --out."
    return said, "See that the folder and its drive are there, or choose another folder with --out."
