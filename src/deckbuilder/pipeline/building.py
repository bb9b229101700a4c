"""Packs under themes: each theme is loaded, its packs compiled and checked, its documents written."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from deckbuilder.checks import check_release
from deckbuilder.content import Pack, apply_edition, check_editions, load_pack
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.office import OutputFile
from deckbuilder.pipeline.compiling import compile_pack, cover_note
from deckbuilder.pipeline.fonts import templates_of
from deckbuilder.pipeline.inputs import pack_digest, theme_digest
from deckbuilder.pipeline.ordering import Order
from deckbuilder.pipeline.results import ThemeResult
from deckbuilder.pipeline.stamping import FileOrigin, stamped
from deckbuilder.pipeline.writing import Issue, Templates, written
from deckbuilder.source import Workspace
from deckbuilder.theme import load_theme


def load_packs(folders: Sequence[Path], workspace: Workspace, diagnostics: Diagnostics) -> list[Pack]:
    """Read packs; those with errors, which stand among the diagnostics, are left out."""
    loaded = [load_pack(folder, workspace, diagnostics) for folder in folders]
    packs = [pack for pack in loaded if pack is not None]
    _check_ids(packs, diagnostics)
    for pack in packs:
        check_editions(pack, workspace, diagnostics)
    return packs


def check(packs: Sequence[Pack], themes: Sequence[Path], order: Order, workspace: Workspace) -> Iterator[ThemeResult]:
    """Check packs under each theme in turn, and write nothing."""
    for folder in themes:
        made = _Made(folder, workspace)
        made.compile_all(packs, order)
        yield made.result(())


def build(packs: Sequence[Pack], themes: Sequence[Path], order: Order, workspace: Workspace) -> Iterator[ThemeResult]:
    """Make the documents of packs under each theme in turn, in memory: what is wrong in one theme stops no other."""
    for folder in themes:
        made = _Made(folder, workspace)
        yield made.result(made.written(made.compile_all(packs, order), order))


class _Made:
    """One theme's documents in the making."""

    def __init__(self, folder: Path, workspace: Workspace) -> None:
        self._folder = folder
        self._workspace = workspace
        self._diagnostics = Diagnostics()
        self._slides = 0
        self._theme = load_theme(folder, workspace, self._diagnostics)
        self._theme_digest = theme_digest(self._theme.folders) if self._theme else ""
        self._deck, self._word = templates_of(self._theme, self._diagnostics) if self._theme else (None, None)

    def compile_all(self, packs: Sequence[Pack], order: Order) -> list[Issue]:
        if self._theme is None or self._deck is None or self._word is None:
            return []
        issues: list[Issue] = []
        for pack in packs:
            issued = apply_edition(pack, self._theme.lineage, self._workspace, self._diagnostics)
            if issued is not None:
                if order.release:
                    check_release(issued, self._theme, order.release, self._diagnostics)
                compiled = compile_pack(issued, self._theme, order, self._deck.look, self._diagnostics)
                issue = Issue(tuple(compiled), cover_note(compiled, self._theme, order, self._diagnostics))
                issues.append(stamped(issue, self._origin(pack), order.dated))
        self._slides = sum(len(each.deck.slides) for issue in issues for each in issue.sessions)
        return issues

    def written(self, issues: Sequence[Issue], order: Order) -> list[OutputFile]:
        if self._diagnostics.has_errors or self._deck is None or self._word is None:
            return []
        folder = order.out / self._folder.name
        files = written(issues, Templates(self._deck, self._word), order, folder, self._diagnostics)
        if order.pages and self._theme:
            # Imported here, as below: most builds make documents alone.
            from deckbuilder.pipeline.publishing import pages  # noqa: PLC0415

            files += pages(issues, self._theme, self._deck.look, order.pages, folder)
        if order.pdf:
            from deckbuilder.pipeline.rendering import pdfs  # noqa: PLC0415

            files += pdfs(issues, files, folder, self._diagnostics)
        return files

    def result(self, files: Sequence[OutputFile]) -> ThemeResult:
        lineage = self._theme.folders if self._theme else ()
        return ThemeResult(self._folder, tuple(files), self._slides, self._diagnostics, lineage, self._theme_digest)

    def _origin(self, pack: Pack) -> FileOrigin:
        lineage = self._theme.lineage if self._theme else ()
        return FileOrigin(self._folder.name, pack_digest(pack.folder, lineage), self._theme_digest)


def _check_ids(packs: Sequence[Pack], diagnostics: Diagnostics) -> None:
    """Report packs of the same id: their files would have the same names."""
    seen: dict[str, Pack] = {}
    for pack in packs:
        first = seen.setdefault(pack.about.id, pack)
        if first is not pack:
            origin = first.about.id.origin
            where = f" in {origin.path}" if origin else ""
            diagnostics.error(
                "duplicate-pack-id",
                f"Another pack has the id “{pack.about.id}” already{where}, so the files of the two would be one.",
                pack.about.id.origin,
                "Give this pack an id of its own.",
            )
