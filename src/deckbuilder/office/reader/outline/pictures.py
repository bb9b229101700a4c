"""Pictures of a document as a pack can hold them: PNG and JPEG as they are, other kinds of dots as PNG."""

import warnings
from io import BytesIO
from posixpath import basename, splitext

from msgspec import Struct, field

from deckbuilder.ir.outline import OutlinePicture
from deckbuilder.office.package import Package

MAX_BYTES = 20 * 1024 * 1024
"""The largest picture that a pack takes."""
MAX_PIXELS = 40_000_000
"""The most pixels that a pack's picture has."""
MAX_DECODED = 60_000_000
"""The most pixels of pictures that are written anew, together: each takes four bytes and some time."""
MAX_DRAWN = 20 * MAX_PIXELS
"""The most pixels that the passes of a progressive JPEG may draw together."""
_PASS = b"\xff\xd8", b"\xff\xda", b"\xff\xd9"
"""How a JPEG begins, how one of its passes does, and how it ends (ITU-T T.81, B.1.1.3)."""
_READ = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")
_DRAWINGS = {".wmf": "WMF", ".emf": "EMF", ".svg": "SVG", ".wdp": "HD Photo", ".jxr": "HD Photo"}
_ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".emf", ".wmf", ".svg", ".heic")
_LONGEST_NAME = 300
_SAFE = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_")

Crop = tuple[float, float, float, float]
"""What is cut off at the left, top, right and bottom, as shares of the picture."""


def described(text: str) -> str:
    """Give an alternative text; empty where it is the name of a file, which programs put there themselves."""
    text = text.strip()
    is_name = len(text) <= _LONGEST_NAME and "\n" not in text and text.lower().endswith(_ENDINGS)
    return "" if is_name else text


class Pictures(Struct):
    """The pictures of one document, each with a name of its own."""

    package: Package
    _made: dict[tuple[str, Crop], OutlinePicture | str] = field(default_factory=dict)
    _names: set[str] = field(default_factory=set)
    _decoded: int = 0

    def of(self, part: str, crop: Crop = (0, 0, 0, 0)) -> OutlinePicture | str:
        """Give the picture in a part, cut as the document shows it, or say in a few words why a pack cannot hold it.

        Whoever uses it says what it shows.
        """
        key = (part, crop)
        if key not in self._made:
            self._made[key] = self._make(part, crop)
        return self._made[key]

    def _make(self, part: str, crop: Crop) -> OutlinePicture | str:
        data = self.package.parts.get(part)
        stem, ending = splitext(basename(part).lower())
        if data is None:
            return "it is not in the file"
        if ending in _DRAWINGS:
            return f"it is a drawing in the format {_DRAWINGS[ending]}"
        found = self._sound(data, crop)
        if isinstance(found, str):
            return found
        content, kind = found
        return OutlinePicture(self._name(stem, ".jpg" if kind == "jpeg" else ".png"), content, kind)

    def _sound(self, data: bytes, crop: Crop) -> tuple[bytes, str] | str:
        # Pillow takes 30 ms to import, and many documents have no picture.
        from PIL import Image  # noqa: PLC0415

        try:
            with warnings.catch_warnings(action="ignore"), Image.open(BytesIO(data), formats=_READ) as image:
                width, height = image.size
                kind = str(image.format)
                if width * height > MAX_PIXELS:
                    return f"it measures {width} × {height} pixels, and {MAX_PIXELS:,} in all are the most"
                if kind == "JPEG" and data.count(_PASS[1]) * width * height > MAX_DRAWN:
                    return "it is drawn in too many passes"
                cut = any(crop)
                if kind in {"PNG", "JPEG"} and not cut:
                    whole = b"IEND" in data[-64:] if kind == "PNG" else data.rfind(_PASS[2]) > 0
                    if not whole:
                        return "it is damaged"
                    return (data, kind.lower()) if len(data) <= MAX_BYTES else "it is too large"
                self._decoded += width * height
                if self._decoded > MAX_DECODED:
                    return "too many pictures before it had to be written anew"
                image.seek(0)
                shown = image.crop(_edges(crop, width, height)) if cut else image
                made = _written(shown.convert(_mode(shown.mode, kind)), "JPEG" if kind == "JPEG" else "PNG")
        except Image.DecompressionBombError:
            return "it has far too many pixels"
        except Exception:  # noqa: BLE001  # its decoders raise whatever damage leads them to
            return "it is damaged, or in a format that is not known"
        return (made, "jpeg" if kind == "JPEG" else "png") if len(made) <= MAX_BYTES else "it is too large"

    def _name(self, stem: str, ending: str) -> str:
        plain = "".join(sign if sign in _SAFE else "-" for sign in stem).strip("-")[:60] or "picture"
        name, number = plain + ending, 1
        while name in self._names:
            number += 1
            name = f"{plain}-{number}{ending}"
        self._names.add(name)
        return name


def _written(image: "object", kind: str) -> bytes:
    file = BytesIO()
    more = {"quality": 92} if kind == "JPEG" else {}
    image.save(file, kind, **more)  # type: ignore[attr-defined]  # Pillow is not imported at the top
    return file.getvalue()


def _mode(mode: str, kind: str) -> str:
    if kind == "JPEG":
        return "L" if mode == "L" else "RGB"
    return mode if mode in {"1", "L", "LA", "RGB", "RGBA"} else "RGBA"


def _edges(crop: Crop, width: int, height: int) -> tuple[int, int, int, int]:
    left, top, right, bottom = (min(max(part, 0.0), 1.0) for part in crop)
    x, y = int(left * width), int(top * height)
    return x, y, max(width - int(right * width), x + 1), max(height - int(bottom * height), y + 1)
