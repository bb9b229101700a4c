"""Checking Office files, whoever made or edited them: file, what a reader meets in it, diagnostics."""

from collections.abc import Sequence
from pathlib import Path

from deckbuilder.checks.files import check_office_file
from deckbuilder.diagnostics import Diagnostics, Origin, SourceFile
from deckbuilder.fit import is_known
from deckbuilder.fit.measure import Measure
from deckbuilder.ir.office_file import OfficeFile, OfficeParagraph, OfficeShape
from deckbuilder.ir.template import Fonts
from deckbuilder.ir.text import Run
from deckbuilder.office.reader import RefusedError, read_office_file
from deckbuilder.source import Workspace
from deckbuilder.units import Pt, points

MAX_BYTES = 200 * 1024 * 1024
"""The largest file that is read."""
_TOLERANCE = 1.02
"""What text may be higher than its box: the measure is that exact."""
_SLACK = 2.0
"""Points that nobody sees."""
_WITH_OFFICE = frozenset({"ms gothic", "segoe ui symbol", "symbol", "webdings", "wingdings", "wingdings 2"})
"""Fonts of signs that come with Windows and Office, and that text is not measured in."""


def inspect_files(paths: Sequence[Path], around: Workspace) -> Diagnostics:
    """Hold Office files against the rules of accessibility and fit."""
    diagnostics = Diagnostics()
    for path in paths:
        origin = Origin(SourceFile(around.shown(path)))
        file = _read(path, origin, diagnostics)
        if file is not None:
            check_office_file(file, origin, diagnostics)
            _text_fits(file, origin, diagnostics)
            _fonts_are_shared(file, origin, diagnostics)
    return diagnostics


def _read(path: Path, origin: Origin, diagnostics: Diagnostics) -> OfficeFile | None:
    try:
        if path.stat().st_size <= MAX_BYTES:
            return read_office_file(path.read_bytes(), origin.path)
        reason = f"is larger than {MAX_BYTES // 2**20} MiB"
    except OSError as error:
        reason = f"cannot be read: {error.strerror}"
    except RefusedError as error:
        reason = f"cannot be read: {error}"
    diagnostics.error(
        "unreadable-office-file", f"This file {reason}.", origin, "Open it in Office and save it as .pptx or .docx."
    )
    return None


def _text_fits(file: OfficeFile, origin: Origin, diagnostics: Diagnostics) -> None:
    """Warn of text that is larger than its shape, or, where the shape grows, that leaves the slide."""
    for slide in file.slides:
        for shape in slide.shapes:
            words = any(paragraph.text.strip() for paragraph in shape.paragraphs)
            if shape.box is None or not words or not shape.measurable:
                continue
            inset = points(shape.inset[1]) + points(shape.inset[3])
            wanted = _height(shape) + inset
            room = points(shape.box.cy) if not shape.grows else points(file.height) - points(shape.box.y)
            if wanted > max(room * _TOLERANCE, room + _SLACK):
                where = "runs off the slide" if shape.grows else "does not fit"
                diagnostics.error(
                    "does-not-fit",
                    f"{shape.place}: the text {where}: it is {wanted:.0f} points high, and there are {room:.0f}.",
                    origin,
                    "Say less, or make the shape larger.",
                )


def _height(shape: OfficeShape) -> Pt:
    total = 0.0
    for index, paragraph in enumerate(shape.paragraphs):
        level = paragraph.level
        if level is None:
            continue
        size = Pt(level.size * shape.scale)
        measure = Measure(_fonts(paragraph))
        lines = 1
        if shape.wrap and shape.box is not None:
            inset = points(shape.inset[0]) + points(shape.inset[2]) + points(level.indent)
            runs = [Run(run.text, strong=run.bold) for run in paragraph.runs]
            lines = measure.lines(runs, Pt(max(points(shape.box.cx) - inset, 1.0)), size, level)
        total += lines * size * measure.line_height(level) + (level.before if index else 0.0)
    return Pt(total)


def _fonts(paragraph: OfficeParagraph) -> Fonts:
    family = next((run.font for run in paragraph.runs if run.font), "") or "Arial"
    return Fonts(family, family, "Arial")


def _fonts_are_shared(file: OfficeFile, origin: Origin, diagnostics: Diagnostics) -> None:
    """Advise on fonts that recipients may not have and the file does not bring along."""
    used = {run.font for paragraph in file.paragraphs for run in paragraph.runs if run.font and run.text.strip()}
    for family in sorted(used):
        if not is_known(family) and family.lower() not in file.embedded | _WITH_OFFICE:
            diagnostics.advise(
                "font-not-shared",
                f"The font “{family}” is not embedded, and recipients may not have it.",
                origin,
                "Use a font that comes with Office, or embed it.",
            )
