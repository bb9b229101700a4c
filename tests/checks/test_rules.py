"""What each rule finds that no theme or case can show, and what it must leave in peace."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from conftest import PACKS, Built, look_of
from deckbuilder import pipeline
from deckbuilder.checks import check_deck, check_pack
from deckbuilder.checks.reading_ease import lix, sentences
from deckbuilder.content import load_pack
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.template import Box, Decoration, Placeholder, Template
from deckbuilder.source import Workspace
from deckbuilder.theme import Theme
from deckbuilder.units import Emu, Pt


def found_in(folder: Path, text: str, about: str = "") -> list[str]:
    """Give the codes that a pack of one slide with one point gets from the rules over its text."""
    (folder / "slides").mkdir()
    (folder / "pack.yaml").write_text(
        f"id: a-pack\ntitle: A pack\n{about}slides: [slides/one.yaml]\n", encoding="utf-8"
    )
    (folder / "slides" / "one.yaml").write_text(
        "section: One\nslides:\n  - id: one\n    kind: points\n    title: The first\n    points:\n      - >-\n"
        f"        {text}\n",
        encoding="utf-8",
    )
    diagnostics = Diagnostics()
    pack = load_pack(folder, Workspace.around(folder), diagnostics)
    assert pack is not None
    check_pack(pack, diagnostics)
    return [item.code for item in diagnostics.found]


@pytest.mark.parametrize(
    "text",
    [
        "The children’s words, and the parents’ own",
        "“He said ‘don’t tell’ to me”, she said",
        "‘Don’t tell’, he said",
        'A screen of 15" hung there',
        'See [the page](https://www.example.org/a"b)',
        "„So war es“, sagte sie",
        "«C’était ainsi», dit-elle",
    ],
)
def test_quotation_marks_that_pair_are_left_in_peace(text: str, tmp_path: Path) -> None:
    assert found_in(tmp_path, text) == []


def test_german_guillemets_that_point_inwards_pair(tmp_path: Path) -> None:
    assert found_in(tmp_path, "»So war es«, sagte sie", "language: de-DE\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "“A young person said so”",
        "See [the leaflet](https://www.example.org/young person)",
        "Some young personal views",
    ],
)
def test_a_term_is_left_alone_where_it_is_not_the_packs(text: str, tmp_path: Path) -> None:
    assert found_in(tmp_path, text, "avoid: {young person: child}\n") == []


@pytest.mark.parametrize("text", ["See the [guide to visits](https://www.example.org)", "Back to [the start](#one)"])
def test_links_that_say_where_they_go_are_left_in_peace(text: str, tmp_path: Path) -> None:
    assert found_in(tmp_path, text) == []


def test_lix_is_words_in_a_sentence_plus_the_share_of_long_words() -> None:
    text = "The cat sat on the mat with me. " * 5 + "Wonderful elephants trumpet loudly. " * 2
    # 48 words in 7 sentences, of which 6 have over six letters ("loudly" has six).
    assert lix(sentences(text)) == pytest.approx(48 / 7 + 100 * 6 / 48)


def test_a_short_text_has_no_lix() -> None:
    assert lix(sentences("Multidisciplinary professionals")) == 0


def test_items_of_a_list_are_sentences_of_their_own() -> None:
    assert [len(words) for words in sentences("We ask:\n- one two\n- three\n\nThe end")] == [2, 2, 1, 2]


@pytest.fixture(scope="module")
def starter(built: Callable[[str], Built]) -> Built:
    return built("starter")


@pytest.fixture(scope="module")
def template(board: Theme) -> Template:
    return look_of(board)


def codes(made: Built, template: Template) -> list[str]:
    diagnostics = Diagnostics()
    check_deck(made.compiled.deck, template, diagnostics)
    return sorted({item.code for item in diagnostics.found})


def of_points(template: Template, change: Callable[[Placeholder], Placeholder]) -> Template:
    """Give a template of which the points have something else."""
    return replace(
        template,
        layouts=tuple(
            replace(
                layout,
                placeholders=tuple(change(place) if place.role == "points" else place for place in layout.placeholders),
            )
            for layout in template.layouts
        ),
    )


def test_our_own_layouts_are_without_fault(starter: Built, template: Template) -> None:
    assert codes(starter, template) == []


def test_text_on_a_fill_of_nearly_its_own_colour_is_too_faint(starter: Built, template: Template) -> None:
    assert codes(starter, of_points(template, lambda place: replace(place, fill="dk1"))) == ["faint-text"]


def test_text_over_a_shape_of_nearly_its_own_colour_is_too_faint(starter: Built, template: Template) -> None:
    over = Decoration(Box(Emu(0), Emu(0), template.width, template.height), "dk1")
    layouts = tuple(
        replace(layout, decorations=(*layout.decorations, over)) if layout.family == "points" else layout
        for layout in template.layouts
    )
    assert codes(starter, replace(template, layouts=layouts)) == ["faint-text"]


def test_a_ground_that_is_not_known_is_not_judged(starter: Built, template: Template) -> None:
    layouts = tuple(replace(layout, background=None) for layout in template.layouts)
    assert codes(starter, replace(template, layouts=layouts)) == []


def test_text_shrunk_below_the_smallest_size_of_its_place_is_found(starter: Built, template: Template) -> None:
    deck = starter.compiled.deck
    small = tuple(
        replace(placed, fills=tuple(replace(fill, sizes=(Pt(12),)) for fill in placed.fills))
        if placed.layout.startswith("points")
        else placed
        for placed in deck.slides
    )
    diagnostics = Diagnostics()
    check_deck(replace(deck, slides=small), template, diagnostics)
    assert {item.code for item in diagnostics.found} == {"text-too-small"}


@pytest.mark.parametrize("name", ["learning-review", "starter"])
def test_real_packs_need_nothing_mended_under_any_theme_and_plan(name: str, workspace: Workspace) -> None:
    shared = Diagnostics()
    packs = pipeline.load_packs([PACKS[name]], workspace, shared)
    for plan in packs[0].about.plans:
        for result in pipeline.check(packs, workspace.themes(), pipeline.Order(str(plan)), workspace):
            left = [item for item in result.diagnostics if not item.silenced]
            assert (plan, result.folder.name, left) == (plan, result.folder.name, [])
    assert not shared.found
