"""What a new pack begins with: a short training that works, in files that explain themselves."""

import json
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Template

from deckbuilder.office import OutputFile
from deckbuilder.pipeline.schemas import schema_files


def new_pack(folder: Path, title: str, day: date) -> list[OutputFile]:
    """Make the files of a new pack in a folder, in memory.

    The folder's name becomes the pack's id. `title` stands on all documents, as it is; `day` is the date of the
    pack's first version.
    """
    starter = files("deckbuilder.builtin") / "starters" / "pack"
    # JSON's quotation marks and escapes are YAML's too.
    values = {"name": folder.name, "title": json.dumps(title, ensure_ascii=False), "date": day.isoformat()}
    return [OutputFile(folder / name, _filled_in(file, values)) for name, file in _files(starter)]


def missing_schemas(root: Path) -> list[OutputFile]:
    """Give the schemas that the first line of packs and themes names, as far as a workspace does not have them yet."""
    return [file for file in schema_files(root / "schema") if not file.path.exists()]


def _filled_in(file: Traversable, values: dict[str, str]) -> bytes:
    if not file.name.endswith(".yaml"):
        return file.read_bytes()
    return Template(file.read_text(encoding="utf-8")).substitute(values).encode()


def _files(folder: Traversable, within: str = "") -> Iterator[tuple[str, Traversable]]:
    """Give the files of a folder and those below it, by their paths in it: a folder's own first, then by name."""
    for entry in sorted(folder.iterdir(), key=lambda entry: (entry.is_dir(), entry.name)):
        if entry.is_dir():
            yield from _files(entry, f"{within}{entry.name}/")
        else:
            yield f"{within}{entry.name}", entry
