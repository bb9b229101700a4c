"""Colours of pages can be read, whatever the brand."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from conftest import look_of
from deckbuilder.ir.template import Template
from deckbuilder.theme import Theme
from deckbuilder.theme.colour import contrast
from deckbuilder.web.colours import dark_colours, light_colours

TEXTS = ("text", "brand", "accent", "caution", "quiet", "link", "visited")
COLOUR = st.integers(0, 0xFFFFFF).map(lambda value: f"{value:06X}")
NAMES = ("dk1", "lt1", "dk2", "lt2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")


@pytest.fixture(scope="module")
def look(board: Theme) -> Template:
    return look_of(board)


@pytest.mark.parametrize("colours_of", [light_colours, dark_colours])
@given(chosen=st.lists(COLOUR, min_size=12, max_size=12))
@settings(max_examples=12, deadline=None)
def test_every_text_can_be_read_on_every_ground(
    look: Template, colours_of: Callable[[Template], dict[str, str]], chosen: list[str]
) -> None:
    colours = colours_of(replace(look, colours=dict(zip(NAMES, chosen, strict=True))))
    for ground in ("ground", "tint"):
        for name in TEXTS:
            assert contrast(colours[name], colours[ground]) >= 4.5, (name, ground)
        for name in ("edge", *(f"s{number}" for number in range(1, 7))):
            assert contrast(colours[name], colours[ground]) >= 3, (name, ground)
    assert contrast(colours["on-banner"], colours["banner"]) >= 4.5


def test_a_brand_that_can_be_read_stays_as_it_is(look: Template) -> None:
    colours = light_colours(look)
    assert (colours["brand"], colours["banner"]) == (look.colours["dk2"], look.colours["dk2"])
    assert (colours["ground"], colours["text"]) == (look.colours["lt1"], look.colours["dk1"])
