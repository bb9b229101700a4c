"""Make the font metrics in `src/deckbuilder/fit/metrics` from the free twins of the fonts everyone uses.

Carlito has the advance widths of Calibri, Liberation Sans those of Arial, Liberation Serif those of Times New Roman,
Caladea those of Cambria (all SIL Open Font License 1.1); DejaVu Sans (Bitstream Vera licence) is a little wider than
Verdana. Only numbers are taken: advance widths and line heights, in units of the em, no outlines.

    python tools/font_metrics.py [FOLDER_WITH_FONTS]
"""

import json
import sys
from pathlib import Path

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


def face(path: Path) -> dict[str, object]:
    """Read a font file's numbers: line height and, for each run of code points, the advance widths."""
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
    }


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
