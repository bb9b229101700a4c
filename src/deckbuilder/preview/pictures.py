"""Pictures of slides in memory, each by the digest of its bytes, and which rendering goes with which drawing."""

from collections import OrderedDict
from hashlib import sha256
from threading import Lock

from msgspec import Struct

_MOST_BYTES = 256 * 2**20
"""The most that is kept; those not asked for longest go first. A slide takes some 50 KB, with a photograph 300."""


class Picture(Struct, frozen=True):
    """A picture as a browser gets it."""

    data: bytes
    kind: str
    """Its media type."""


class Pictures:
    """Drawings, and the renderings that take their place once they are there; safe to use from several threads.

    A slide that is drawn as before, as after an undone change, has its rendering at once.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Picture] = OrderedDict()
        self._rendered: dict[str, str] = {}
        self._bytes = 0
        self._lock = Lock()

    def add(self, data: bytes, kind: str) -> str:
        """Keep a picture; gives the name that it is asked for by."""
        name = sha256(data).hexdigest()[:32]
        with self._lock:
            if name not in self._kept:
                self._kept[name] = Picture(data, kind)
                self._bytes += len(data)
            self._kept.move_to_end(name)
            while self._bytes > _MOST_BYTES and len(self._kept) > 1:
                _, old = self._kept.popitem(last=False)
                self._bytes -= len(old.data)
        return name

    def get(self, name: str) -> Picture | None:
        """Give a picture; None where there is none of this name, or none any more."""
        with self._lock:
            if name in self._kept:
                self._kept.move_to_end(name)
            return self._kept.get(name)

    def render(self, drawing: str, data: bytes, kind: str) -> None:
        """Put a rendering in the place of a drawing."""
        rendering = self.add(data, kind)
        with self._lock:
            self._rendered[drawing] = rendering

    def best(self, drawing: str) -> str:
        """Give the name of a drawing's rendering, or of the drawing while there is none."""
        with self._lock:
            rendering = self._rendered.get(drawing, "")
            return rendering if rendering in self._kept else drawing

    def is_rendered(self, drawing: str) -> bool:
        """Say whether a drawing has its rendering."""
        return self.best(drawing) != drawing
