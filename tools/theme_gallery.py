"""Make docs/themes.md and its pictures: every layout of every theme, and a page of the guide and of the worksheet.

It builds the pack in `tools/gallery`, which has a slide for every layout, and the starter pack, under every theme that
comes with the tool, and has LibreOffice render them. LibreOffice and pdftoppm (poppler) must be installed.

    python tools/theme_gallery.py
"""

import shutil
import sys
import tempfile
from pathlib import Path

from msgspec.structs import replace
from PIL import Image, ImageDraw, ImageFont
from rendering import ROOT, page_with, pages, to_pdf, write

from deckbuilder import pipeline
from deckbuilder.content import Pack, load_pack
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.template import Template
from deckbuilder.office import deck_template, write_all, write_deck
from deckbuilder.source import Workspace
from deckbuilder.theme import Theme, load_theme

PAGE = ROOT / "docs" / "themes.md"
PACK = ROOT / "tools" / "gallery"
STARTER = ROOT / "src" / "deckbuilder" / "builtin" / "packs" / "starter"
CHARACTERS = {
    "leaves": "Turned leaves on a full ground, a band at the left edge, quotations under a rule at their left.",
    "beams": "Slanting beams on a deep ground, a thin band over every slide, cards with a corner cut off.",
    "circles": "Large circles that leave a light slide at its corner, regular headings, round cards without a rule.",
    "blocks": "Stairs of coloured blocks on paper, small squares over every slide, cards under a thick rule.",
    "lines": "White paper, a strong left edge, horizontal rules, large light headings, no cards at all.",
}
"""What each character looks like, in a sentence."""
NAMES = {
    "dk1": "Text", "lt1": "Background", "dk2": "Brand", "lt2": "Tint", "accent1": "Accent 1", "accent2": "Accent 2",
    "accent3": "Accent 3", "accent4": "Accent 4", "accent5": "Accent 5", "accent6": "Accent 6", "hlink": "Link",
    "folHlink": "Link, followed",
}  # fmt: skip
"""The colours that are shown."""
WIDTH, COLUMNS, GAP, LABEL = 1600, 4, 16, 30
"""Of a contact sheet, in pixels."""
GROUND, INK = "#D9DCDE", "#1F2426"
MOST_BYTES = 150_000
PAGES = (("guide", ("On the slide", "Ask")), ("worksheet", ("Workshop 1", "Purpose:")))
"""A page of each document, by words that it holds."""


def layouts(folder: Path, theme: Theme, workspace: Workspace) -> tuple[Template, dict[str, Image.Image]]:
    """Render a slide on each layout of a theme; gives the template and the pictures by the layouts' names."""
    diagnostics = Diagnostics()
    made = deck_template(theme, diagnostics)
    pack = sample(folder, workspace)
    if made is None or pack is None:
        sys.exit(f"The theme “{theme.name}” has errors; `deckbuilder check` shows them.")
    # The contacts that are shown are those of the pack, so that there are as many as the layouts hold.
    agency = theme.agency.model_copy(update={"contacts": (), "support": (), "referral": None})
    bare = replace(theme, file=theme.file.model_copy(update={"agency": agency}))
    (compiled,) = pipeline.compile_pack(pack, bare, pipeline.Order(), made.look, diagnostics)
    if diagnostics.has_errors:
        sys.exit(f"{theme.name}: {diagnostics.found[0].message}")
    file = folder / "gallery-deck.pptx"
    file.write_bytes(write_deck(compiled.deck, made))
    width = (WIDTH - (COLUMNS + 1) * GAP) // COLUMNS
    shown = pages(to_pdf(file, folder), width)
    found: dict[str, Image.Image] = {}
    for slide, image in zip(compiled.deck.slides, shown, strict=True):
        found.setdefault(slide.layout, image)
    missing = [layout.name for layout in made.look.layouts if layout.name not in found]
    if missing:
        sys.exit(f"{theme.name}: no slide of {PACK.name} is on {', '.join(missing)}.")
    return made.look, found


def sample(folder: Path, workspace: Workspace) -> Pack | None:
    """Load the pack that has a slide for every layout."""
    home = folder / "pack"
    if not home.exists():
        shutil.copytree(PACK, home)
        shutil.copy(STARTER / "pictures" / "at-the-table.png", home)
    return load_pack(home, workspace, Diagnostics())


