"""From a file under `editions/` to the pack that an agency gets."""

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from deckbuilder.content.change import changed
from deckbuilder.content.edition import EditionFile
from deckbuilder.content.pack import Pack
from deckbuilder.content.references import check_references
from deckbuilder.content.slide_reader import read_pictures, read_slides, without_slides
from deckbuilder.content.unique import unique
from deckbuilder.diagnostics import Diagnostics, Origin, SourceFile, did_you_mean
from deckbuilder.source import Fields, Items, Text, Workspace, read_yaml, validated
from deckbuilder.source.pictures import is_there

_SUFFIX = ".yaml"


def apply_edition(pack: Pack, names: Sequence[str], workspace: Workspace, diagnostics: Diagnostics) -> Pack | None:
    """Give a pack as the first edition that it has of these names changes it; as it is when it has none.

    The pack must be sound. None when the edition has errors, which stand among the diagnostics.
    """
    room = _room(pack)
    name = next((name for name in names if is_there(room / (name + _SUFFIX))), None)
    if name is None:
        return pack
    mine = Diagnostics()
    edition = _read(room / (name + _SUFFIX), workspace, mine)
    found = _applied(pack, edition, mine) if edition is not None else None
    diagnostics.extend(mine)
    return None if found is None or mine.has_errors else replace(found, edition=name, omitted=pack.ids - found.ids)


def check_editions(pack: Pack, workspace: Workspace, diagnostics: Diagnostics) -> None:
    """Warn of files under `editions/` that no theme will ever take."""
    themes = [folder.name for folder in workspace.themes()]
    for file in sorted(_room(pack).iterdir()) if _room(pack).is_dir() else ():
        if file.name.startswith(".") or not file.is_file():
            continue
        origin = Origin(SourceFile(workspace.shown(file)))
        if file.suffix != _SUFFIX:
            diagnostics.warn(
                "edition-without-theme",
                f"“{file.name}” is not taken for an edition.",
                origin,
                f"An edition is named after its theme, and ends in {_SUFFIX}: such as {file.stem}{_SUFFIX}.",
            )
        elif workspace.theme(file.stem) is None:
            diagnostics.warn(
                "edition-without-theme",
                f"There is no theme called “{file.stem}”, so nobody gets this edition.",
                origin,
                did_you_mean(file.stem, themes),
            )


def _room(pack: Pack) -> Path:
    return pack.folder / "editions"


def _read(path: Path, workspace: Workspace, diagnostics: Diagnostics) -> EditionFile | None:
    """Read an edition; None when a part of it has a fault."""
    fields = read_yaml(path, workspace.shown(path), diagnostics)
    if fields is None:
        return None
    insert = fields.get("insert")
    insertions = list(insert) if isinstance(insert, Items) else []
    replaced = read_slides(fields.get("replace"), diagnostics)
    inserted = [
        read_slides(item.get("slides") if isinstance(item, Fields) else None, diagnostics) for item in insertions
    ]
    shell = without_slides(fields, "replace")
    if isinstance(insert, Items):
        shells = Items(insert.origin)
        shells += [without_slides(item, "slides") if isinstance(item, Fields) else item for item in insertions]
        shell["insert"] = shells
    edition = validated(EditionFile, shell, "this edition", diagnostics)
    if edition is None or any(None in slides for slides in (replaced, *inserted)):
        return None
    filled = tuple(
        insertion.model_copy(update={"slides": tuple(slides)})
        for insertion, slides in zip(edition.insert, inserted, strict=True)
    )
    return edition.model_copy(update={"replace": tuple(replaced), "insert": filled})


def _applied(pack: Pack, edition: EditionFile, diagnostics: Diagnostics) -> Pack:
    _check_names(pack, edition, diagnostics)
    pictures = read_pictures(pack.folder, edition.own_slides, diagnostics)
    found = replace(changed(pack, edition, diagnostics), pictures={**pack.pictures, **pictures})
    # The pack was sound, so that what is reported now comes from the edition.
    check_references(found, diagnostics)
    return found


def _check_names(pack: Pack, edition: EditionFile, diagnostics: Diagnostics) -> None:
    """Report what an edition says of slides that the pack lacks, and what it says of one slide twice."""
    known = [str(slide.id) for slide in pack.slides]
    anchors = [insertion.anchor for insertion in edition.insert]
    for name in (*edition.omit, *(slide.id for slide in edition.replace), *anchors):
        if name not in known:
            diagnostics.error(
                "unknown-slide",
                f"This edition names the slide “{name}”, which the pack does not have.",
                name.origin,
                did_you_mean(name, known),
            )
    _check_once(edition, diagnostics)
    omitted = {str(name): name for name in edition.omit}
    for anchor in anchors:
        if anchor in omitted:
            diagnostics.error(
                "omitted-anchor",
                f"This edition omits the slide “{anchor}”{_line(omitted[anchor])}, so nothing can stand beside it.",
                anchor.origin,
                "Name a slide that stays, or replace this one instead of omitting it.",
            )
    kept = [slide.id for slide in pack.slides if slide.id not in omitted]
    added = [slide.id for insertion in edition.insert for slide in insertion.slides]
    unique("slide", [*kept, *added], "duplicate-slide-id", diagnostics)


def _check_once(edition: EditionFile, diagnostics: Diagnostics) -> None:
    seen: dict[str, tuple[str, Text]] = {}
    changes = [("omits", name) for name in edition.omit] + [("replaces", slide.id) for slide in edition.replace]
    for verb, name in changes:
        first, where = seen.setdefault(str(name), (verb, name))
        if where is not name:
            diagnostics.error(
                "changed-twice",
                f"This edition {first} the slide “{name}” already{_line(where)}.",
                name.origin,
                "Omit it or replace it, and say so once.",
            )


def _line(name: Text) -> str:
    return f" in line {name.origin.line}" if name.origin else ""
