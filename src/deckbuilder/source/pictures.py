"""Pictures: inside the folder that names them, of a format that Office shows everywhere, and what they say they are."""

import warnings
from io import BytesIO
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Literal

from msgspec import Struct

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.source.values import Text

MAX_BYTES = 20 * 1024 * 1024
"""The largest picture file taken."""
MAX_PIXELS = 40_000_000
"""The most pixels taken: a picture bomb is small on disk and huge once opened, four bytes a pixel and twice over."""
MAX_DRAWN = 20 * MAX_PIXELS
"""The most pixels that the passes of a progressive JPEG may draw together: each goes over the whole picture again."""
_PASS = b"\xff\xda"
"""What begins a pass (ITU-T T.81, B.1.1.3, SOS); it cannot stand within one."""
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in "123456789¹²³")}
)
"""Names that mean a device on Windows, whatever ending they have (“Naming Files, Paths, and Namespaces”)."""


class PictureFile(Struct, frozen=True):
    """A picture, checked."""

    data: bytes
    format: Literal["png", "jpeg"]
    width: int
    """In pixels."""
    height: int
    """In pixels."""


def leads_outside(folder: Path, name: Text) -> bool:
    """Say whether a path, written with forward slashes, leaves the folder it is named in."""
    posix, windows = PurePosixPath(name), PureWindowsPath(name)
    leaves = posix.is_absolute() or windows.is_absolute() or bool(windows.drive) or "\\" in name or "\0" in name
    if leaves or any(is_device(part) for part in posix.parts):
        return True
    try:
        return not (folder / posix).resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # links that lead in a circle, names that no system takes
        return True


def is_device(name: str) -> bool:
    """Say whether a name of a file or folder means a device on Windows."""
    return name.partition(".")[0].rstrip(" ").lower() in _DEVICES


def is_there(path: Path) -> bool:
    """Say whether a path names a file; one that no file could have, such as a whole sentence, does not."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def load_picture(path: Path, name: Text, diagnostics: Diagnostics) -> PictureFile | None:
    """Read a picture that is there; None, with a diagnostic, when it cannot be used."""
    if path.stat().st_size > MAX_BYTES:
        diagnostics.error(
            "picture-too-large",
            f"“{name}” is larger than {MAX_BYTES // 2**20} MiB.",
            name.origin,
            "Make it smaller.",
        )
        return None
    try:
        data = path.read_bytes()
    except OSError as error:
        diagnostics.error("unreadable-file", f"“{name}” cannot be read: {error.strerror}.", name.origin)
        return None
    return _checked(data, name, diagnostics)


def _checked(data: bytes, name: Text, diagnostics: Diagnostics) -> PictureFile | None:
    # Pillow takes 30 ms to import, and most packs have no picture.
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415

    try:
        # Pillow's own bound is a warning; ours, below, is an error.
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(BytesIO(data), formats=("PNG", "JPEG")) as image,
        ):
            width, height = image.size
            found = image.format
            if data.count(_PASS) * width * height > MAX_DRAWN and found != "PNG":
                passes = f"“{name}” is a JPEG of {data.count(_PASS)} passes over {width} × {height} pixels."
                _report_pixels(passes, name, diagnostics)
                return None
            if width * height <= MAX_PIXELS:
                # A JPEG is whole where it can be read coarsely.
                image.draft(None, (max(width // 8, 1), max(height // 8, 1)))
                image.load()
    except Image.DecompressionBombError:
        _report_pixels(f"“{name}” has far more than {MAX_PIXELS:,} pixels, which are the most.", name, diagnostics)
        return None
    except Exception as error:  # noqa: BLE001  # its decoders raise whatever damage leads them to
        reason = "is damaged" if not isinstance(error, UnidentifiedImageError) else "is no PNG or JPEG picture"
        diagnostics.error(
            "not-a-picture",
            f"“{name}” {reason}.",
            name.origin,
            "Save it again as PNG or JPEG, or name another file.",
        )
        return None
    if width * height > MAX_PIXELS:
        measures = f"“{name}” measures {width} × {height} pixels; {MAX_PIXELS:,} in all are the most."
        _report_pixels(measures, name, diagnostics)
        return None
    return PictureFile(data, "png" if found == "PNG" else "jpeg", width, height)


def _report_pixels(message: str, name: Text, diagnostics: Diagnostics) -> None:
    hint = "Make it smaller; 2,000 pixels across are plenty for a slide."
    diagnostics.error("picture-too-large", message, name.origin, hint)
