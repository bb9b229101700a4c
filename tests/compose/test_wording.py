"""The agency's words: terms never touch a quotation; strong language is shown, masked, or kept in the notes."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from conftest import look_of
from deckbuilder import pipeline
from deckbuilder.compose.wording import in_agencys_words
from deckbuilder.content import Pack, Section
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.document import Document, Field, Grid, Heading, Listing, Text
from deckbuilder.source import Text as Written
from deckbuilder.theme import Theme
from word_documents import made


def with_wording(theme: Theme, **wording: Any) -> Theme:
    changed = theme.wording.model_copy(update=wording)
    return replace(theme, file=theme.file.model_copy(update={"wording": changed}))


def pack_of(load: Callable[[str], Pack], *slides: dict[str, Any]) -> Pack:
    """Give the starter pack with slides of the test's own."""
    section = Section.model_validate({"section": "One", "slides": slides})
    pack = load("starter")
    about = pack.about.model_copy(update={"plans": {}, "outcomes": (), "default_plan": None})
    return replace(pack, about=about, sections=(section,))


def compiled(pack: Pack, theme: Theme) -> tuple[pipeline.Compiled, Diagnostics]:
    diagnostics = Diagnostics()
    (found,) = pipeline.compile_pack(pack, theme, pipeline.Order(), look_of(theme), diagnostics)
    return found, diagnostics


def words_of(document: Document) -> str:
    texts: list[str] = []
    for block in document.singles:
        match block:
            case Heading() | Text():
                texts.append("".join(run.text for run in block.runs))
            case Listing():
                texts += [item.text for item in block.items]
            case Grid():
                cells = [cell for row in block.rows for cell in row if not isinstance(cell, Field)]
                texts += [paragraph.text for cell in cells for paragraph in cell]
            case _:
                pass
    return "\n".join(texts)


def slide_words(found: pipeline.Compiled) -> str:
    return "\n".join(
        paragraph.text for placed in found.deck.slides for fill in placed.fills for paragraph in fill.paragraphs
    )


def note_words(found: pipeline.Compiled) -> str:
    return "\n".join(paragraph.text for placed in found.deck.slides for paragraph in placed.notes)


STRONG = {
    "id": "strong",
    "kind": "voices",
    "title": "What one child said",
    "voices": [
        {"quote": "They can fuck off, I’m fine", "speaker": "child", "strong_language": True},
        {"quote": "I wanted her to stay", "speaker": "child"},
    ],
    "notes": [{"text": "“Fuck off” meant “help me”.", "strong_language": True}],
}


def test_strong_language_is_shown_as_spoken_unless_the_agency_asks(load: Callable[[str], Pack], board: Theme) -> None:
    found, diagnostics = compiled(pack_of(load, STRONG), board)
    assert not diagnostics.found
    assert "They can fuck off, I’m fine" in slide_words(found)
    assert "“Fuck off” meant “help me”." in note_words(found)


def test_masking_leaves_a_first_letter_in_quotations_and_notes_alike(load: Callable[[str], Pack], board: Theme) -> None:
    found, diagnostics = compiled(pack_of(load, STRONG), with_wording(board, strong_language="mask"))
    assert not diagnostics.found
    assert "“They can f*** off, I’m fine”" in slide_words(found)
    assert "“F*** off” meant “help me”." in note_words(found)
    for text in (slide_words(found), note_words(found), words_of(made(found.guide)), words_of(made(found.worksheet))):
        assert "fuck" not in text.lower()


def test_notes_only_takes_the_quotation_off_the_slide_and_keeps_it_for_the_presenter(
    load: Callable[[str], Pack], board: Theme
) -> None:
    found, diagnostics = compiled(pack_of(load, STRONG), with_wording(board, strong_language="notes_only"))
    assert not diagnostics.found
    assert "fuck" not in slide_words(found)
    assert "I wanted her to stay" in slide_words(found)
    assert "Not on the slide: “They can fuck off, I’m fine” (A child)" in note_words(found)
    assert "Strong language follows" in note_words(found)


def test_a_slide_of_which_nothing_else_remains_says_where_the_words_are(
    load: Callable[[str], Pack], board: Theme
) -> None:
    alone = {**STRONG, "voices": STRONG["voices"][:1]}
    found, diagnostics = compiled(pack_of(load, alone), with_wording(board, strong_language="notes_only"))
    assert not diagnostics.found
    assert slide_words(found) == "What was said here is in the speaker notes: it holds strong language."
    assert "fuck off" in note_words(found)


