"""A deck that this tool built, imported: the pack that comes of it says and builds what the first one did."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pptx
import pytest
from msgspec.structs import replace

from deck_templates import DEFAULT, Remade, adopter, without
from deckbuilder import pipeline
from deckbuilder.content import Pack, load_pack
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.importing.own_deck import own_slides
from deckbuilder.importing.pack_files import pack_files, with_about
from deckbuilder.importing.pack_slides import PackDraft
from deckbuilder.ir.presentation import Deck, Picture, Properties
from deckbuilder.office import deck_template, read_outline
from deckbuilder.source import Workspace
from deckbuilder.theme import Theme, load_theme

AGENCY = "Safeguarding Children Partnership"


def imported(data: bytes, *of_agencies: str) -> PackDraft:
    diagnostics = Diagnostics()
    outline = read_outline(data, "deck.pptx", diagnostics)
    assert outline is not None
    assert not diagnostics.found
    draft = own_slides(outline, of_agencies)
    return with_about(draft, id="again", title=draft.about["title"], language=outline.language)


def pack_of(draft: PackDraft, tmp_path: Path) -> Pack:
    folder = tmp_path / "content" / "again"
    for file in pack_files(draft, "deck.pptx"):
        (folder / file.name).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.name).write_bytes(file.data)
    diagnostics = Diagnostics()
    pack = load_pack(folder, Workspace.around(tmp_path), diagnostics)
    assert [each.message for each in diagnostics] == []
    assert pack is not None
    return pack


def composed(pack: Pack, theme: Theme) -> Deck:
    diagnostics = Diagnostics()
    made = deck_template(theme, diagnostics)
    assert made is not None
    compiled = pipeline.compile_pack(pack, theme, pipeline.Order(), made.look, diagnostics)
    return compiled[0].deck.deck


def told(value: Any) -> Any:
    """Give what a deck says, without where it was written, what a picture's file is called, and the plan's name."""
    if isinstance(value, tuple | list):
        return [told(each) for each in value]
    if isinstance(value, Picture):
        value = replace(value, name="")
    if isinstance(value, Properties):
        value = replace(value, custom=tuple(pair for pair in value.custom if pair[0] not in {"Plan", "Pack"}))
    if hasattr(value, "__struct_fields__"):
        return {name: told(getattr(value, name)) for name in value.__struct_fields__ if name != "origin"}
    return value


@pytest.mark.parametrize("name", ["learning-review", "starter"])
def test_a_deck_gives_the_slides_that_it_was_built_of(
    name: str, built: Callable[[str], Any], board: Theme, tmp_path: Path
) -> None:
    first = built(name)
    again = composed(pack_of(imported(first.deck.read_bytes()), tmp_path), board)
    assert told(again) == told(first.compiled.deck.deck)


def test_what_an_agency_gives_is_left_to_its_theme(
    load: Callable[[str], Pack], workspace: Workspace, tmp_path: Path
) -> None:
    folder = workspace.theme("health")
    assert folder is not None
    diagnostics = Diagnostics()
    theme = load_theme(folder, workspace, diagnostics)
    assert theme is not None
    (result,) = pipeline.build([load("starter")], [folder], pipeline.Order(only=("deck",), out=tmp_path), workspace)
    agency = theme.agency
    contacts = (*agency.contacts, *agency.support, *(agency.referral.contacts if agency.referral else ()))
    draft = imported(result.files[0].data, *(str(contact.name) for contact in contacts))
    again = composed(pack_of(draft, tmp_path), theme)
    assert told(again) == told(composed(load("starter"), theme))


def test_a_deck_in_an_agencys_own_template_gives_its_slides(
    board: Theme, load: Callable[[str], Pack], tmp_path: Path
) -> None:
    template = Remade.of(DEFAULT).change(r"ppt/slideLayouts/slideLayout[45]\.xml", without("obj", "body")).data()
    adopted = adopter(board, load)(template, pack="starter")
    assert adopted.compiled is not None
    again = composed(pack_of(imported(adopted.data), tmp_path), board)
    assert told(again) == told(composed(load("starter"), board))


def edited(data: bytes, edit: Callable[[Any], object]) -> bytes:
    deck = pptx.Presentation(io.BytesIO(data))
    edit(deck)
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def slide_of(draft: PackDraft, name: str) -> dict[str, Any]:
    return next(slide.fields for slide in draft.slides if slide.fields["id"] == name)


def test_what_was_changed_in_powerpoint_comes_along(built: Callable[[str], Any]) -> None:
    def edit(deck: Any) -> None:
        points = next(slide for slide in deck.slides if "Know why you are" in slide.shapes.title.text)
        points.shapes.title.text = "Know why you come"
        points.placeholders[[p.placeholder_format.idx for p in points.placeholders][1]].text_frame.paragraphs[0].runs[
            0
        ].text = "Say it in one breath"
        points.notes_slide.notes_text_frame.paragraphs[0].runs[0].text = "Practise it aloud."

    draft = imported(edited(built("starter").deck.read_bytes(), edit))
    slide = slide_of(draft, "before-prepare")
    assert slide["title"] == "Know why you come"
    assert slide["kind"] == "points"
    assert str(slide["points"][0]).startswith("Say it in one breath")
    assert str(slide["notes"]).startswith("Practise it aloud.")


def test_a_slide_that_somebody_put_in_is_read_like_any_other(built: Callable[[str], Any], tmp_path: Path) -> None:
    def edit(deck: Any) -> None:
        layout = next(each for each in deck.slide_layouts if each.name == "Points")
        slide = deck.slides.add_slide(layout)
        slide.shapes.title.text = "What we add here"
        box = slide.shapes.add_textbox(914400, 2743200, 4572000, 914400)
        box.text_frame.text = "One more thing"

    draft = imported(edited(built("starter").deck.read_bytes(), edit))
    last = draft.slides[-1]
    assert last.fields["title"] == "What we add here"
    assert last.fields["points"] == ["One more thing"]
    assert pack_of(draft, tmp_path).ids


def test_a_box_beside_the_placeholders_is_not_lost(built: Callable[[str], Any]) -> None:
    def edit(deck: Any) -> None:
        quoted = next(slide for slide in deck.slides if slide.shapes.title.text.startswith("Let people see"))
        box = quoted.shapes.add_textbox(914400, 5943600, 9144000, 457200)
        box.text_frame.text = "Ring the bell, then step back"

    draft = imported(edited(built("starter").deck.read_bytes(), edit))
    found = next(slide for slide in draft.slides if "Ring the bell, then step back" in str(slide.fields))
    assert found.fields["id"] == "visit-greeting"
    assert any("changed" in sentence for sentence in found.look_at)


def test_words_that_the_agency_masks_are_asked_for(workspace: Workspace, load: Callable[[str], Pack]) -> None:
    folder = workspace.theme("schools")
    assert folder is not None
    (result,) = pipeline.build(
        [load("learning-review")], [folder], pipeline.Order(only=("deck",), out=Path("output")), workspace
    )
    draft = imported(result.files[0].data)
    masked = [slide for slide in draft.slides if any("masked" in sentence for sentence in slide.look_at)]
    assert masked
    assert all("**" in str(slide.fields) for slide in masked)


def test_the_report_says_once_what_a_deck_does_not_hold(built: Callable[[str], Any]) -> None:
    draft = imported(built("starter").deck.read_bytes())
    assert len([loss for loss in draft.lost if "worksheet" in loss.what]) == 1
    assert draft.about["date"]
    assert draft.about["subtitle"]
