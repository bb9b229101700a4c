"""`deckbuilder build`."""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

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
from deckbuilder.cli.outcome import Outcome
from deckbuilder.cli.progress import followed, summary, together
from deckbuilder.cli.telling import tell
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.pipeline.circumstances import Circumstances
from deckbuilder.pipeline.ordering import PAGES, Order
from deckbuilder.pipeline.remembering import Remembered, recall
from deckbuilder.pipeline.results import ThemeResult
from deckbuilder.source import Workspace


def _share(value: str) -> tuple[int, int]:
    """Read a share, such as 2/8; wrong usage when it is none."""
    match = re.fullmatch(r"([1-9]\d{0,3})/([1-9]\d{0,3})", value.strip())
    if match is None or int(match[1]) > int(match[2]):
        raise click.BadParameter(f"“{value}” is no share, such as 2/8 for the second of eight.")
    return int(match[1]), int(match[2])


def _cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _of_share(themes: Sequence[Path], shard: tuple[int, int] | None) -> Sequence[Path]:
    """Give the themes of a share; where there are none, nothing is to be done."""
    if shard is None:
        return themes
    share = themes[shard[0] - 1 :: shard[1]]
    if not share:
        click.echo("This share has no theme.", err=True)
        stop(0)
    return share


@click.command()
@packs_argument
@theme_option
@plan_option
@click.option(
    "--only",
    multiple=True,
    type=click.Choice(["deck", "guide", "worksheet", "cover-note", "html"]),
    help="Build only this document; may be given more than once. With html alone, only pages are built.",
)
@click.option("--html", is_flag=True, help="Build a page for browsers too, with all that the documents say.")
@click.option(
    "--html-participants",
    is_flag=True,
    help="Build a page for participants too, without notes and what facilitators alone need.",
)
@click.option(
    "--pdf", is_flag=True, help="Give the documents as PDF too, which LibreOffice makes where it is installed."
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
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=_cores,
    metavar="N",
    help="How many themes are built at the same time. [default: as many as there are cores]",
)
@click.option(
    "--shard",
    type=_share,
    metavar="K/N",
    help="Build only the themes of the Kth of N shares, for runs that divide the work between machines.",
)
@click.option(
    "--force", is_flag=True, help="Build everything anew, and overwrite files that were edited since they were built."
)
@strict_option
@click.option("--watch", is_flag=True, help="Build again after each save, until Ctrl+C.")
@click.option("--json", "as_json", is_flag=True, help="Say what was written as one JSON object.")
def build(  # noqa: PLR0913, PLR0917  # an argument for each option
    packs: tuple[str, ...],
    themes: tuple[str, ...],
    plan: str | None,
    only: tuple[str, ...],
    html: bool,  # noqa: FBT001  # click passes an option by its name
    html_participants: bool,  # noqa: FBT001  # likewise
    pdf: bool,  # noqa: FBT001  # likewise
    out: Path | None,
    pictures: str,
    start: int | None,
    release: bool,  # noqa: FBT001  # likewise
    jobs: int,
    shard: tuple[int, int] | None,
    force: bool,  # noqa: FBT001  # likewise
    strict: bool,  # noqa: FBT001  # likewise
    watch: bool,  # noqa: FBT001  # likewise
    as_json: bool,  # noqa: FBT001  # likewise
) -> None:
    """Build decks, facilitator guides and worksheets.

    PACK is a folder under content/, by its name or path; without one, every pack is built. The paths of the files
    written go to standard output, everything else to standard error. A file that would be the same is not written.
    """
    around = workspace()
    folders, brands = find_packs(packs, around), _of_share(find_themes(themes, around), shard)
    if watch:
        from deckbuilder.cli.watching import keep_building  # noqa: PLC0415  # only where it is asked for

        context = click.get_current_context()
        again = partial(context.invoke, build, **context.params | {"watch": False})
        keep_building(again, around, folders, brands)
        return
    order = Order(
        plan,
        only,
        out or around.output,
        start,
        today() if release else None,
        pictures,
        _source_date(),
        _pages(only, html=html, participants=html_participants, pdf=pdf),
        pdf,
    )
    circumstances = Circumstances.around(folders, order, around)
    known = {} if force else _known(brands, order, circumstances)
    shared = Diagnostics()
    outcome = Outcome(around, order, circumstances, shared, force=force, strict=strict, silent=as_json)
    if len(known) == len(brands):
        shared.extend(known[brands[0]].shared)
        results: Iterator[ThemeResult] = iter(())
    else:
        known = {brand: kept for brand, kept in known.items() if not kept.result.diagnostics}
        results = _fresh(folders, [brand for brand in brands if brand not in known], order, around, outcome, jobs)
    for result in followed(_in_order(brands, known, results), brands):
        kept = known.get(result.folder)
        if kept is not None:
            outcome.keep(kept)
        else:
            outcome.take(result)
    diagnostics = together(shared, outcome.results)
    report.show(diagnostics)
    if as_json:
        tell(outcome.as_data(diagnostics))
    else:
        if outcome.unchanged:
            click.echo(_up_to_date(len(outcome.unchanged)), err=True)
        if len(brands) > 1:
            click.echo(summary(outcome.results, outcome.counts), err=True)
    if outcome.refused:
        stop(REFUSED)
    if diagnostics.failed(strict=strict):
        stop(PROBLEMS)


def _pages(only: Sequence[str], *, html: bool, participants: bool, pdf: bool) -> tuple[str, ...]:
    """Name the pages that are wanted; where only pages are, without saying which, it is the one with everything."""
    if pdf and set(only) == {"html"}:
        raise click.UsageError("--pdf gives documents as PDF, and with --only html there is none.")
    wanted = {"html": html or ("html" in only and not participants), "html-participants": participants}
    return tuple(name for name in PAGES if wanted[name])


def _known(brands: Sequence[Path], order: Order, circumstances: Circumstances) -> dict[Path, Remembered]:
    """Give, by theme, the last builds that would give the same files again."""
    found = {brand: recall(brand, order, circumstances) for brand in brands}
    return {brand: kept for brand, kept in found.items() if kept is not None}


def _fresh(
    folders: Sequence[Path], brands: Sequence[Path], order: Order, around: Workspace, outcome: Outcome, jobs: int
) -> Iterator[ThemeResult]:
    # Imported here: what makes documents takes longer to import than seeing that nothing has changed.
    from deckbuilder import pipeline  # noqa: PLC0415

    loaded = pipeline.load_packs(folders, around, outcome.shared)
    outcome.sound = not outcome.shared.failed(strict=outcome.strict)
    # Where a pack has errors, what the themes would say is shown too, but nothing is written.
    if not outcome.sound:
        return pipeline.check(loaded, brands, order, around)
    return pipeline.build_in_parallel(loaded, brands, order, around, jobs)


def _in_order(
    brands: Sequence[Path], known: dict[Path, Remembered], results: Iterator[ThemeResult]
) -> Iterator[ThemeResult]:
    for brand in brands:
        yield known[brand].result if brand in known else next(results)


def _up_to_date(number: int) -> str:
    return "1 file is up to date." if number == 1 else f"{number} files are up to date."


def _source_date() -> date | None:
    """Read the date of the sources from the environment (reproducible-builds.org), as UTC; None where it is not set."""
    said = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not said:
        return None
    try:
        return datetime.fromtimestamp(int(said), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise click.UsageError(f"SOURCE_DATE_EPOCH is “{said}”, which is no number of seconds since 1970.") from error