@pytest.mark.parametrize("policy", ["show", "mask", "notes_only"])
def test_the_guide_says_once_how_strong_language_is_treated(
    policy: str, load: Callable[[str], Pack], board: Theme
) -> None:
    found, _ = compiled(pack_of(load, STRONG), with_wording(board, strong_language=policy))
    text = words_of(made(found.guide))
    assert text.count("Strong language\n") == 1
    said = {"show": "as it was spoken", "mask": "is masked", "notes_only": "are not on the slides"}[policy]
    assert text.count(said) == 1
    assert f"{said}" in text
    assert "(slide 1)" in text


def test_the_guide_says_nothing_where_there_is_no_strong_language(load: Callable[[str], Pack], board: Theme) -> None:
    mild = {**STRONG, "voices": STRONG["voices"][1:], "notes": "Nothing strong."}
    found, _ = compiled(pack_of(load, mild), board)
    assert "Strong language" not in words_of(made(found.guide))


def test_a_word_that_is_not_known_is_reported_and_can_be_named_by_the_pack(
    load: Callable[[str], Pack], board: Theme
) -> None:
    quote = {"quote": Written("He called me a scutter"), "speaker": "child", "strong_language": True}
    pack = pack_of(load, {**STRONG, "voices": [quote], "notes": "Nothing."})
    masking = with_wording(board, strong_language="mask")
    found, diagnostics = compiled(pack, masking)
    assert [item.code for item in diagnostics] == ["strong-word-unknown"]
    named = replace(pack, about=pack.about.model_copy(update={"strong_words": (Written("scutter"),)}))
    found, diagnostics = compiled(named, masking)
    assert not diagnostics.found
    assert "He called me a s******" in slide_words(found)


def test_strong_language_that_nobody_marked_is_a_warning(load: Callable[[str], Pack], board: Theme) -> None:
    unmarked = {"quote": "It was all bullshit", "speaker": "parent"}
    _, diagnostics = compiled(pack_of(load, {**STRONG, "voices": [unmarked], "notes": "Nothing."}), board)
    assert [item.code for item in diagnostics] == ["strong-language-not-marked"]


def test_a_word_that_is_strong_in_places_only_is_masked_where_it_is_marked(
    load: Callable[[str], Pack], board: Theme
) -> None:
    slide = {
        **STRONG,
        "voices": [{"quote": "You can’t fanny around", "speaker": "parent", "strong_language": True}],
        "notes": "Fanny Price is a name, and a cockerel is a bird.",
    }
    found, diagnostics = compiled(pack_of(load, slide), with_wording(board, strong_language="mask"))
    assert not diagnostics.found
    assert "You can’t f***y around" in slide_words(found)
    assert "Fanny Price is a name, and a cockerel is a bird." in note_words(found)


TERMS = {
    Written("safeguarding lead"): Written("Designated Safeguarding Lead"),
    Written("children’s social care"): Written("the Front Door"),
}


def reworded(text: str, load: Callable[[str], Pack], theme: Theme) -> str:
    slide = {"id": "a", "kind": "points", "title": "A", "points": [text]}
    found = in_agencys_words(pack_of(load, slide), with_wording(theme, terms=TERMS), Diagnostics())
    return str(found.slides[0].points[0].text)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tell the safeguarding lead today", "Tell the Designated Safeguarding Lead today"),
        ("Safeguarding leads meet weekly", "Designated Safeguarding Leads meet weekly"),
        ("Children’s social care decides", "The Front Door decides"),
        ("The Designated Safeguarding Lead decides", "The Designated Safeguarding Lead decides"),
        ("She said “my safeguarding lead helped”", "She said “my safeguarding lead helped”"),
        ("He said ‘the safeguarding lead isn’t here’ and the safeguarding lead left",
         "He said ‘the safeguarding lead isn’t here’ and the Designated Safeguarding Lead left"),
        ('A "safeguarding lead" in marks', 'A "safeguarding lead" in marks'),
        ("See [the safeguarding lead](https://a.uk/safeguarding-lead)",
         "See [the Designated Safeguarding Lead](https://a.uk/safeguarding-lead)"),
        ("{{ agency.name }} has a safeguarding lead", "{{ agency.name }} has a Designated Safeguarding Lead"),
        ("A safeguarding leadership course", "A safeguarding leadership course"),
        ("Ask the safeguarding\nlead", "Ask the Designated Safeguarding Lead"),
        ("'The safeguarding lead did nothing', she said", "'The safeguarding lead did nothing', she said"),
        ("> The safeguarding lead left", "> The safeguarding lead left"),
    ],
)  # fmt: skip
def test_terms_take_the_place_of_the_packs_words_but_not_inside_quotations(
    text: str, expected: str, load: Callable[[str], Pack], board: Theme
) -> None:
    assert reworded(text, load, board) == expected


