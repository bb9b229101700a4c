"""The package: parts, content types and relationships in a zip that is the same bytes each time.

ECMA-376 Part 2 (Open Packaging Conventions).
"""

from collections.abc import Callable
from itertools import count
from posixpath import dirname, splitext

from msgspec import Struct, field

from deckbuilder.office import xml
from deckbuilder.office.fingerprint import fingerprint
from deckbuilder.office.zip_archive import ZipArchive

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_COMPRESSED = (".png", ".jpeg", ".xlsx")

_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "svg": "image/svg+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class Relationship(Struct, frozen=True):
    """A relationship of a part, or of the package itself."""

    id: str
    type: str
    target: str
    """A part's name, or an address when `external`."""
    external: bool = False


class Package(Struct):
    """A package in the making. Part names begin with a slash; the package itself is the source `/`."""

    parts: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    relationships: dict[str, list[Relationship]] = field(default_factory=dict)
    read: frozenset[str] = frozenset()
    """The sources whose relationships were read from a file, so that their ids follow no order of ours."""
    taken: frozenset[str] = frozenset()
    """The names of the parts that were read from a file, in small letters: names differ in more than case."""
    _seals: dict[str, Callable[[str], str]] = field(default_factory=dict)

    def add(self, name: str, content: str | bytes, content_type: str = "") -> str:
        """Add a part; XML is given without its declaration. Parts of a default type need no content type."""
        if name in self.parts:
            raise ValueError(f"{name} is in the package already")
        self.parts[name] = (xml.HEADER + content).encode() if isinstance(content, str) else content
        if content_type:
            self.types[name] = content_type
        return name

    def seal(self, name: str, made: Callable[[str], str], content_type: str) -> str:
        """Add a part that is written last: `made` gives its XML when the fingerprint of all others is known."""
        self._seals[self.add(name, b"", content_type)] = made
        return name

    def free(self, name: str) -> str:
        """Give a name for a part that none read from a file has: this one, or else this one with a number."""
        stem, ending = splitext(name)
        for number in count(2):
            if name.lower() not in self.taken:
                break
            name = f"{stem}-{number}{ending}"
        return name

    def relate(self, source: str, kind: str, target: str, *, external: bool = False) -> str:
        """Add a relationship and give its id. `kind` is the last word of an Office type, or a whole one."""
        own = self.relationships.setdefault(source, [])
        relationship_type = kind if "://" in kind else _OFFICE + kind
        identifier = f"rId{len(own) + 1}"
        if source in self.read:
            taken = {item.id for item in own}
            identifier = next(name for number in count(len(own) + 1) if (name := f"rId{number}") not in taken)
        own.append(Relationship(identifier, relationship_type, target, external))
        return identifier

    def to_bytes(self) -> bytes:
        """Write the zip: content types first, every part in the order it was added, each before its rels, the seal."""
        archive = ZipArchive()
        archive.deflate("[Content_Types].xml", self._content_types().encode())
        archive.deflate("_rels/.rels", self._rels("/").encode())
        for name, content in self.parts.items():
            if name not in self._seals:
                # Pictures are compressed already: trying again costs time and gains nothing.
                (archive.store if name.endswith(_COMPRESSED) else archive.deflate)(name[1:], content)
            if name in self.relationships:
                folder, _, base = name.rpartition("/")
                archive.deflate(f"{folder}/_rels/{base}.rels"[1:], self._rels(name).encode())
        for name, made in self._seals.items():
            archive.deflate(name[1:], (xml.HEADER + made(fingerprint(archive.entries))).encode())
        return archive.to_bytes()

    def _content_types(self) -> str:
        used = {splitext(name)[1][1:] for name in self.parts} | {"rels", "xml"}
        defaults = "".join(
            f'<Default Extension="{extension}" ContentType="{kind}"/>'
            for extension, kind in _DEFAULTS.items()
            if extension in used
        )
        overrides = "".join(
            f'<Override PartName="{xml.attribute(name)}" ContentType="{kind}"/>' for name, kind in self.types.items()
        )
        return f'{xml.HEADER}<Types xmlns="{_PACKAGE}content-types">{defaults}{overrides}</Types>'

    def _rels(self, source: str) -> str:
        rows = []
        folder = dirname(source)
        for item in self.relationships.get(source, ()):
            if item.external:
                target, mode = item.target, ' TargetMode="External"'
            else:
                target, mode = _relative(item.target, folder), ""
            rows.append(f'<Relationship Id="{item.id}" Type="{item.type}" Target="{xml.attribute(target)}"{mode}/>')
        return f'{xml.HEADER}<Relationships xmlns="{_PACKAGE}relationships">{"".join(rows)}</Relationships>'


def _relative(target: str, folder: str) -> str:
    """Give a part's name as seen from a folder of the package; both begin with a slash."""
    if folder == "/":
        return target[1:]
    near, parts = folder.split("/"), target.split("/")
    same = 0
    while same < min(len(near), len(parts) - 1) and near[same] == parts[same]:
        same += 1
    return "../" * (len(near) - same) + "/".join(parts[same:])
