"""Where LibreOffice is. Nothing is started to find it."""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from deckbuilder.office.rendering.libreoffice import LibreOffice

VARIABLE = "DECKBUILDER_LIBREOFFICE"
"""The environment variable that names the program, or says `none`."""
_NAMES = ("soffice", "libreoffice")
"""What it is called on the path. On Windows the first finds `soffice.com` before `soffice.exe`."""


def find_libreoffice() -> LibreOffice | None:
    """Find LibreOffice: as the environment variable says, on the path, or in the usual places of the system.

    The variable is taken at its word. With `none` there is no LibreOffice; a program that is not there, or is another
    one, makes no PDF of any file, so that a typing error does not go unseen as if nothing were installed.
    """
    said = os.environ.get(VARIABLE, "").strip()
    if said.lower() == "none":
        return None
    if said:
        return LibreOffice(Path(shutil.which(said) or said))
    on_path = next(filter(None, map(shutil.which, _NAMES)), None)
    if on_path:
        return LibreOffice(Path(on_path))
    return next((LibreOffice(place) for place in _usual_places(sys.platform) if os.access(place, os.X_OK)), None)


def _usual_places(system: str, root: Path = Path("/")) -> Iterator[Path]:
    """Give where installers put the program on a system, by its name in `sys.platform`; it need not be there."""
    if system == "win32":
        folders = map(os.environ.get, ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)"))
        yield from (Path(folder, "LibreOffice", "program", "soffice.com") for folder in folders if folder)
    elif system == "darwin":
        for base in (root, Path.home()):
            yield base / "Applications/LibreOffice.app/Contents/MacOS/soffice"
    else:
        yield from (root / lib / "libreoffice/program/soffice" for lib in ("usr/lib", "usr/lib64"))
        # The newest first: each version from the makers' packages has a folder of its own, such as libreoffice25.2.
        versions = sorted((root / "opt").glob("libreoffice*"), key=_version, reverse=True)
        yield from (folder / "program/soffice" for folder in versions)
        yield root / "snap/bin/libreoffice"


def _version(folder: Path) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", folder.name)]
