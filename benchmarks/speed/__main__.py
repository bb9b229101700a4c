"""How fast is it? The tool and its peers make the same content, in turn, each in a process of its own.

    python benchmarks/speed [--times 5] [--pptxgenjs FOLDER] [--only CASE ...]

It installs nothing. pandoc is taken from the PATH, a newer one from the package pypandoc-binary where it is installed,
python-pptx likewise, PptxGenJS from the folder in whose node_modules it is. A side that is missing is named in the
result. What is timed is the whole process, from its start to the file on the disk; before, everybody has run once.
The figures go into `benchmarks/RESULTS.md`.
"""

import argparse
import shutil
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent))

from inputs import slides, write_agencies, write_json, write_markdown, write_pack
from report import Case, write_results
from runs import Side, take_turns

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PACK = "learning-review"
AGENCIES = 50
COUNTRY = 500
OURS = "deckbuilder"


class Benchmark:
    """The cases, with their inputs in a folder that is thrown away."""

    def __init__(self, folder: Path, node_modules: Path | None) -> None:
        self._folder = folder
        self._pptxgenjs = node_modules if node_modules and shutil.which("node") else None
        self._pandocs = dict(_pandocs())
        shutil.copytree(ROOT / "content" / PACK, folder / "content" / PACK)
        self._source = folder / "review.md"
        _as_markdown(ROOT / "content" / PACK, self._source)
        (folder / "themes").mkdir()
        (folder / "out").mkdir()

    def one(self) -> Case:
        """Make three documents of one pack for one theme."""
        sides = [self._ours(PACK, fresh=True), *(self._three(name) for name in self._pandocs)]
        return Case("one", "One pack, one theme, three documents, from a cold start", sides)

    def unchanged(self) -> Case:
        """Build again what has not changed."""
        again = self._ours(PACK, fresh=False)
        again.name = f"{OURS}, nothing changed"
        return Case("unchanged", "The same again, when nothing has changed", [self._ours(PACK, fresh=True), again])

    def agencies(self) -> Case:
        """Make three documents for each of fifty agencies."""
        if not any((self._folder / "themes").iterdir()):
            write_agencies(self._folder / "themes", AGENCIES)
        themes = [option for number in range(1, AGENCIES + 1) for option in ("--theme", f"agency-{number:02d}")]
        sides = [self._ours(PACK, *themes, fresh=True), *(self._three(name, AGENCIES) for name in self._pandocs)]
        return Case("agencies", f"{AGENCIES} agencies, three documents each", sides)

    def country(self) -> Case:
        """Make three documents for each of five hundred agencies."""
        folder = self._folder / "themes"
        if not (folder / f"agency-{COUNTRY}").is_dir():
            shutil.rmtree(folder)
            write_agencies(folder, COUNTRY)
        themes = [option for number in range(1, COUNTRY + 1) for option in ("--theme", f"agency-{number:02d}")]
        return Case("country", f"{COUNTRY} agencies, three documents each", [self._ours(PACK, *themes, fresh=True)])

    def hundred_packs(self) -> Case:
        """Make three documents of each of a hundred packs, for one theme."""
        names = [f"pack-{number:03d}" for number in range(100)]
        for name in names:
            made = self._folder / "content" / name
            shutil.copytree(ROOT / "content" / PACK, made)
            about = made / "pack.yaml"
            about.write_text(about.read_text("utf-8").replace(f"id: {PACK}", f"id: {name}", 1), "utf-8")
        return Case("packs", "100 packs, three documents each", [self._ours(*names, fresh=True)])

    def slides_300(self) -> Case:
        """Make a deck of 300 slides."""
        return self._slides(300)

    def slides_1200(self) -> Case:
        """Make a deck of 1,200 slides."""
        return self._slides(1200)

    def slides_3000(self) -> Case:
        """Make a deck of 3,000 slides."""
        return self._slides(3000)

    def _slides(self, count: int) -> Case:
        name = f"slides-{count}"
        shown = slides(count)
        write_pack(self._folder / "content" / name, shown)
        text, data = self._folder / f"{name}.md", self._folder / f"{name}.json"
        write_markdown(text, shown)
        write_json(data, shown)
        sides = [self._ours(name, "--only", "deck", fresh=True)]
        if self._pptxgenjs:
            script = str(HERE / "peer_pptxgenjs.mjs")
            command = ["node", script, str(self._pptxgenjs), str(data), "out/js.pptx"]
            sides.append(Side("PptxGenJS", [command], self._folder))
        if count <= 1200:
            sides += [
                Side(name, [[program, str(text), "-o", "out/pandoc.pptx"]], self._folder)
                for name, program in self._pandocs.items()
            ]
        if find_spec("pptx"):
            command = [sys.executable, str(HERE / "peer_python_pptx.py"), str(data), "out/python.pptx"]
            sides.append(Side("python-pptx", [command], self._folder))
        return Case(f"slides-{count}", f"{count:,} slides with notes, the deck alone", sides)

    def _ours(self, pack: str, *more: str, fresh: bool) -> Side:
        command = [sys.executable, "-m", "deckbuilder", "build", pack, "--pictures", "none", *more]
        before: Callable[[], object] = (
            (lambda: shutil.rmtree(self._folder / "output", ignore_errors=True)) if fresh else lambda: None
        )
        return Side(OURS, [command], self._folder, before)

    def _three(self, name: str, times: int = 1) -> Side:
        program, source = self._pandocs[name], str(self._source)
        commands = [
            [program, source, "-o", f"out/{number}-{target}"]
            for number in range(times)
            for target in ("deck.pptx", "guide.docx", "worksheet.docx")
        ]
        return Side(name, commands, self._folder)


