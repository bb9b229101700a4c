"""Make the font metrics in `src/deckbuilder/fit/metrics` from the free twins of the fonts everyone uses.

Carlito has the advance widths of Calibri, Liberation Sans those of Arial, Liberation Serif those of Times New Roman,
Caladea those of Cambria (all SIL Open Font License 1.1); DejaVu Sans (Bitstream Vera licence) is a little wider than
Verdana. Only numbers are taken: advance widths, the kerning of pairs of Latin letters and line heights, in units of the
em, no outlines.

    python tools/font_metrics.py [FOLDER_WITH_FONTS]
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

FONTS = {
    "calibri": ("Calibri", "Carlito", "Carlito"),
    "arial": ("Arial", "Liberation Sans", "LiberationSans"),
    "cambria": ("Cambria", "Caladea", "Caladea"),
    "times-new-roman": (
        "Times New Roman",
        "Liberation Serif",
        "LiberationSerif",
    ),
    # No twin, but of the same hand and two per cent wider; also what fonts that are not known are measured as.
    "verdana": ("Verdana", "DejaVu Sans", "DejaVuSans"),
}
FACES = {
    "regular": ("-Regular", ""),
    "bold": ("-Bold",),
    "italic": ("-Italic", "-Oblique"),
    "bold_italic": ("-BoldItalic", "-BoldOblique"),
}
"""The four faces of a family, and how the names of their files end."""
TARGET = Path(__file__).parent.parent / "src" / "deckbuilder" / "fit" / "metrics"
KERNED = (
    *range(0x20, 0x7F),
    *range(0xA1, 0x180),
    *range(0x218, 0x21C),
    *range(0x1E80, 0x1E86),
    *range(0x1EF2, 0x1EF4),
    *range(0x2010, 0x2028),
    0x2039,
    0x203A,
    0x20AC,
)
"""The characters whose kerning is kept: the Latin script as Europe writes it, and its punctuation."""

Pairs = dict[tuple[str, str], int]


def face(path: Path) -> dict[str, object]:
    """Read a font file's numbers: line height, kerning and, for each run of code points, the advance widths."""
    font = TTFont(path)
    widths: list[list[object]] = []
    cmap = font.getBestCmap()
    advance = font["hmtx"]
    previous = None
    for code in sorted(cmap):
        if code < 32 or code > 0xFFFF:
            continue
        width = advance[cmap[code]][0]
        if previous is None or code != previous + 1:
            widths.append([code, []])
        run = widths[-1][1]
        assert isinstance(run, list)  # noqa: S101  # a script for developers
        run.append(width)
        previous = code
    head = font["hhea"]
    return {
        "em": font["head"].unitsPerEm,
        "ascent": head.ascent,
        "descent": -head.descent,
        "gap": head.lineGap,
        "widths": widths,
        "kerning": by_class(pairs(font, {chr(code): cmap[code] for code in KERNED if code in cmap})),
    }


def pairs(font: TTFont, glyphs: dict[str, str]) -> Pairs:
    """Read how much nearer, or further, the second of two characters stands than their widths say; none is left out."""
    tables = [[_adjustment(each) for each in lookup] for lookup in _kerning_lookups(font)]
    found: Pairs = {}
    for first, one in glyphs.items():
        for second, other in glyphs.items():
            # In a lookup the first table that knows a pair decides (OpenType, chapter GPOS).
            known = [(table(one, other) for table in lookup) for lookup in tables]
            total = sum(next((value for value in values if value is not None), 0) for values in known)
            if total:
                found[first, second] = total
    return found


def _kerning_lookups(font: TTFont) -> Iterator[list[Any]]:
    """Give the tables of pairs of each lookup that the feature `kern` has for the Latin script."""
    if "GPOS" not in font:
        return
    table = font["GPOS"].table
    scripts = {record.ScriptTag: record.Script for record in table.ScriptList.ScriptRecord}
    script = scripts.get("latn") or scripts["DFLT"]
    features = [table.FeatureList.FeatureRecord[index] for index in script.DefaultLangSys.FeatureIndex]
    wanted = {index for each in features if each.FeatureTag == "kern" for index in each.Feature.LookupListIndex}
    for index in sorted(wanted):
        subtables = table.LookupList.Lookup[index].SubTable
        plain = [getattr(each, "ExtSubTable", each) for each in subtables]
        yield [each for each in plain if each.LookupType == 2]


def _adjustment(table: Any) -> Callable[[str, str], int | None]:
    """Give a function that says what a table of pairs has for two glyphs; None where it does not know the pair."""
    rows = {glyph: number for number, glyph in enumerate(table.Coverage.glyphs)}
    if table.Format == 1:
        sets = [{record.SecondGlyph: _advance(record) for record in each.PairValueRecord} for each in table.PairSet]
        return lambda one, other: sets[rows[one]].get(other) if one in rows else None
    firsts, seconds = table.ClassDef1.classDefs, table.ClassDef2.classDefs
    values = [[_advance(record) for record in each.Class2Record] for each in table.Class1Record]
    return lambda one, other: values[firsts.get(one, 0)][seconds.get(other, 0)] if one in rows else None


def _advance(record: Any) -> int:
    values = (record.Value1, record.Value2)
    return sum(getattr(value, "XAdvance", 0) or 0 for value in values if value is not None)


def by_class(found: Pairs) -> dict[str, object]:
    """Write pairs as a table: characters with the same kerning share a row, or a column."""
    first = _classes((one, two, value) for (one, two), value in found.items())
    second = _classes((two, one, value) for (one, two), value in found.items())
    rows = [[found.get((row[0], column[0]), 0) for column in second] for row in first]
    return {"first": first, "second": second, "rows": rows}


def _classes(found: Iterable[tuple[str, str, int]]) -> list[str]:
    """Put the characters together that stand first with the same others and the same kerning."""
    beside: dict[str, list[tuple[str, int]]] = {}
    for character, other, value in found:
        beside.setdefault(character, []).append((other, value))
    groups: dict[tuple[tuple[str, int], ...], str] = {}
    for character in sorted(beside):
        key = tuple(sorted(beside[character]))
        groups[key] = groups.get(key, "") + character
    return list(groups.values())


def main() -> None:
    """Write one file a family."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/fonts")
    files = {path.name: path for path in folder.rglob("*.ttf")}
    for name, (family, twin, stem) in FONTS.items():
        metrics: dict[str, object] = {"family": family, "twin": twin}
        for weight, endings in FACES.items():
            file = next(f"{stem}{ending}.ttf" for ending in endings if f"{stem}{ending}.ttf" in files)
            metrics[weight] = face(files[file])
        target = TARGET / f"{name}.json"
        target.write_text(json.dumps(metrics, separators=(",", ":")) + "\n", encoding="utf-8", newline="\n")
        print(target)


if __name__ == "__main__":
    main()
