"""A theme takes from the one it extends what it does not give itself, and its files from its own folder."""

from pathlib import Path

import pytest

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.source import Workspace
from deckbuilder.theme import Theme, load_theme

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c636060606000000005"
    "0001a5f645400000000049454e44ae426082"
)

POLICE = """\
name: Police
agency:
  name: Northmere Police
  contacts: [{name: One}, {name: Two}]
  referral: {summary: Submit a child concern report., steps: [First, Then]}
brand:
  colours: {brand: "#12284B", accents: ["#1B4F9C", "#A8442A"]}
  fonts: {heading: Arial, body: Arial}
  logo: {file: logo.png, description: The name of the service}
deck:
  template: brand.potx
  layouts: {points: Text}
control: {owner: Training, marking: OFFICIAL}
"""


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """Give a workspace's folder for themes, with the theme `police` in it."""
    police = tmp_path / "themes" / "police"
    police.mkdir(parents=True)
    (police / "theme.yaml").write_text(POLICE, encoding="utf-8")
    (police / "logo.png").write_bytes(PNG)
    (police / "brand.potx").write_bytes(b"the service's template")
    return police.parent


def loaded(room: Path, name: str, text: str = "") -> tuple[Theme | None, Diagnostics]:
    if text:
        (room / name).mkdir()
        (room / name / "theme.yaml").write_text(text, encoding="utf-8")
    diagnostics = Diagnostics()
    return load_theme(room / name, Workspace.around(room.parent), diagnostics), diagnostics


def sound(room: Path, name: str, text: str = "") -> Theme:
    theme, diagnostics = loaded(room, name, text)
    assert not diagnostics.found
    assert theme is not None
    return theme


def test_what_a_theme_does_not_give_comes_from_the_one_it_extends(room: Path) -> None:
    text = "name: Police, large print\nextends: police\nword: {text_size: 14}\n"
    theme = sound(room, "police-large", text)
    assert theme.lineage == ("police-large", "police")
    assert theme.name == "Police, large print"
    assert theme.agency.name == "Northmere Police"
    assert theme.word.text_size == 14
    assert theme.colours["dk2"] == "12284B"
    assert theme.control.marking == "OFFICIAL"


def test_mappings_are_laid_over_each_other_and_lists_take_each_others_place(room: Path) -> None:
    text = """\
name: Another
extends: police
agency: {contacts: [{name: Three}]}
brand: {colours: {accents: ["#5B4B8A"]}}
"""
    theme = sound(room, "another", text)
    assert theme.agency.name == "Northmere Police"
    assert [contact.name for contact in theme.agency.contacts] == ["Three"]
    assert theme.agency.referral is not None
    assert theme.brand.colours.brand == "#12284B"
    assert theme.brand.colours.accents == ("#5B4B8A",)


def test_files_are_found_beside_the_theme_that_names_them(room: Path) -> None:
    theme = sound(room, "another", "name: Another\nextends: police\n")
    assert theme.logo is not None
    assert theme.logo.usual.picture.data == PNG
    assert theme.deck_template is not None
    assert theme.deck_template.data == b"the service's template"
    assert theme.deck.layouts == {"points": "Text"}


def test_font_files_are_found_beside_the_theme_that_names_them(room: Path) -> None:
    below = "name: Below\nextends: police\nbrand: {fonts: {files: [own.ttf, more.otf]}}\n"
    (room / "below").mkdir()
    (room / "below" / "own.ttf").write_bytes(b"a font")
    (room / "below" / "more.otf").write_bytes(b"another font")
    (room / "below" / "theme.yaml").write_text(below, encoding="utf-8")
    theme = sound(room, "another", "name: Another\nextends: below\n")
    assert [(file.name, file.data) for file in theme.font_files] == [
        ("own.ttf", b"a font"),
        ("more.otf", b"another font"),
    ]
    assert theme.brand.fonts.heading == "Arial"