def sheet(template: Template, found: dict[str, Image.Image]) -> Image.Image:
    """Put the layouts into a grid, each under its name."""
    width, height = next(iter(found.values())).size
    rows = -(-len(template.layouts) // COLUMNS)
    whole = Image.new("RGB", (WIDTH, GAP + rows * (height + LABEL + GAP)), GROUND)
    pen, font = ImageDraw.Draw(whole), ImageFont.load_default(18)
    for number, layout in enumerate(template.layouts):
        x = GAP + number % COLUMNS * (width + GAP)
        y = GAP + number // COLUMNS * (height + LABEL + GAP)
        whole.paste(found[layout.name], (x, y))
        pen.text((x, y + height + 5), layout.title, INK, font)
    return whole


def documents(folder: Path, theme: Path, workspace: Workspace) -> Image.Image:
    """Render a page of the guide and one of the worksheet of the starter pack, side by side."""
    packs = pipeline.load_packs([STARTER], workspace, Diagnostics())
    order = pipeline.Order(out=folder, only=tuple(name for name, _ in PAGES))
    (made,) = pipeline.build(packs, [theme], order, workspace)
    write_all(made.files)
    shown = []
    for file, (_, words) in zip(made.files, PAGES, strict=True):
        pdf = to_pdf(file.path, folder)
        shown += pages(pdf, 600, page_with(pdf, words))
    whole = Image.new("RGB", (3 * GAP + 1200, 2 * GAP + max(image.height for image in shown)), GROUND)
    for number, image in enumerate(shown):
        whole.paste(image, (GAP + number * (600 + GAP), GAP))
    return whole


def section(name: str, theme: Theme, template: Template) -> str:
    """Write what the page says of a theme."""
    brand = theme.brand
    size = template.layout("points").slots("points")[0].levels[0].size
    fonts = f"{brand.fonts.heading} for headings, {brand.fonts.body} for text"
    large = ", in large print" if theme.deck.text == "large" else ""
    described = "; ".join(layout.title for layout in template.layouts)
    colours = "\n".join(f"| {label} | `#{theme.colours[key]}` |" for key, label in NAMES.items())
    return f"""\
## {theme.name}

- **Folder:** `{name}`, for {theme.agency.name}
- **Character:** `{brand.character}`. {CHARACTERS[brand.character]}
- **Fonts:** {fonts}; {size:g} points on slides, {theme.word.text_size} points in Word{large}
- **Marking:** {theme.control.marking or "none"}

![Every layout of {theme.name}: {described}](images/themes/{name}.png)

![{theme.name}: a page of the facilitator guide and a page of the worksheet](images/themes/{name}-pages.png)

| Colour | Value |
| --- | --- |
{colours}
"""


INTRODUCTION = """\
# The themes of this project

<!-- Made by `python tools/theme_gallery.py` (`make gallery`); changes made here are lost. -->

Every theme shows the same pack; look at how they differ. `board` is the neutral one, which comes with the installed
tool. The others are examples of whole themes, with agencies, logos and contacts that are invented: copy a folder under
`themes/`, or [make one of your own](branding.md).

The pictures are renderings by LibreOffice with fonts that are as wide as the ones named. They show every layout once.
"""


def main() -> None:
    """Make the page and its pictures."""
    workspace = Workspace.around(ROOT)
    folders = sorted(workspace.themes(), key=lambda folder: (folder.name != "board", folder.name))
    written = [INTRODUCTION]
    for home in folders:
        theme = load_theme(home, workspace, Diagnostics())
        if theme is None:
            sys.exit(f"The theme “{home.name}” has errors; `deckbuilder check` shows them.")
        with tempfile.TemporaryDirectory() as name:
            template, found = layouts(Path(name), theme, workspace)
            write(sheet(template, found), f"themes/{home.name}", MOST_BYTES)
            write(documents(Path(name), home, workspace), f"themes/{home.name}-pages", MOST_BYTES)
        written.append(section(home.name, theme, template))
    PAGE.write_text("\n".join(written), encoding="utf-8", newline="\n")
    print(PAGE.relative_to(ROOT).as_posix())


if __name__ == "__main__":
    main()
