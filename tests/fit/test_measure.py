"""How wide and how high text is measured to be."""

import pytest

from deckbuilder.fit.measure import CAUTION, SLIDE_LINE, Measure, break_lines, count_lines
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


def test_a_joined_emoji_goes_to_the_next_line_with_the_word_before_it() -> None:
    assert shown("ask the family 👨\u200d👩\u200d👧 now", 6) == ["ask the ", "family 👨\u200d👩\u200d👧 ", "now"]
    assert shown("ask the family 👍 now", 7) == ["ask the family ", "👍 now"]


def test_arabic_is_narrower_than_chinese_and_its_vowel_signs_have_no_width() -> None:
    assert ARIAL.regular.width("لكل طفل") < ARIAL.regular.width("每个孩子都有权")
    assert ARIAL.regular.width("يُسمع") == ARIAL.regular.width("يسمع")


def test_chinese_breaks_anywhere_but_not_before_a_full_stop() -> None:
    assert shown("每个孩子。都", 4) == ["每个孩", "子。都"]
    assert count_lines((("Ask 每个孩子都有", 0),), 5, ARIAL) == 2


def test_a_line_may_end_after_a_hyphen_and_after_a_slash_that_no_space_comes_before() -> None:
    assert shown("multi-agency", 4) == ["multi-", "agency"]
    assert shown("on 2024-25", 4.2) == ["on 2024-", "25"]
    assert shown("children/families", 5) == ["children/", "families"]


def test_what_a_slash_joins_goes_to_the_next_line_together() -> None:
    assert shown("if he/she asks", 3.1) == ["if ", "he/she ", "asks"]
    assert shown("in 12/2025", 4.2) == ["in ", "12/2025"]


def test_no_line_begins_with_a_closing_mark_and_none_ends_with_an_opening_one() -> None:
    assert shown("said so?!” then", 3) == ["said ", "so?!” ", "then"]
    assert shown("孩子们《需要》时间", 4) == ["孩子们", "《需要》", "时间"]


def test_korean_breaks_between_words_only() -> None:
    assert shown("아이들은 말을", 6) == ["아이들은 ", "말을"]


def test_a_tab_goes_to_the_next_stop() -> None:
    level = TextLevel(Pt(20))
    measure = Measure(Fonts("Arial", "Arial"))
    assert measure.lines([Run("i\tx")], Pt(83), Pt(20), level) == 1
    assert measure.lines([Run("i\tx")], Pt(80), Pt(20), level) == 2


def test_a_zero_width_space_is_where_a_word_may_break() -> None:
    assert shown("safe\u200bguarding", 5) == ["safe\u200b", "guarding"]


def test_a_web_address_goes_to_the_next_line_whole_and_only_then_breaks() -> None:
    assert shown("see https://a.example/one", 11.2)[0] == "see "
    assert count_lines((("see https://a.example/one", 0),), 6, ARIAL) == 3


def test_a_word_longer_than_a_line_is_broken_where_the_line_is_full() -> None:
    width = ARIAL.regular.width("mmmm")
    assert shown("mmmmmmmmm", width) == ["mmmm", "mmmm", "m"]
    assert shown("iiiiimmmmmmm", width) == ["iiiiimm", "mmmm", "m"]


@pytest.mark.parametrize("font", ["Arial", "Calibri", "Cambria", "Times New Roman", "Verdana"])
def test_kerned_pairs_are_nearer_to_each_other(font: str) -> None:
    for face in (font_metrics(font).regular, font_metrics(font).bold):
        for pair in ("AV", "To", "Ty"):
            assert face.width(pair) < face.width(pair[0]) + face.width(pair[1])
        assert face.width("HH") == pytest.approx(2 * face.width("H"))


def test_kerning_holds_from_one_run_to_the_words_beside_it() -> None:
    whole, parts = (("AV", 0),), (("A", 0), ("V", 0))
    width = ARIAL.regular.width("AV") + 0.001
    assert count_lines(whole, width, ARIAL) == count_lines(parts, width + 0.1, ARIAL) == 1


def test_what_is_fitted_leaves_a_little_of_the_width_free() -> None:
    fonts = Fonts("Arial", "Arial")
    text = [Run("children and families")]
    exact, careful = Measure(fonts), Measure(fonts, caution=CAUTION)
    width = exact.width(text, Pt(20), LEVEL)
    assert exact.lines(text, width, Pt(20), LEVEL) == 1
    assert careful.lines(text, width, Pt(20), LEVEL) == 2
    assert careful.lines(text, Pt(width * 1.02), Pt(20), LEVEL) == 1