def test_a_map_of_layouts_goes_with_its_template(room: Path) -> None:
    text = "name: Another\nextends: police\ndeck: {template: own.potx}\n"
    (room / "another").mkdir()
    (room / "another" / "own.potx").write_bytes(b"another template")
    (room / "another" / "theme.yaml").write_text(text, encoding="utf-8")
    theme = sound(room, "another")
    assert theme.deck_template is not None
    assert theme.deck_template.data == b"another template"
    assert theme.deck.layouts == {}


def test_a_theme_may_extend_the_one_of_its_own_name_that_comes_with_the_tool(room: Path) -> None:
    theme = sound(room, "board", "name: Our board\nextends: board\ncontrol: {owner: Us}\n")
    assert theme.lineage == ("board", "board")
    assert theme.control.owner == "Us"
    assert theme.agency.referral is not None


def test_a_theme_always_has_a_name_of_its_own(room: Path) -> None:
    theme, diagnostics = loaded(room, "nameless", "extends: police\n")
    assert theme is None
    (found,) = diagnostics
    assert (found.code, found.origin and found.origin.path) == ("missing-field", "themes/nameless/theme.yaml")
    assert "“name” is missing" in found.message


def test_a_fault_in_what_is_inherited_is_reported_where_it_stands(room: Path) -> None:
    (room / "police" / "theme.yaml").write_text(POLICE.replace("#12284B", "navy"), encoding="utf-8")
    theme, diagnostics = loaded(room, "another", "name: Another\nextends: police\n")
    assert theme is None
    (found,) = diagnostics
    assert found.origin is not None
    assert (found.code, found.origin.path, found.origin.line) == ("wrong-value", "themes/police/theme.yaml", 7)


def test_a_file_that_is_too_large_is_refused(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckbuilder.theme.files.MAX_TEMPLATE_BYTES", 10)
    theme, diagnostics = loaded(room, "police")
    assert theme is None
    assert [item.code for item in diagnostics] == ["file-too-large"]


def test_large_print_that_a_template_overrules_is_a_warning(room: Path) -> None:
    text = "name: Police, large print\nextends: police\ndeck: {text: large}\n"
    theme, diagnostics = loaded(room, "police-large", text)
    assert theme is not None
    (found,) = diagnostics
    assert (found.code, found.severity) == ("template-decides", "warning")
    assert "deck.text has no effect" in found.message


def test_a_map_without_a_template_is_a_warning(room: Path) -> None:
    text = "name: Board\nextends: board\ndeck: {layouts: {points: Text}}\nword: {styles: {Title: Titel}}\n"
    theme, diagnostics = loaded(room, "mapped", text)
    assert theme is not None
    assert [(item.code, item.origin and item.origin.line) for item in diagnostics] == [
        ("template-decides", 3),
        ("template-decides", 4),
    ]


def test_a_theme_that_extends_itself_is_a_loop(room: Path) -> None:
    _, diagnostics = loaded(room, "self", "name: Self\nextends: self\n")
    assert [item.code for item in diagnostics] == ["extends-loop"]


@pytest.mark.parametrize("base", ["..", "a" * 400, "nofile"])
def test_what_cannot_be_extended_is_reported_where_it_is_named(base: str, room: Path) -> None:
    (room / "nofile").mkdir()
    _, diagnostics = loaded(room, "own", f"name: Own\nextends: {base}\n")
    (found,) = diagnostics
    assert found.origin is not None
    assert (found.code, found.origin.path, found.origin.line) == ("unknown-theme", "themes/own/theme.yaml", 2)


def test_a_marking_is_short_enough_to_stand_whole(room: Path) -> None:
    text = f"name: Own\nextends: board\ncontrol: {{marking: {'X' * 51}}}\n"
    theme, diagnostics = loaded(room, "own", text)
    assert theme is None
    assert "at most 50 characters" in next(iter(diagnostics)).message


def test_the_other_endings_of_a_theme_file_are_noticed(room: Path) -> None:
    (room / "own").mkdir()
    (room / "own" / "theme.yml").write_text("name: Own\n", encoding="utf-8")
    _, diagnostics = loaded(room, "own")
    assert next(iter(diagnostics)).hint == "There is a theme.yml: rename it to theme.yaml."
