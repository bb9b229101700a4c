"""Twelve theme colours of whatever the brand gives: readable, told apart, and refused where nobody can tell."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.source import Text
from deckbuilder.theme.colour import TEXT_CONTRAST, contrast, hue_of, luminance, shaded, vividness_of
from deckbuilder.theme.model import Colours
from deckbuilder.theme.palette import palette

BRANDS = ("#41B6E6", "#FFD100", "#7A1FA2", "#222222", "#00703C", "#C8102E", "#14284B", "#E87722")
INKS = ("dk1", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink")
SERIES = ("dk2", "accent2", "accent4/60+40", "accent5/60+40")
"""The colours that a chart takes first."""


def made(**colours: str) -> tuple[dict[str, str], Diagnostics]:
    diagnostics = Diagnostics()
    fields = {name: Text(value) for name, value in colours.items()}
    return palette(Colours(**fields), diagnostics), diagnostics


def series_of(colours: dict[str, str]) -> list[str]:
    found = []
    for name in SERIES:
        base, _, shade = name.partition("/")
        found.append(shaded(colours[base], 0.6, 0.4) if shade else colours[base])
    return found


@pytest.mark.parametrize("brand", BRANDS)
def test_a_brand_alone_makes_colours_that_can_be_told_apart(brand: str) -> None:
    colours, _ = made(brand=brand)
    assert list(colours) == [
        "dk1",
        "lt1",
        "dk2",
        "lt2",
        *(f"accent{each}" for each in range(1, 7)),
        "hlink",
        "folHlink",
    ]
    assert len({colours[each] for each in INKS}) == len(INKS)
    for one, other in zip(series_of(colours), series_of(colours)[1:], strict=False):
        assert contrast(one, other) >= 1.25, (one, other)
    assert contrast(colours["dk2"], colours["accent1"]) >= 1.25
    # The tint is there, and hardly.
    assert 1.0 < contrast(colours["lt1"], colours["lt2"]) < 1.25


@pytest.mark.parametrize("brand", BRANDS)
def test_accents_beside_the_main_one_are_hues_of_their_own(brand: str) -> None:
    colours, _ = made(brand=brand)
    hues = [hue_of(colours[f"accent{each}"]) for each in range(2, 6)]
    if brand != "#222222":
        hues.append(hue_of(colours["dk2"]))
    for one, other in combinations(hues, 2):
        apart = abs(one - other) % 360
        assert min(apart, 360 - apart) >= 25


@pytest.mark.parametrize("brand", [*BRANDS, "#00457C", "#7A2531", "#1B4D3E"])
def test_no_tone_of_the_brand_is_more_vivid_than_the_brand(brand: str) -> None:
    colours, _ = made(brand=brand)
    # A brand that is nearly black or grey has hardly any colour; a calm tone of it has a little more.
    most = max(vividness_of(colours["dk2"]), 0.26)
    for tone in (colours["accent1"], shaded(colours["accent1"], 0.4, 0.6), colours["lt2"], colours["accent6"]):
        assert vividness_of(tone) <= most + 0.01, tone


@pytest.mark.parametrize("brand", BRANDS)
def test_links_are_blue_and_violet_whatever_the_brand(brand: str) -> None:
    colours, _ = made(brand=brand)
    assert 200 <= hue_of(colours["hlink"]) <= 225
    assert 260 <= hue_of(colours["folHlink"]) <= 295


@given(st.integers(0, 0xFFFFFF))
def test_every_brand_makes_text_that_can_be_read(brand: int) -> None:
    colours, diagnostics = made(brand=f"#{brand:06X}")
    assert not diagnostics.has_errors
    for ink in INKS:
        for ground in ("lt1", "lt2"):
            assert contrast(colours[ink], colours[ground]) >= TEXT_CONTRAST
    assert contrast(colours["dk1"], colours["lt1"]) >= 7


def test_what_is_given_is_kept() -> None:
    given_colours = {
        "brand": "#14284B",
        "text": "#1B2430",
        "background": "#FFF9EC",
        "tint": "#F8EDD6",
        "link": "#1F4E8C",
    }
    colours, diagnostics = made(**given_colours)
    assert not diagnostics.found
    kept = {"dk2": "14284B", "dk1": "1B2430", "lt1": "FFF9EC", "lt2": "F8EDD6", "hlink": "1F4E8C"}
    assert {name: colours[name] for name in kept} == kept


def test_a_brand_too_light_for_text_is_darkened_and_said_so() -> None:
    colours, diagnostics = made(brand="#FFD100")
    assert [found.code for found in diagnostics.found] == ["colour-darkened"]
    assert contrast(colours["dk2"], "FFFFFF") >= TEXT_CONTRAST
    assert abs(hue_of(colours["dk2"]) - hue_of("FFD100")) < 2


@pytest.mark.parametrize(
    ("text", "background", "said"),
    [
        ("#8A8A8A", "#FFFFFF", "contrast of 3.45 to 1"),
        ("#767676", "#E0E0E0", "4.5 is the least"),
        ("#FFFFFF", "#14284B", "is lighter than the background"),
    ],
)
def test_text_that_cannot_be_told_from_its_ground_is_refused(text: str, background: str, said: str) -> None:
    _, diagnostics = made(brand="#14284B", text=text, background=background)
    assert diagnostics.has_errors
    first = next(found for found in diagnostics.found if found.code == "low-contrast")
    assert said in first.message


def test_text_that_cannot_be_read_on_the_tint_is_refused() -> None:
    _, diagnostics = made(brand="#14284B", text="#5A5A5A", tint="#A0A0A0")
    assert [found.code for found in diagnostics.found][:1] == ["low-contrast"]
    assert luminance("A0A0A0") > luminance("5A5A5A")
