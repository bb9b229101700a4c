"""The table of what was measured, in `benchmarks/RESULTS.md`."""

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from runs import Side

BEGIN, END = "<!-- speed -->", "<!-- end of speed -->"


@dataclass(frozen=True)
class Case:
    """Something that all sides make."""

    name: str
    title: str
    sides: Sequence[Side]
    """The tool itself comes first."""


def write_results(cases: Sequence[Case], times: int, results: Path) -> None:
    """Put the figures in the place of the last ones, and leave the other sections as they are."""
    text = results.read_text(encoding="utf-8") if results.exists() else "# Results\n"
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    section = f"{BEGIN}\n{_section(cases, times)}\n{END}\n"
    results.write_text(f"{before.rstrip()}\n\n{section}" + (f"\n{after.strip()}\n" if after.strip() else ""), "utf-8")


def _section(cases: Sequence[Case], times: int) -> str:
    system = f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores"
    rows = [
        "## Speed against the peers",
        "",
        f"`python benchmarks/speed`: medians of {times} runs, all sides in turn ({system}). A ratio over 1 says how",
        "many times longer a side takes than the tool. Memory is the most that one process held.",
        "",
        "| What | Side | Median | Least to most | Ratio | Memory |",
        "| --- | --- | ---: | ---: | ---: | ---: |",
    ]
    rows += [_row(case, side) for case in cases for side in case.sides]
    by_name = {case.name: case.sides[0] for case in cases}
    if {"slides-300", "slides-3000"} <= by_name.keys():
        growth = by_name["slides-3000"].median / by_name["slides-300"].median
        rows += ["", f"3,000 slides cost {growth:.1f} times as much as 300."]
    return "\n".join(rows)


def _row(case: Case, side: Side) -> str:
    ours = case.sides[0]
    return (
        f"| {case.title if side is ours else ''} | {side.name} | {side.median:.2f} s "
        f"| {min(side.seconds):.2f} to {max(side.seconds):.2f} s | {side.median / ours.median:.2f} | {side.peak} MiB |"
    )
