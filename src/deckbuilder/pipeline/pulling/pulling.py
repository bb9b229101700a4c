"""From files that came back to the pack's files with their changes in them, all tried before any is written."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from deckbuilder.diagnostics import Diagnostics, Origin, SourceFile
from deckbuilder.ir.outline import Outline
from deckbuilder.office import OutputFile, read_outline
from deckbuilder.pipeline.pulling.changes import TWICE, Change, Pull, Pulled
from deckbuilder.pipeline.pulling.comparing import Wish
from deckbuilder.pipeline.pulling.deck import deck_changes
from deckbuilder.pipeline.pulling.desk import Desk
from deckbuilder.pipeline.pulling.files import PackFiles
from deckbuilder.pipeline.pulling.making import Made, made_again
from deckbuilder.pipeline.pulling.opening import Came, received, traced_back
from deckbuilder.pipeline.pulling.proving import kept_beside, proved
from deckbuilder.pipeline.pulling.rewriting import Links
from deckbuilder.pipeline.pulling.words import document_changes, start_of
from deckbuilder.pipeline.stamping import THEME_FOLDER
from deckbuilder.source import Workspace
from deckbuilder.source.editing import RefusedError


def pull(paths: Sequence[Path], wish: Wish, around: Workspace, diagnostics: Diagnostics) -> Pull:
    """Say what somebody changed in built files, and, where it is wished, put that into the files of their packs.

    Nothing is written: `Pull.files` is what is to be, all or none. What is wrong stands among the diagnostics: a file
    that is none of ours, a pack that has errors, changes that a pack cannot take.
    """
    pulled: list[Pulled] = []
    packs: dict[Path, list[Came]] = {}
    for path in paths:
        file = received(path, around, diagnostics)
        if file is None:
            continue
        if file.intact:
            said = file.said
            pulled.append(Pulled(file.origin.path, file.document, said["Pack"], said.get(THEME_FOLDER, "")))
            continue
        found = traced_back(file, around, diagnostics)
        if found is not None:
            packs.setdefault(found.folder, []).append(found)
    files: list[OutputFile] = []
    for folder, group in packs.items():
        of_pack = _OfPack(folder, group, wish, around)
        pulled += of_pack.pulled(diagnostics)
        if wish.write and not diagnostics.has_errors:
            files += of_pack.files(diagnostics)
    names = [around.shown(path) for path in paths]
    pulled.sort(key=lambda each: names.index(each.file))
    return Pull(tuple(pulled), () if diagnostics.has_errors else tuple(files))


class _Compared(Struct, frozen=True):
    changes: list[Change]
    notes: list[str]


class _OfPack:
    """The files that were built of one pack."""

    def __init__(self, folder: Path, files: Sequence[Came], wish: Wish, around: Workspace) -> None:
        self._folder = folder
        self._files = files
        self._around = around
        self._wish = wish
        self._stale = any("pack" in each.since for each in files)
        self._desk: Desk | None = None
        self._theirs: dict[str, Outline | None] = {}
        self._changes: list[Change] = []

    def pulled(self, diagnostics: Diagnostics) -> list[Pulled]:
        """Compare each file with what the pack gives now."""
        found: list[Pulled] = []
        compared = self._compared(self._folder, self._around, diagnostics)
        for came, each in zip(self._files, compared, strict=True):
            said = came.said
            if each is not None:
                about = (came.received.origin.path, came.received.document, said["Pack"], said.get(THEME_FOLDER, ""))
                found.append(Pulled(*about, tuple(each.changes), came.since, tuple(each.notes)))
                self._changes += each.changes
        return found

    def files(self, diagnostics: Diagnostics) -> list[OutputFile]:
        """Give the pack's files with the changes in them, tried; none, with diagnostics, where that cannot be."""
        if self._desk is None or all(each.reason for each in self._changes):
            return []
        origin = self._files[0].received.origin
        if self._stale and not self._wish.force:
            diagnostics.error(
                "pack-has-changed",
                "The pack has changed since this file was built, so what differs may be the pack’s newer words.",
                origin,
                "Read the differences. With --force they are written; the files as they are now are kept beside, and "
                "nothing is taken out.",
            )
            return []
        whole = Origin(SourceFile(self._around.shown(self._folder)))
        try:
            self._desk.finish()
            files = self._desk.files.written()
            beside = [kept_beside(file.path) for file in files] if self._stale else []
        except RefusedError as error:
            hint = "Nothing was written. Make the changes by hand."
            diagnostics.error("cannot-pull", f"The pack cannot be changed so: {error}.", whole, hint)
            return []
        except OSError as error:
            diagnostics.error("unreadable-file", f"A file of the pack cannot be read: {error.strerror}.", whole)
            return []

        def again(folder: Path, there: Workspace) -> list[Change]:
            left = self._compared(folder, there, diagnostics)
            return [change for each in left if each is not None for change in each.changes]

        if not proved(self._folder, files, self._changes, self._around, again, diagnostics):
            return []
        return [*files, *beside]

    def _compared(self, folder: Path, there: Workspace, diagnostics: Diagnostics) -> list[_Compared | None]:
        first: Desk | None = None
        found: list[_Compared | None] = []
        for came in self._files:
            theirs = self._read(came, diagnostics)
            made = made_again(came, folder, start_of(theirs), there, diagnostics) if theirs is not None else None
            ours = read_outline(made.data, came.received.origin.path, diagnostics) if made is not None else None
            if made is None or theirs is None or ours is None:
                found.append(None)
                continue
            links = Links({f"#{slide.place}": f"#{slide.tag.id}" for slide in theirs.slides if slide.tag is not None})
            if first is None:
                first = Desk(
                    _pack_files(folder, made, there), made.markup, links, keeps=self._wish.force and self._stale
                )
                desk = first
            else:
                desk = first.beside(made.markup, links)
            found.append(self._one(came, made, desk, (ours, theirs)))
        if folder == self._folder:
            self._desk = first
        torn = {change.origin for each in found if each for change in each.changes if change.reason == TWICE}
        return [each and _Compared([_torn(change, torn) for change in each.changes], each.notes) for each in found]

    def _read(self, came: Came, diagnostics: Diagnostics) -> Outline | None:
        """Read a file, once for all the times that it is compared."""
        name = came.received.origin.path
        if name not in self._theirs:
            self._theirs[name] = read_outline(came.received.data, name, diagnostics)
        return self._theirs[name]

    def _one(self, came: Came, made: Made, desk: Desk, outlines: tuple[Outline, Outline]) -> _Compared:
        compare = deck_changes if came.received.document == "deck" else document_changes
        changes, notes = compare(came, made, desk, self._wish, outlines)
        ours, theirs = outlines
        known = {(loss.place, loss.what) for loss in ours.lost}
        told = [loss for loss in theirs.lost if came.received.document == "deck" or loss.what.startswith("A comment")]
        lost = [f"{loss.place}: {loss.what}" for loss in told if (loss.place, loss.what) not in known]
        return _Compared(changes, [*notes, *dict.fromkeys(lost)])


def _torn(change: Change, torn: set[Origin | None]) -> Change:
    if change.origin is None or change.origin not in torn or change.reason:
        return change
    return replace(change, reason=TWICE)


def _pack_files(folder: Path, made: Made, around: Workspace) -> PackFiles:
    files = PackFiles.of(folder, around)
    for each in (made.pack.about.id, *(slide.id for slide in made.pack.slides)):
        if each.origin is not None:
            files.tree(each.origin)
    return files
