"""The characters: the same layouts in each, text that can be read on its ground and stands clear of what is drawn."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from conftest import ROOT, look_of
from deckbuilder import pipeline
from deckbuilder.content import Pack
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.template import Box, Decoration, Layout, Template, TextLevel
from deckbuilder.source import Workspace
from deckbuilder.theme import Theme, load_theme
from deckbuilder.theme.colour import LARGE_CONTRAST, TEXT_CONTRAST, contrast, shaded

CHARACTERS = ("leaves", "beams", "circles", "blocks", "lines")
THEMES = sorted(folder.name for folder in Workspace.around(ROOT).themes())
LOGO = ROOT / "themes" / "police"
BRANDS = ("#41B6E6", "#FFD100", "#7A1FA2", "#222222", "#00703C")


@pytest.fixture(scope="module")
def themes() -> dict[str, Theme]:
    around = Workspace.around(ROOT)
    found = {}
    for folder in around.themes():
        diagnostics = Diagnostics()
        theme = load_theme(folder, around, diagnostics)
        assert theme is not None
        assert not diagnostics.found, folder
        found[folder.name] = theme
    return found


@dataclass(frozen=True)
class Made:
    """A theme made for a test."""

    character: str = "leaves"
    brand: str = "#0F4C4A"
    size: str = "16:9"
    text: str = "standard"
    logo: bool = True
    marking: bool = True

    def template(self, folder: pytest.TempPathFactory) -> Template:
        home = folder.mktemp("theme")
        logo = ""
        if self.logo:
            for name in ("logo.svg", "logo.png"):
                (home / name).write_bytes((LOGO / name).read_bytes())
            logo = "  logo: {file: logo.svg, description: Somebody}\n"
        (home / "theme.yaml").write_text(
            "name: Made\nagency: {name: Somebody}\n"
            f'brand:\n  colours: {{brand: "{self.brand}"}}\n  fonts: {{heading: Arial, body: Arial}}\n'
            f"  character: {self.character}\n{logo}"
            f'deck: {{size: "{self.size}", text: {self.text}}}\n'
            f"control: {{{'marking: OFFICIAL' if self.marking else ''}}}\n",
            encoding="utf-8",
        )
        diagnostics = Diagnostics()
        theme = load_theme(home, Workspace.around(ROOT), diagnostics)
        assert theme is not None
        return look_of(theme)


def named(layout: Layout) -> list[tuple[str, int, str, int]]:
    return [(place.role, place.slot, place.type, place.idx) for place in layout.placeholders]


@pytest.mark.parametrize("character", CHARACTERS)
def test_layouts_and_their_placeholders_are_the_same(character: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    first, other = (Made(each).template(tmp_path_factory) for each in ("leaves", character))
    assert [(each.name, each.family, each.title) for each in other.layouts] == [
        (each.name, each.family, each.title) for each in first.layouts
    ]
    assert [named(each) for each in other.layouts] == [named(each) for each in first.layouts]


def test_characters_differ_in_more_than_colour(tmp_path_factory: pytest.TempPathFactory) -> None:
    made = [Made(each).template(tmp_path_factory) for each in CHARACTERS]
    for name in ("title", "section", "voices-2", "compare", "workshop"):
        drawn = [(each.layout(name).background, each.decorations, each.layout(name).decorations) for each in made]
        assert len({repr(each) for each in drawn}) == len(CHARACTERS), name
    assert len({template.layout("title").placeholders[0].levels[0].bold for template in made}) == 2


def test_no_bullet_stands_before_who_said_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    for character in CHARACTERS:
        for layout in Made(character).template(tmp_path_factory).layouts:
            for card in layout.slots("voices"):
                assert not any(level.bullet or level.indent for level in card.levels)
                assert len({level.colour for level in card.levels[1:5]}) == 4


def resolved(colours: dict[str, str], name: str) -> str:
    base, _, shade = name.partition("/")
    if not shade:
        return colours[base]
    share, _, added = shade.partition("+")
    return shaded(colours[base], int(share) / 100, int(added or 0) / 100)


def texts(template: Template) -> Iterator[tuple[str, str, str, TextLevel]]:
    """Give each level of text and each mark before one: where it is, its colour, the ground's, the level."""
    for layout in template.layouts:
        fixed = layout.texts if not layout.master_shapes else template.texts
        ground = layout.background or "lt1"
        for place in layout.placeholders:
            if place.type in {"pic", "chart", "tbl"}:
                continue
            for level in place.levels:
                yield f"{layout.name}, {place.name}", level.colour, place.fill or ground, level
                if level.bullet:
                    mark = TextLevel(level.size, bold=True)
                    yield f"{layout.name}, {place.name}, mark", level.bullet.colour, place.fill or ground, mark
        for text in fixed:
            yield f"{layout.name}, {text.name}", text.level.colour, ground, text.level


def check_contrast(template: Template) -> None:
    for where, ink, ground, level in texts(template):
        large = level.size >= 18 or (level.bold and level.size >= 14)
        ratio = contrast(resolved(template.colours, ink), resolved(template.colours, ground))
        least = LARGE_CONTRAST if large and "/" in ink else TEXT_CONTRAST
        # Plain theme colours have the full contrast at every size; a shade has what its size asks for.
        assert ratio >= least, f"{where}: {ink} on {ground} has {ratio:.2f}"


