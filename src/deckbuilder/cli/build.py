"""`deckbuilder build`."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuilder.cli import report
from deckbuilder.cli.options import (
    PROBLEMS,
    REFUSED,
    find_packs,
    find_themes,
    packs_argument,
    plan_option,
    release_option,
    start_option,
    stop,
    strict_option,
    theme_option,
    today,
    workspace,
)
from deckbuilder.diagnostics import Diagnostics, Severity
from deckbuilder.source import Workspace

if TYPE_CHECKING:
    from deckbuilder.pipeline import ThemeResult


@click.command()
@packs_argument
@theme_option
@plan_option
@click.option(
    "--only",
    multiple=True,
    type=click.Choice(["deck", "guide", "worksheet", "cover-note"]),
    help="Build only this document; may be given more than once.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to write to. [default: output]",
)
@click.option(
    "--pictures",
    type=click.Choice(["auto", "drawn", "none"]),
    default="auto",
    help="How the guide shows slides: as LibreOffice renders them where it is installed (auto), always drawn more "
    "plainly, which is faster, or not at all. [default: auto]",
)
@start_option
@release_option
@strict_option
@click.option("--json", "as_json", is_flag=True, help="Say what was written as one JSON object.")
def build(  # noqa: PLR0913, PLR0917  # an argument for each option
    packs: tuple[str, ...],
    themes: tuple[str, ...],
    plan: str | None,
    only: tuple[str, ...],
    out: Path | None,
    pictures: str,
    start: int | None,
    release: bool,  # noqa: FBT001  # click passes an option by its name
    strict: bool,  # noqa: FBT001  # likewise
    as_json: bool,  # noqa: FBT001  # likewise
) -> None:
    """Build decks, facilitator guides and worksheets.

    PACK is a folder under content/, by its name or path; without one, every pack is built. The paths of the files
    written go to standard output, everything else to standard error.
    """
    # Imported here so that the other commands and --help need not load it.
    from deckbuilder import pipeline  # noqa: PLC0415
    from deckbuilder.cli.progress import followed, summary, together  # noqa: PLC0415

    around = workspace()
    shared = Diagnostics()
    folders, brands = find_packs(packs, around), find_themes(themes, around)
    loaded = pipeline.load_packs(folders, around, shared)
    order = pipeline.Order(plan, only, out or around.output, start, today() if release else None, pictures)
    sound = not shared.failed(strict=strict)
    # Where a pack has errors, what the themes would say is shown too, but nothing is written.
    results = (pipeline.build if sound else pipeline.check)(loaded, brands, order, around)
    written = _Written(around, strict=strict, silent=as_json)
    for result in followed(results, brands):
        written.take(result, sound=sound)
    diagnostics = together(shared, written.results)
    report.show(diagnostics)
    if as_json:
        click.echo(json.dumps(written.as_data(diagnostics), ensure_ascii=False))
    elif len(brands) > 1:
        click.echo(summary(written.results, written.counts), err=True)
    if written.refused:
        stop(REFUSED)
    if diagnostics.failed(strict=strict):
        stop(PROBLEMS)


class _Written:
    """Writes each theme's files as they come, and keeps what became of them."""

    def __init__(self, around: Workspace, *, strict: bool, silent: bool) -> None:
        self.results: list[ThemeResult] = []
        self.refused = False
        """Whether the machine refused to write some of them."""
        self._paths: dict[str, list[str]] = {}
        self._around = around
        self._strict = strict
        self._silent = silent

    @property
    def counts(self) -> dict[str, int]:
        """How many files were written, by the theme's name."""
        return {name: len(paths) for name, paths in self._paths.items()}

    def take(self, result: "ThemeResult", *, sound: bool) -> None:
        """Write a theme's files, when nothing is wrong with it and the packs are sound."""
        self.results.append(result)
        if not sound or result.diagnostics.failed(strict=self._strict) or not self._moved(result):
            return
        paths = self._paths[result.folder.name] = [self._around.shown(file.path) for file in result.files]
        if not self._silent:
            for path in paths:
                click.echo(path)

    def _moved(self, result: "ThemeResult") -> bool:
        from deckbuilder.office import write_all  # noqa: PLC0415

        try:
            write_all(result.files)
        except OSError as error:
            where = f" ({error.filename})" if error.filename else ""
            result.diagnostics.error(
                "cannot-write",
                f"The files could not be written: {error.strerror}{where}.",
                hint="Close the files in Office, and look at the folder's permissions and free space.",
            )
            self.refused = True
            return False
        return True

    def as_data(self, diagnostics: Diagnostics) -> dict[str, object]:
        """Give the outcome as plain values."""
        return {
            "written": [path for paths in self._paths.values() for path in paths],
            "themes": [
                {
                    "theme": result.folder.name,
                    "written": self._paths.get(result.folder.name, []),
                    "slides": result.slides,
                    "errors": result.diagnostics.count(Severity.ERROR),
                    "warnings": result.diagnostics.count(Severity.WARNING),
                }
                for result in self.results
            ],
            "diagnostics": [report.as_data(item) for item in diagnostics.in_reading_order()],
        }