def _pandocs() -> Iterator[tuple[str, str]]:
    found = shutil.which("pandoc")
    if found:
        yield "pandoc", found
    if find_spec("pypandoc"):
        newer = import_module("pypandoc").get_pandoc_path()
        if newer not in {found, "pandoc"}:
            yield "pandoc (pypandoc-binary)", newer


def _as_markdown(pack: Path, target: Path) -> None:
    """Write what a pack's slides show and its notes as Markdown: pandoc's share of the content, and less than ours."""
    from deckbuilder.checks.passages import passages  # noqa: PLC0415
    from deckbuilder.content import load_pack  # noqa: PLC0415
    from deckbuilder.diagnostics import Diagnostics  # noqa: PLC0415
    from deckbuilder.source import Workspace  # noqa: PLC0415

    loaded = load_pack(pack, Workspace.around(ROOT), Diagnostics())
    if loaded is None:
        raise SystemExit(f"{pack} has errors")
    parts = []
    for slide in loaded.slides:
        notes = [str(note.text) for note in slide.notes]
        shown = [str(each.text) for each in passages(slide) if str(each.text) not in (*notes, str(slide.title))]
        listed = "\n".join("- " + " ".join(text.split()) for text in shown)
        parts.append("\n".join([f"# {slide.title}", "", listed, "", "::: notes", "\n\n".join(notes), ":::", ""]))
    target.write_text("\n".join(parts), encoding="utf-8")


def main() -> None:
    """Run the cases and write the results."""
    cases = ("one", "unchanged", "agencies", "country", "hundred_packs", "slides_300", "slides_1200", "slides_3000")
    parser = argparse.ArgumentParser(description="Time the tool and its peers on the same content.")
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--pptxgenjs", type=Path, help="the folder in whose node_modules PptxGenJS is")
    parser.add_argument("--only", nargs="+", choices=cases, default=cases)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        benchmark = Benchmark(Path(folder), options.pptxgenjs and options.pptxgenjs.resolve())
        done = []
        for name in options.only:
            case = getattr(benchmark, name)()
            print(case.title, file=sys.stderr)
            take_turns(case.sides, options.times)
            done.append(case)
    write_results(done, options.times, ROOT / "benchmarks" / "RESULTS.md")


if __name__ == "__main__":
    main()