def test_terms_never_touch_what_somebody_said(load: Callable[[str], Pack], board: Theme) -> None:
    slide = {
        "id": "a",
        "kind": "voices",
        "title": "What the safeguarding lead heard",
        "voices": [{"quote": "My safeguarding lead was kind", "speaker": "child"}],
        "notes": "Ask your safeguarding lead.",
    }
    theme = with_wording(board, terms=TERMS)
    found, _ = compiled(pack_of(load, slide), theme)
    assert found.deck.slides[0].title_text == "What the Designated Safeguarding Lead heard"
    assert "“My safeguarding lead was kind”" in slide_words(found)
    assert "Ask your Designated Safeguarding Lead." in note_words(found)
    assert "“My safeguarding lead was kind”" in words_of(made(found.guide))
    assert "Ask your Designated Safeguarding Lead." in words_of(made(found.guide))


def test_every_quotation_of_the_real_pack_survives_terms_word_for_word(
    load: Callable[[str], Pack], board: Theme
) -> None:
    pack = load("learning-review")
    terms = {Written(word): Written("REPLACED") for word in ("child", "children", "people", "professionals", "listen")}
    changed = in_agencys_words(pack, with_wording(board, terms=terms), Diagnostics())

    def quotations(of: Pack) -> list[str]:
        spoken = [str(voice.quote) for slide in of.slides for voice in getattr(slide, "voices", ())]
        return spoken + re.findall("“[^”]*”", "\n".join(section.model_dump_json() for section in of.sections))

    assert len(quotations(pack)) > 50
    assert quotations(changed) == quotations(pack)
    assert any("REPLACED" in slide.title for slide in changed.slides)
    assert [slide.id for slide in changed.slides] == [slide.id for slide in pack.slides]


def test_terms_change_no_id_and_no_address(load: Callable[[str], Pack], board: Theme) -> None:
    pack = load("starter")
    words = {word for plan in pack.about.plans.values() for session in plan.sessions for word in session.id.split("-")}
    terms = {Written(word): Written("../replaced") for word in words | {"children"}}
    changed = in_agencys_words(pack, with_wording(board, terms=terms), Diagnostics())
    for name, plan in pack.about.plans.items():
        assert [each.id for each in changed.about.plans[name].sessions] == [each.id for each in plan.sessions]
    assert changed.ids == pack.ids
    slide = {"id": "a", "kind": "points", "title": "A", "points": ["See www.children-first.org.uk, for children"]}
    changed = in_agencys_words(pack_of(load, slide), with_wording(board, terms=terms), Diagnostics())
    assert changed.slides[0].points[0].text == "See www.children-first.org.uk, for ../replaced"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("terms", "text", "expected"),
    [
        ({"police": "constabulary"}, "the pol\u0131ce", "the pol\u0131ce"),
        ({"an officer (LADO)": "the LADO"}, "Ask an officer (LADO).", "Ask the LADO."),
        ({"designated lead": "Designated Lead"}, "Ask the designated lead.", "Ask the Designated Lead."),
    ],
)  # fmt: skip
def test_terms_of_unusual_letters(
    terms: dict[str, str], text: str, expected: str, load: Callable[[str], Pack], board: Theme
) -> None:
    written = {Written(name): Written(term) for name, term in terms.items()}
    slide = {"id": "a", "kind": "points", "title": "A", "points": [text]}
    changed = in_agencys_words(pack_of(load, slide), with_wording(board, terms=written), Diagnostics())
    assert changed.slides[0].points[0].text == expected  # type: ignore[union-attr]


def test_masking_reaches_what_stands_around_a_quotation_and_inside_marks(
    load: Callable[[str], Pack], board: Theme
) -> None:
    voice = {
        "quote": "_Fuck_ off, `shit`",
        "speaker": "child",
        "context": "She said fuck off",
        "attribution": "Mother of the bitch",
        "strong_language": True,
    }
    found, _ = compiled(pack_of(load, {**STRONG, "voices": [voice]}), with_wording(board, strong_language="mask"))
    words = slide_words(found)
    assert "“F*** off, s***”" in words
    assert "She said f*** off" in words
    assert "Mother of the b****" in words


@pytest.mark.parametrize(
    "slide",
    [
        {"id": "a", "kind": "points", "title": "A", "points": [{"text": "Fine", "points": ["fucking points"]}]},
        {"id": "a", "kind": "workshop", "title": "A", "activity": {"questions": ["Why fuck?"]}},
        {"id": "a", "kind": "table", "title": "A", "columns": ["One"], "rows": [["shit"]], "description": "A table"},
    ],
)
def test_strong_language_anywhere_on_a_slide_is_a_warning(
    slide: dict[str, Any], load: Callable[[str], Pack], board: Theme
) -> None:
    _, diagnostics = compiled(pack_of(load, slide), board)
    assert [item.code for item in diagnostics] == ["strong-language-not-marked"]
