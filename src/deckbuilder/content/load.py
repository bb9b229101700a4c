"""From a pack's folder to a `Pack`: every file is read and every fault reported, not only the first."""

from pathlib import Path

from msgspec.structs import replace

from deckbuilder.content.pack import Pack, PackFile
from deckbuilder.content.pictures import inside
from deckbuilder.content.references import check_references
from deckbuilder.content.silencing import check_silences, silenced
from deckbuilder.content.slide_reader import read_pictures, read_slides, without_slides
from deckbuilder.content.slides import Section
from deckbuilder.diagnostics import Diagnostics, Origin, SourceFile, did_you_mean
from deckbuilder.source import Fields, Items, Text, Workspace, read_yaml, validated
from deckbuilder.source.pictures import is_there


def load_pack(folder: Path, workspace: Workspace, diagnostics: Diagnostics) -> Pack | None:
    """Read a pack; None when it has errors, which stand among the diagnostics."""
    mine = Diagnostics()
    pack = _load(folder, workspace, mine)
    if pack is not None:
        check_silences(pack, mine)
        mine, answered = silenced(pack, mine)
        pack = replace(pack, answered=answered)
    diagnostics.extend(mine)
    return None if mine.has_errors else pack


def _load(folder: Path, workspace: Workspace, diagnostics: Diagnostics) -> Pack | None:
    manifest = folder / "pack.yaml"
    if not manifest.is_file():
        diagnostics.error(
            "no-pack-file",
            "This folder has no pack.yaml, so it is no pack.",
            Origin(SourceFile(workspace.shown(folder))),
            "Write a pack.yaml with id, title and slides.",
        )
        return None
    fields = read_yaml(manifest, workspace.shown(manifest), diagnostics)
    if fields is None:
        return None
    about = validated(PackFile, fields, "the pack", diagnostics)
    sections = _sections(folder, fields, workspace, diagnostics)
    if about is None or None in sections:
        return None
    read = tuple(section for section in sections if section is not None)
    pictures = read_pictures(folder, (slide for section in read for slide in section.slides), diagnostics)
    pack = Pack(folder, about, read, pictures)
    check_references(pack, diagnostics)
    return pack


def _sections(folder: Path, manifest: Fields, workspace: Workspace, diagnostics: Diagnostics) -> list[Section | None]:
    """Read the section files that a manifest names, whether or not the manifest itself is sound."""
    names = manifest.get("slides")
    if not isinstance(names, Items):
        return []
    return [_section(folder, name, workspace, diagnostics) for name in names if isinstance(name, Text) and name]


def _section(folder: Path, name: Text, workspace: Workspace, diagnostics: Diagnostics) -> Section | None:
    path = inside(folder, name, diagnostics)
    if path is None:
        return None
    if not is_there(path):
        others = [
            file.relative_to(folder).as_posix() for file in sorted(folder.rglob("*.yaml")) if file.parent != folder
        ]
        diagnostics.error(
            "missing-file", f"There is no file “{name}” in the pack.", name.origin, did_you_mean(name, others)
        )
        return None
    fields = read_yaml(path, workspace.shown(path), diagnostics)
    if fields is None:
        return None
    found = read_slides(fields.get("slides"), diagnostics)
    section = validated(Section, without_slides(fields, "slides"), "this section file", diagnostics)
    if section is None or None in found or not found:
        return None
    return section.model_copy(update={"slides": tuple(found)})
