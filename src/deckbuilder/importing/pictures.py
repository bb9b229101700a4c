"""Pictures that a document names beside itself: read from its own folder and no other, as PNG or JPEG."""

import warnings
from io import BytesIO
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.importing.pack_files import name_of, unused
from deckbuilder.ir.outline import OutlinePicture
from deckbuilder.source import Text
from deckbuilder.source.pictures import MAX_BYTES, MAX_PIXELS, is_device, is_there, leads_outside, load_picture

MAX_TOTAL = 200 * 1024 * 1024
"""The most bytes that a document's pictures have together."""
MAX_PICTURES = 500
_AS_THEY_ARE = (".png", ".jpg", ".jpeg", ".jpe", ".jfif")
_RASTER = {".gif": "GIF", ".webp": "WEBP", ".bmp": "BMP", ".tif": "TIFF", ".tiff": "TIFF"}
"""What is written as PNG, by its ending: Pillow's names of the formats."""


class UnusableError(Exception):
    """A picture cannot be carried; its text is the reason, as the rest of a sentence."""


class PicturesBeside:
    """The pictures in a document's folder, each read once."""

    def __init__(self, folder: Path) -> None:
        """Look in a folder and below."""
        self._folder = folder
        self._read: dict[str, OutlinePicture] = {}
        self._names: set[str] = set()
        self._total = 0

    def picture(self, address: str, description: str) -> OutlinePicture:
        """Read the picture at an address as the document writes it.

        Raises `UnusableError` where it lies elsewhere, is missing, or is of a format that Office does not show.
        """
        if urlsplit(address).scheme not in {"", "file"} or address.startswith("//"):
            raise UnusableError("lies elsewhere on the network, and nothing is fetched")
        path = unquote(address.partition("#")[0].partition("?")[0]).replace("\\", "/").removeprefix("./")
        if not path or leads_outside(self._folder, Text(path)):
            raise UnusableError("lies outside the document's folder")
        if path not in self._read:
            self._read[path] = self._load(path)
        found = self._read[path]
        return OutlinePicture(found.name, found.data, found.format, description)

    def _load(self, path: str) -> OutlinePicture:
        file = self._folder / PurePosixPath(path)
        if not is_there(file):
            raise UnusableError("is not there")
        if len(self._read) >= MAX_PICTURES or self._total + file.stat().st_size > MAX_TOTAL:
            raise UnusableError("is left out, as the pictures are too many or too large")
        ending = file.suffix.lower()
        if ending in _RASTER:
            data, kind = _as_png(file, _RASTER[ending]), "png"
        elif ending in _AS_THEY_ARE:
            diagnostics = Diagnostics()
            read = load_picture(file, Text(file.name), diagnostics)
            if read is None:
                reason = next(iter(diagnostics)).message.partition("” ")[2].rstrip(".")
                raise UnusableError(reason or "cannot be read")
            data, kind = read.data, str(read.format)
        else:
            raise UnusableError("is no PNG, JPEG, GIF, WebP, BMP or TIFF picture")
        self._total += len(data)
        stem = name_of(file.stem, "picture")
        name = unused(f"picture-{stem}" if is_device(stem) else stem, self._names)
        return OutlinePicture(f"{name}.{'png' if kind == 'png' else 'jpg'}", data, kind)


def _as_png(file: Path, kind: str) -> bytes:
    # Pillow takes 30 ms to import, and most documents name no such picture.
    from PIL import Image  # noqa: PLC0415

    if file.stat().st_size > MAX_BYTES:
        raise UnusableError(f"is larger than {MAX_BYTES // 2**20} MiB")
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(BytesIO(file.read_bytes()), formats=(kind,)) as image:
            _refuse_large(image.width * image.height)
            made = BytesIO()
            image.convert("RGBA" if "transparency" in image.info or "A" in image.getbands() else "RGB").save(
                made, "PNG"
            )
    except UnusableError:
        raise
    except Exception as error:  # its decoders raise whatever damage leads them to
        raise UnusableError("is damaged") from error
    return made.getvalue()


def _refuse_large(pixels: int) -> None:
    if pixels > MAX_PIXELS:
        raise UnusableError(f"has more than {MAX_PIXELS:,} pixels")
