"""Does every word fit? Builds generated packs, renders the decks with LibreOffice, and looks where each word stands.

    python benchmarks/generated_packs.py [--packs 500] [--first 0]

It needs the test dependencies, LibreOffice, and a font with emoji, as office computers have one (without it,
LibreOffice lets joined emoji hang over a line's end); it installs nothing. The packs are those of
`tests/generated.py`, each under one of the themes in turn; slides that `check` refuses are left out, and counted. For
every page of the PDF, the box of each word is compared with the boxes of the slide's placeholders, and the size of its
text with the one that was chosen, which is never under the layout's least. The figures go into
`benchmarks/RESULTS.md`.
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

from deckbuilder.ir.presentation import PlacedSlide  # noqa: E402
from deckbuilder.office import find_libreoffice, write_deck  # noqa: E402
from deckbuilder.source import Workspace  # noqa: E402
from generated_decks import THEMES, Generated, Look, look, place_generated  # noqa: E402
from rendered_words import TOLERANCE, Word, outside, too_small, words_of  # noqa: E402

RUN = 25
"""How many decks LibreOffice renders in one run."""
JOINER = "\u200d"
"""What makes one emoji of several (Unicode Technical Standard 51)."""
RESULTS = Path(__file__).parent / "RESULTS.md"
BEGIN, END = "<!-- generated packs -->", "<!-- end of generated packs -->"


@dataclass(slots=True)
class Figures:
    """What was looked at, and what was found."""

    packs: int = 0
    slides: int = 0
    words: int = 0
    not_rendered: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    outside: list[str] = field(default_factory=list)
    joined: int = 0
    """Words looked at on slides that show several emoji joined into one, which LibreOffice divides between lines and
    measures otherwise than it paints them."""
    outside_joined: list[str] = field(default_factory=list)
    """Those outside on such slides."""
    small: list[str] = field(default_factory=list)


def main() -> int:
    """Build, render, compare; gives 1 where a word stands outside or is too small."""
    parser = argparse.ArgumentParser(description="Render generated packs and look where each word stands.")
    parser.add_argument("--packs", type=int, default=500)
    parser.add_argument("--first", type=int, default=0, help="the number of the first pack")
    parser.add_argument("--keep", type=Path, help="a folder for the decks that have a word outside")
    options = parser.parse_args()
    begun = time.monotonic()
    figures = Figures()
    with TemporaryDirectory() as folder:
        workspace = Workspace.around(ROOT)
        looks = [look(name, workspace, Path(folder)) for name in THEMES]
        numbers = range(options.first, options.first + options.packs)
        for start in range(0, len(numbers), RUN):
            _run(numbers[start : start + RUN], looks, workspace, Path(folder), figures, options.keep)
            print(f"{figures.packs} packs, {figures.slides} slides, {len(figures.outside)} words outside", flush=True)
    _record(figures, time.monotonic() - begun)
    for line in (*figures.outside, *figures.small, *figures.outside_joined):
        print(line.encode("utf-8", "replace").decode())
    return 1 if figures.outside or figures.small or figures.not_rendered else 0


def _run(
    numbers: range, looks: list[Look], workspace: Workspace, folder: Path, figures: Figures, keep: Path | None
) -> None:
    """Build some packs, and look at their pages."""
    office = find_libreoffice()
    if office is None:
        sys.exit("LibreOffice is not installed, or DECKBUILDER_LIBREOFFICE keeps it out.")
    made: dict[str, tuple[Generated, Look]] = {}
    files: dict[str, bytes] = {}
    for number in numbers:
        into = looks[number % len(looks)]
        generated = place_generated(number, folder / f"pack-{number}", into, workspace)
        figures.packs += 1
        figures.refused.update(generated.refused)
        if generated.deck.slides:
            name = f"{number}.pptx"
            made[name] = (generated, into)
            files[name] = write_deck(generated.deck, into.template)
    pdfs = office.to_pdf(files)
    figures.not_rendered += len(files) - len(pdfs)
    for name, pdf in pdfs.items():
        generated, into = made[name]
        pages, deck, template = words_of(pdf), generated.deck, into.template.look
        figures.slides += len(pages)
        figures.words += sum(map(len, pages))
        figures.kinds.update(slide.slide.layout for slide in deck.slides)
        where = f"{name} {into.theme.name}"
        lost = outside(pages, deck, template)
        joining = {slide.number for slide in deck.slides if JOINER in _text(slide)}
        figures.joined += sum(
            len(words) for words, slide in zip(pages, deck.slides, strict=True) if slide.number in joining
        )
        for slide, word in lost:
            into_list = figures.outside_joined if slide.number in joining else figures.outside
            into_list.append(_line(where, slide, word))
        figures.small += [_line(where, slide, word) for slide, word in too_small(pages, deck, template)]
        if keep and (lost or too_small(pages, deck, template)):
            keep.mkdir(parents=True, exist_ok=True)
            (keep / name).write_bytes(files[name])
            (keep / name).with_suffix(".pdf").write_bytes(pdf)


def _text(slide: PlacedSlide) -> str:
    return "\n".join(paragraph.text for fill in (slide.title, *slide.fills) for paragraph in fill.paragraphs)


def _line(where: str, slide: PlacedSlide, word: Word) -> str:
    box = ", ".join(f"{edge:.1f}" for edge in (word.left, word.top, word.right, word.bottom))
    return f"{where} slide {slide.number} ({slide.layout}): “{word.text[:40]}” at {box}, {word.size:g} points"


def _record(figures: Figures, seconds: float) -> None:
    """Put the figures into their section of the results."""
    kinds = ", ".join(f"{kind} {count}" for kind, count in figures.kinds.most_common())
    refused = ", ".join(f"{code} {count}" for code, count in figures.refused.most_common()) or "none"
    section = f"""{BEGIN}
## Every word in its box: generated packs

`python benchmarks/generated_packs.py --packs {figures.packs}` ({seconds:.0f} seconds; {", ".join(THEMES)}, in turn).

| What | Count |
| --- | ---: |
| Packs built and rendered | {figures.packs} |
| Slides looked at | {figures.slides} |
| Words looked at | {figures.words} |
| Words outside every box by over {TOLERANCE:g} points, but for those below | {len(figures.outside)} |
| The same on slides with joined emoji, of {figures.joined} words there | {len(figures.outside_joined)} |
| Words painted smaller than the size chosen for them | {len(figures.small)} |
| Decks that LibreOffice did not render | {figures.not_rendered} |

Joined emoji are such as a family: LibreOffice divides them between lines, and measures them otherwise than it paints
them, so that what stands beside one may hang over its line, or go to the next.

Slides by kind: {kinds}. Refused by `check`, and so not rendered: {refused}.
{END}
"""
    text = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else "# Results\n"
    before, begun, rest = text.partition(BEGIN)
    after = rest.partition(END)[2].lstrip("\n") if begun else ""
    RESULTS.write_text(f"{before.rstrip()}\n\n{section}" + (f"\n{after}" if after else ""), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