def test_text_is_as_wide_as_the_dots_of_the_renderer_make_it() -> None:
    # LibreOffice paints this 619.6 points wide; by the font's own numbers it would be 620.9 and not fit in 620.
    text = [Run("54.9% – within 24 hours; £3,450,000 was spent, up from £2.9m.")]
    measure = Measure(Fonts("Calibri", "Calibri"))
    assert 619 < measure.width(text, Pt(24), LEVEL) < 620
    assert measure.lines(text, Pt(620), Pt(24), LEVEL) == 1


def test_arabic_letters_are_narrower_where_they_join() -> None:
    for word in ("يستمع", "خطة", "الأطفال"):
        assert ARIAL.regular.width(word) < sum(ARIAL.regular.width(letter) for letter in word)
    lam, alef = "\u0644", "\u0627"
    assert ARIAL.regular.width(lam + alef) < ARIAL.regular.width(lam) + ARIAL.regular.width(alef)


def test_the_lines_of_several_runs_show_their_whole_text() -> None:
    runs = (("Ask the child, ", 1), ("and then", 0), (" ask again: what would help/", 2), ("hinder?\nListen", 0))
    for width in (3, 5, 9, 40):
        lines = break_lines(runs, width, ARIAL)
        assert len(lines) == count_lines(runs, width, ARIAL)
        for number, (text, _) in enumerate(runs):
            found = "".join(piece for line in lines for index, piece in line if index == number)
            assert found == text.replace("\n", "")


def set_on_a_slide(*texts: str, width: float = 380) -> list[str]:
    """Give the lines of Arial at 34 points, as LibreOffice sets them; what begins with # is a link."""
    runs = [Run(text.removeprefix("#"), link="https://a.example" if text[0] == "#" else None) for text in texts]
    lines = Measure(Fonts("Arial", "Arial")).broken(runs, Pt(width), Pt(34), TextLevel(Pt(34)))
    return ["".join(text for _, text in line) for line in lines]


def test_a_link_on_a_slide_goes_to_the_next_line_whole() -> None:
    assert set_on_a_slide("Ask the (ask ", "children and family", ") then") == [
        "Ask the (ask children ",
        "and family) then",
    ]
    assert set_on_a_slide("Ask the (ask ", "#children and family", ") then") == [
        "Ask the (ask ",
        "children and family) then",
    ]
    assert set_on_a_slide("Ask the", "#children and family", "then") == ["Ask the", "children and familythen"]
    assert set_on_a_slide("Ask ", "#the children and family", ", and") == ["Ask ", "the children and family, ", "and"]
    assert set_on_a_slide("孩子说他们需", "#要时间也", "需要有人认真") == ["孩子说他们需要时间也需", "要有人认真"]


def test_a_link_wider_than_a_line_begins_a_line_and_so_does_what_follows_it() -> None:
    assert set_on_a_slide("Go to ", "#wwwexampleorgsafeguardingchildren", "”, then") == [
        "Go to ", "wwwexampleorgsafegua", "rdingchildren", "”, then",
    ]  # fmt: skip
    talk = "孩子说他们需要时间、也需要有人认真听他们讲话"
    assert set_on_a_slide("信任 会议 ", "#" + talk, "”") == ["信任 会议 ", talk[:11], talk[11:], "”"]
    assert set_on_a_slide("#" + talk) == [talk[:11], talk[11:]]


def test_a_link_on_a_page_breaks_like_any_text() -> None:
    link = [Run("Ask the "), Run("children and family", link="https://a.example")]
    text = [Run("Ask the "), Run("children and family")]
    page, slide = Measure(Fonts("Arial", "Arial"), least_line=0.0), Measure(Fonts("Arial", "Arial"))
    level = TextLevel(Pt(34))
    width = Pt(page.width([Run("children and family")], Pt(34), level) - 1)
    assert page.lines(link, width, Pt(34), level) == page.lines(text, width, Pt(34), level) == 2
    assert slide.lines(link, width, Pt(34), level) == 3


def test_no_break_spaces_keep_words_together() -> None:
    assert shown("at 12\u00a0May", 3.5) == ["at ", "12\u00a0May"]
