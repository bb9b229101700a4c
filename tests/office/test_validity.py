"""Every file passes both validators, and LibreOffice shows every slide and page."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from pypdf import PdfReader

from conftest import PACKS, Built

DOCUMENTS = ("deck", "guide", "worksheet")


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("pack", PACKS)
def test_openxml_audit_finds_nothing(pack: str, document: str, built: Callable[[str], Built]) -> None:
    result = OpenXmlValidator().validate(getattr(built(pack), document))
    assert [str(error) for error in result.errors] == []
    assert result.is_valid


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("pack", PACKS)
def test_microsofts_validator_finds_nothing(
    pack: str, document: str, built: Callable[[str], Built], sdk_validator: Callable[[Path], str]
) -> None:
    found = json.loads(sdk_validator(getattr(built(pack), document)))
    assert found["errors"] == []
    assert found["ok"] is True


@pytest.mark.parametrize("pack", PACKS)
def test_libreoffice_shows_every_slide_with_its_title(
    pack: str, built: Callable[[str], Built], to_pdf: Callable[[Path], Path]
) -> None:
    made = built(pack)
    pages = PdfReader(to_pdf(made.deck)).pages
    slides = made.compiled.deck.slides
    assert len(pages) == len(slides)
    for page, slide in zip(pages, slides, strict=True):
        # A renderer may join letters and break lines; the words must all be there.
        shown = _letters(page.extract_text())
        assert _letters(slide.title_text) in shown, slide.number


def _letters(text: str) -> str:
    for ligature, letters in (
        ("ﬁ", "fi"),
        ("ﬂ", "fl"),
        ("ﬀ", "ff"),
        ("ﬃ", "ffi"),
        ("\u019f", "ti"),
        ("\ua795", "tt"),
    ):
        text = text.replace(ligature, letters)
    return "".join(character for character in text if character.isascii() and character.isalnum())