@pytest.mark.parametrize("theme", THEMES)
def test_text_can_be_read_on_its_ground(theme: str, themes: dict[str, Theme]) -> None:
    check_contrast(look_of(themes[theme]))


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("character", CHARACTERS)
def test_text_can_be_read_in_colours_made_of_the_brand(
    character: str, brand: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    check_contrast(Made(character, brand).template(tmp_path_factory))


def covers(shape: Decoration, x: float, y: float) -> bool:
    """Say whether a shape covers a point, both in EMU."""
    across, down = (x - shape.box.x) / shape.box.cx, (y - shape.box.y) / shape.box.cy
    if not (0 < across < 1 and 0 < down < 1):
        return False
    if shape.corners:
        inside = False
        points = [(a / shape.box.cx, b / shape.box.cy) for a, b in shape.corners]
        for (a, b), (c, d) in zip(points, points[1:] + points[:1], strict=True):
            if (b > down) != (d > down) and across < (c - a) * (down - b) / (d - b) + a:
                inside = not inside
        return inside
    across = 1 - across if shape.flip_horizontal else across
    down = 1 - down if shape.flip_vertical else down
    if shape.geometry == "ellipse":
        return (2 * across - 1) ** 2 + (2 * down - 1) ** 2 < 1
    if shape.geometry == "pieWedge":
        return (1 - across) ** 2 + (1 - down) ** 2 < 1
    if shape.geometry == "flowChartDelay":
        return across < 0.5 or (2 * across - 1) ** 2 + (2 * down - 1) ** 2 < 1
    return True


def overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.cx
        and other.x < one.x + one.cx
        and one.y < other.y + other.cy
        and other.y < one.y + one.cy
    )


def grid(box: Box) -> Iterator[tuple[float, float]]:
    for across in range(25):
        for down in range(25):
            yield box.x + box.cx * across / 24, box.y + box.cy * down / 24


@pytest.mark.parametrize("text", ["standard", "large"])
@pytest.mark.parametrize("size", ["16:9", "4:3"])
@pytest.mark.parametrize("character", CHARACTERS)
def test_text_stands_clear_of_shapes_logo_and_other_text(
    character: str, size: str, text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    template = Made(character, size=size, text=text).template(tmp_path_factory)
    for layout in template.layouts:
        shapes = (*layout.decorations, *(template.decorations if layout.master_shapes else ()))
        images = (*layout.images, *(template.images if layout.master_shapes else ()))
        fixed = layout.texts if not layout.master_shapes else template.texts
        boxes = [(place.name, place.box, place.fill) for place in layout.placeholders]
        boxes += [(each.name, each.box, None) for each in fixed]
        assert fixed, f"{layout.name} shows no marking"
        for number, (name, box, fill) in enumerate(boxes):
            where = f"{layout.name}, {name}"
            assert box.x >= 0, where
            assert box.y >= 0, where
            assert box.x + box.cx <= template.width, where
            assert box.y + box.cy <= template.height, where
            for image in images:
                assert not overlap(box, image.panel or image.box), f"{where}: the logo"
            for other, beside, _ in boxes[number + 1 :]:
                assert not overlap(box, beside), f"{where}: {other}"
            # A shape in the colour of the text's own ground is that ground.
            behind = [shape for shape in shapes if shape.fill != fill]
            found = [shape for shape in behind for x, y in grid(box) if covers(shape, x, y)]
            assert not found, f"{where}: {found[0]}"


@pytest.mark.parametrize("size", ["16:9", "4:3"])
@pytest.mark.parametrize("character", CHARACTERS)
def test_the_title_slide_leaves_the_logo_room(
    character: str, size: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    layout = Made(character, size=size).template(tmp_path_factory).layout("title")
    (image,) = layout.images
    logo = image.box
    height = logo.cy
    title = layout.slots("title")[0]
    # Three lines at the title's size, from the lower edge up.
    text = round(title.levels[0].size * 0.9 * 1.2 * 3 * 12_700)
    assert title.box.y + title.box.cy - text - (logo.y + logo.cy) >= height * 0.6
    assert title.box.y + title.box.cy - text * 2 / 3 - (logo.y + logo.cy) >= height


@pytest.mark.parametrize("size", ["16:9", "4:3"])
@pytest.mark.parametrize("character", CHARACTERS)
def test_there_is_one_left_edge(character: str, size: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    template = Made(character, size=size).template(tmp_path_factory)
    edges = {layout.slots("title")[0].box.x for layout in template.layouts}
    assert len(edges) == 1
    for layout in template.layouts:
        first = [place for place in layout.placeholders if place.slot == 0 and place.role in {"points", "table"}]
        assert all(place.box.x in edges for place in first), layout.name


@pytest.mark.parametrize("name", [name for name in THEMES if name != "board"])
def test_both_validators_find_nothing_in_the_deck_of_a_theme(
    name: str,
    load: Callable[[str], Pack],
    workspace: Workspace,
    sdk_validator: Callable[[Path], str],
    tmp_path: Path,
) -> None:
    folder = workspace.theme(name)
    assert folder is not None
    (made,) = pipeline.build([load("starter")], [folder], pipeline.Order(out=tmp_path, only=("deck",)), workspace)
    assert not made.diagnostics.found
    (file,) = made.files
    file.path.parent.mkdir()
    file.path.write_bytes(file.data)
    result = OpenXmlValidator().validate(file.path)
    assert [str(error) for error in result.errors] == []
    assert json.loads(sdk_validator(file.path))["errors"] == []
