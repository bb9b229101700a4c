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
    """Put the figures in the place of the last ones of these cases; other cases and sections stay as they are."""
    text = results.read_text(encoding="utf-8") if results.exists() else "# Results\n"
    before, _, rest = text.partition(BEGIN)
    old, _, after = rest.partition(END)
    section = f"{BEGIN}\n{_section(cases, times, old)}\n{END}\n"
    results.write_text(f"{before.rstrip()}\n\n{section}" + (f"\n{after.strip()}\n" if after.strip() else ""), "utf-8")


def _section(cases: Sequence[Case], times: int, old: str) -> str:
    system = f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores"
    rows = [
        "## Speed against the peers",
        "",
        f"`python benchmarks/speed`: medians, all sides in turn ({system}). A ratio over 1 says how many times longer",
        "a side takes than the tool. Memory is the most that one process held.",
        "",
        "| What | Side | Runs | Median | Least to most | Ratio | Memory |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    groups = _groups(old) | {case.title: [_row(case, side, times) for side in case.sides] for case in cases}
    rows += [row for group in groups.values() for row in group]
    by_name = {case.name: case.sides[0] for case in cases}
    grown = [line for line in old.splitlines() if line.startswith("3,000 slides cost")]
    if {"slides-300", "slides-3000"} <= by_name.keys():
        growth = by_name["slides-3000"].median / by_name["slides-300"].median
        grown = [f"3,000 slides cost {growth:.1f} times as much as 300."]
    return "\n".join([*rows, *(["", *grown] if grown else [])])


def _groups(old: str) -> dict[str, list[str]]:
    """Give the rows of an earlier table by the case that they belong to."""
    found: dict[str, list[str]] = {}
    title = ""
    for line in old.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) == 7 and cells[0] != "What" and not cells[0].startswith("---"):
            title = cells[0] or title
            found.setdefault(title, []).append(line)
    return found


def _row(case: Case, side: Side, times: int) -> str:
    ours = case.sides[0]
    return (
        f"| {case.title if side is ours else ''} | {side.name} | {times} | {side.median:.2f} s "
        f"| {min(side.seconds):.2f} to {max(side.seconds):.2f} s | {side.median / ours.median:.2f} | {side.peak} MiB |"
    )
