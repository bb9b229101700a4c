"""What becomes of a build: files as they are written, and what is said of them."""

from collections.abc import Sequence
from pathlib import Path

import click

from deckbuilder.cli import report
from deckbuilder.diagnostics import Diagnostics, Severity
from deckbuilder.pipeline.circumstances import Circumstances
from deckbuilder.pipeline.ordering import Order
from deckbuilder.pipeline.remembering import Remembered, remember
from deckbuilder.pipeline.results import ThemeResult
from deckbuilder.source import Workspace


class Outcome:
    """Writes each theme's files as they come, and keeps what became of them."""

    def __init__(  # what a build was asked for
        self,
        around: Workspace,
        order: Order,
        circumstances: Circumstances,
        shared: Diagnostics,
        *,
        force: bool,
        strict: bool,
        silent: bool,
    ) -> None:
        self.results: list[ThemeResult] = []
        self.shared = shared
        """What is said of the packs themselves."""
        self.sound = True
        """Whether the packs are; nothing is written otherwise."""
        self.refused = False
        """Whether the machine refused to write some files."""
        self.strict = strict
        self._written: dict[str, list[str]] = {}
        self._unchanged: dict[str, list[str]] = {}
        self._around = around
        self._order = order
        self._circumstances = circumstances
        self._force = force
        self._silent = silent

    @property
    def counts(self) -> dict[str, int]:
        """How many files there are of this build, written or up to date, by the theme's name."""
        return {name: len(paths) + len(self._unchanged[name]) for name, paths in self._written.items()}

    @property
    def unchanged(self) -> list[str]:
        """The files that were up to date."""
        return [path for paths in self._unchanged.values() for path in paths]

    def keep(self, kept: Remembered) -> None:
        """Take a theme under which nothing has changed."""
        self.results.append(kept.result)
        self._note(kept.result, (), kept.files)

    def take(self, result: ThemeResult) -> None:
        """Write a theme's files, when nothing is wrong with it and the packs are sound."""
        # Imported here: where nothing has changed, nothing is written.
        from deckbuilder.pipeline.issuing import issue  # noqa: PLC0415

        self.results.append(result)
        if not self.sound or result.diagnostics.failed(strict=self.strict):
            return
        issued = issue(result.files, self._around, result.diagnostics, overwrite=self._force)
        self.refused |= issued.refused
        self._note(result, issued.written, issued.unchanged)
        if not self._silent:
            for path in self._written[result.folder.name]:
                click.echo(path)
        if not result.diagnostics.has_errors:
            remember(result, self.shared, self._order, self._circumstances)

    def as_data(self, diagnostics: Diagnostics) -> dict[str, object]:
        """Give the outcome as plain values."""
        return {
            "written": [path for paths in self._written.values() for path in paths],
            "unchanged": self.unchanged,
            "themes": [
                {
                    "theme": result.folder.name,
                    "written": self._written.get(result.folder.name, []),
                    "unchanged": self._unchanged.get(result.folder.name, []),
                    "slides": result.slides,
                    "errors": result.diagnostics.count(Severity.ERROR),
                    "warnings": result.diagnostics.count(Severity.WARNING),
                }
                for result in self.results
            ],
            "diagnostics": [report.as_data(item) for item in diagnostics.in_reading_order()],
        }

    def _note(self, result: ThemeResult, written: Sequence[Path], unchanged: Sequence[Path]) -> None:
        self._written[result.folder.name] = [self._around.shown(path) for path in written]
        self._unchanged[result.folder.name] = [self._around.shown(path) for path in unchanged]
