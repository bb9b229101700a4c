"""The pack's files as they are edited: which node says a text, and what is to become of it."""

from pathlib import Path

from msgspec import Struct, field

from deckbuilder.diagnostics import Origin
from deckbuilder.office import OutputFile
from deckbuilder.source import Workspace
from deckbuilder.source.editing import Edit, Refusal, RefusedError, SourceTree, edited, source_tree
from deckbuilder.source.editing import Path as NodePath

_ENDINGS = (".yaml", ".yml")


class Node(Struct, frozen=True):
    """A node of one of the pack's files."""

    file: str
    """As the author would name it."""
    path: NodePath

    def at(self, *steps: str | int) -> "Node":
        """Give a node below."""
        return Node(self.file, (*self.path, *steps))

    @property
    def above(self) -> "Node":
        """The node that holds it."""
        return Node(self.file, self.path[:-1])


class PackFiles(Struct):
    """The YAML files of a pack, as they were when it was read."""

    paths: dict[str, Path]
    """By the names that their authors would give them."""
    trees: dict[str, SourceTree] = field(default_factory=dict)
    edits: dict[str, list[Edit]] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path, around: Workspace) -> "PackFiles":
        """Find the files of a pack."""
        found = (path for path in sorted(folder.rglob("*")) if path.suffix in _ENDINGS and path.is_file())
        return cls({around.shown(path): path for path in found})

    def node(self, origin: Origin | None) -> Node | None:
        """Find the node that begins at a place; None where the place is in no file of the pack."""
        if origin is None or origin.path not in self.paths:
            return None
        path = self.tree(origin).places.get((origin.line, origin.column))
        return Node(origin.path, path) if path is not None else None

    def tree(self, origin: Origin) -> SourceTree:
        """Give the tree of the file that a place is in."""
        if origin.path not in self.trees:
            self.trees[origin.path] = source_tree(origin.source.text)
        return self.trees[origin.path]

    def raw(self, node: Node) -> str | None:
        """Give what a scalar says; None for what is none, or is used in several places."""
        found = self.trees[node.file].find(node.path)
        return None if found is None or found.kind != "scalar" or found.anchored else found.value

    def count(self, node: Node) -> int:
        """Say how many items a list has; 0 for what is none."""
        found = self.trees[node.file].find(node.path)
        return len(found.items) if found is not None else 0

    def is_list(self, node: Node) -> bool:
        """Say whether a node is a list."""
        found = self.trees[node.file].find(node.path)
        return found is not None and found.kind == "items"

    def has(self, node: Node) -> bool:
        """Say whether there is such a node."""
        return self.trees[node.file].find(node.path) is not None

    def edit(self, file: str, edit: Edit) -> None:
        """Note what is to become of a node."""
        edits = self.edits.setdefault(file, [])
        if edit not in edits:  # two files of a pack may have the same change
            edits.append(edit)

    def written(self) -> list[OutputFile]:
        """Give the files that are edited, in memory.

        Raises `RefusedError` where a file has changed since it was read, or cannot be edited so.
        """
        found = []
        for file, edits in self.edits.items():
            data = self.paths[file].read_bytes()
            now = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
            if now != self.trees[file].text:
                raise RefusedError(Refusal.ABSENT, ())
            new = edited(data, edits)
            if new != data:
                found.append(OutputFile(self.paths[file], new))
        return found
