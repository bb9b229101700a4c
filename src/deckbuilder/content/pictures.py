"""The pictures of a pack's slides."""

from pathlib import Path, PurePosixPath

from deckbuilder.diagnostics import Diagnostics, did_you_mean
from deckbuilder.source import Text
from deckbuilder.source.pictures import PictureFile, is_there, leads_outside, load_picture


def inside(folder: Path, name: Text, diagnostics: Diagnostics) -> Path | None:
    """Resolve a path that must stay inside a pack's folder; None, with a diagnostic, when it does not."""
    if leads_outside(folder, name):
        diagnostics.error(
            "outside-pack",
            f"“{name}” leads outside the pack's folder.",
            name.origin,
            "Copy the file into the pack and name it from there, with forward slashes.",
        )
        return None
    return folder / PurePosixPath(name)


def read_picture(folder: Path, name: Text, diagnostics: Diagnostics) -> PictureFile | None:
    """Read a picture named by a slide; None, with a diagnostic, when it cannot be used."""
    path = inside(folder, name, diagnostics)
    if path is None:
        return None
    if not is_there(path):
        others = [
            file.relative_to(folder).as_posix()
            for file in sorted(folder.rglob("*"))
            if file.suffix.lower() in {".png", ".jpg", ".jpeg"}
        ]
        diagnostics.error(
            "missing-picture",
            f"There is no picture “{name}” in the pack.",
            name.origin,
            did_you_mean(name, others),
        )
        return None
    return load_picture(path, name, diagnostics)
