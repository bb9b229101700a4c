"""From a pack's folder to a `Pack`: every file is read and every fault reported, not only the first."""

from pathlib import Path
from typing import cast

from deckbuilder.content.pack import Pack, PackFile
from deckbuilder.content.pictures import PictureFile, inside, is_there, read_picture
from deckbuilder.content.references import check_references
from deckbuilder.content.slides import KINDS, PictureSlide, Section, Slide
from deckbuilder.diagnostics import Diagnostics, Origin, SourceFile, did_you_mean
from deckbuilder.source import Fields, Items, Text, Workspace, read_yaml, validated


def load_pack(folder: Path, workspace: Workspace, diagnostics: Diagnostics) -> Pack | None:
    """Read a pack; None when it has errors, which stand among the diagnostics."""
    mine = Diagnostics()
    pack = _load(folder, workspace, mine)
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
    pictures = _pictures(folder, read, diagnostics)
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
    slides = fields.get("slides")
    found = [_slide(node, diagnostics) for node in slides] if isinstance(slides, Items) else []
    shell = Fields(fields.origin)
    shell.update(fields)
    shell.key_origins = fields.key_origins
    if found:
        # The slides are validated one by one, each by its kind, so that a fault in one hides none in another.
        shell["slides"] = _one_sound_slide(fields.origin)
    section = validated(Section, shell, "this section file", diagnostics)
    if section is None or None in found or not found:
        return None
    return section.model_copy(update={"slides": tuple(found)})


def _one_sound_slide(origin: Origin) -> Items:
    slide = Fields(origin)
    slide.update({"id": Text("x"), "kind": Text("section"), "title": Text("x")})
    slides = Items(origin)
    slides.append(slide)
    return slides


def _slide(node: object, diagnostics: Diagnostics) -> Slide | None:
    if not isinstance(node, Fields):
        origin = node.origin if isinstance(node, Text | Items) else None
        diagnostics.error("wrong-type", "A slide is made of keys and values.", origin, "Begin it with “- id:”.")
        return None
    kind = node.get("kind")
    if kind is None:
        diagnostics.error("missing-field", "“kind” is missing from this slide.", node.origin, "Add “kind: points”.")
        return None
    if not isinstance(kind, Text):
        diagnostics.error("wrong-type", "“kind”: a text is wanted here.", kind.origin, "Write “kind: points”.")
        return None
    model = KINDS.get(kind)
    if model is None:
        hint = did_you_mean(kind, list(KINDS))
        diagnostics.error("unknown-slide-kind", f"There is no slide kind “{kind}”.", kind.origin, hint)
        return None
    # KINDS holds just the members of the union.
    return cast("Slide | None", validated(model, node, f"a {kind} slide", diagnostics))


def _pictures(folder: Path, sections: tuple[Section, ...], diagnostics: Diagnostics) -> dict[str, PictureFile]:
    pictures: dict[str, PictureFile] = {}
    for section in sections:
        for slide in section.slides:
            if not isinstance(slide, PictureSlide):
                continue
            found = read_picture(folder, slide.picture, diagnostics)
            if found:
                pictures[str(slide.picture)] = found
    return pictures
