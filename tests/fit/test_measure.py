"""How wide and how high text is measured to be."""

import pytest

from deckbuilder.fit.measure import SLIDE_LINE, Measure, break_lines, count_lines
from deckbuilder.fit.metrics import font_metrics
from deckbuilder.ir.template import Fonts, TextLevel
from deckbuilder.ir.text import Run
from deckbuilder.units import Pt

ARIAL = font_metrics("Arial")
LEVEL = TextLevel(Pt(20))


def shown(text: str, width: float) -> list[str]:
    return ["".join(piece for _, piece in line) for line in break_lines(((text, 0),), width, ARIAL)]


@pytest.mark.parametrize("font", ["Arial", "Calibri", "Cambria", "Times New Roman", "Verdana"])
def test_a_line_on_a_slide_is_never_lower_than_libreoffice_sets_it_and_on_a_page_it_is_the_fonts_own(font: str) -> None:
    fonts = Fonts(font, font)
    own = font_metrics(font).regular.line_height
    assert Measure(fonts).line_height(LEVEL) == max(own, SLIDE_LINE)
    assert Measure(fonts, least_line=0.0).line_height(LEVEL) == own


def test_italic_text_is_measured_in_the_italic_face() -> None:
    measure = Measure(Fonts("Times New Roman", "Times New Roman"))
    upright, slanting = (
        measure.width([Run("Minutes", emphasis=emphasis)], Pt(20), LEVEL) for emphasis in (False, True)
    )
    assert slanting != upright


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tŷ", "ty\u0302"),
        ("child", "chi\u00adld"),
        ("❤", "❤\ufe0f"),
        ("👍", "👍🏽"),
        ("👨", "👨\u200d👩\u200d👧"),
        ("ab", "a\u200bb"),
    ],
)
def test_what_is_seen_as_one_is_as_wide_as_one(one: str, other: str) -> None:
    assert ARIAL.regular.width(other) == pytest.approx(ARIAL.regular.width(one))


def test_arabic_is_narrower_than_chinese_and_its_vowel_signs_have_no_width() -> None:
    assert ARIAL.regular.width("لكل طفل") < ARIAL.regular.width("每个孩子都有权")
    assert ARIAL.regular.width("يُسمع") == ARIAL.regular.width("يسمع")


def test_chinese_breaks_anywhere_but_not_before_a_full_stop() -> None:
    assert shown("每个孩子。都", 4) == ["每个孩", "子。都"]
    assert count_lines((("Ask 每个孩子都有", 0),), 5, ARIAL) == 2


def test_numbers_stay_whole_at_hyphens_and_slashes() -> None:
    assert shown("on 2024-25", 4.2) == ["on ", "2024-25"]
    assert shown("in 12/2025", 4.2) == ["in ", "12/2025"]
    assert shown("multi-agency", 4) == ["multi-", "agency"]


def test_a_zero_width_space_is_where_a_word_may_break() -> None:
    assert shown("safe\u200bguarding", 5) == ["safe\u200b", "guarding"]


def test_a_web_address_goes_to_the_next_line_whole_and_only_then_breaks() -> None:
    assert shown("see https://a.example/one", 11.2)[0] == "see "
    assert count_lines((("see https://a.example/one", 0),), 6, ARIAL) == 3


def test_no_break_spaces_keep_words_together() -> None:
    assert shown("at 12\u00a0May", 3.5) == ["at ", "12\u00a0May"]
