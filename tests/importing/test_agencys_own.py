"""An import asks about what would stand in every agency's documents: numbers, names of organisations, years."""

from typing import Any

import pytest

from deckbuilder.importing.agencys_own import with_questions
from deckbuilder.importing.pack_slides import PackDraft, PackSlide
from deckbuilder.ir.outline import Loss


def asked(kind: str, **fields: Any) -> list[str]:
    draft = with_questions(PackDraft((PackSlide({"id": "one", "kind": kind, "title": "One", **fields}, "slide 1"),)))
    assert [loss.what for loss in draft.decided] == list(draft.slides[0].look_at)
    return list(draft.slides[0].look_at)


@pytest.mark.parametrize(
    "fields",
    [
        {"points": ["a", {"text": "b", "points": ["Ring 01632 960100"]}]},
        {"points": ["a"], "notes": "Ring 01632 960100 if need be."},
        {"points": ["a"], "notes": ["First.", "Then 01632 960100."]},
    ],
)
def test_a_number_on_a_slide_or_in_its_notes(fields: dict[str, Any]) -> None:
    (sentence,) = asked("points", **fields)
    assert sentence.startswith("“01632 960100” stands here for every agency.")
    assert "move it to that agency’s theme" in sentence


def test_an_address_and_many_numbers() -> None:
    (sentence,) = asked("points", points=[f"0163296010{n} or hub@north.gov.uk" for n in range(3)])
    assert "“01632960100”, “hub@north.gov.uk”, “01632960101” and 1 more stands" in sentence
    assert asked("points", points=["www.nspcc.org.uk, 999, 2016"]) == []


def test_contacts_are_asked_about_once() -> None:
    (sentence,) = asked("support", contacts=[{"name": "The hub", "phone": "01632 960100"}])
    assert sentence.startswith("These contacts are the same for every agency.")


def test_a_title_slide_that_names_who_gave_the_training_and_when() -> None:
    name, year = asked("title", subtitle="Northmere Safeguarding Partnership\\\nSpring 2019")
    assert name.startswith("“Northmere Safeguarding Partnership” stands here for every agency.")
    assert "{{ agency.name }}" in name
    assert year.startswith("Is “2019” still right?")
    assert len(asked("title", notes="Given for the NHS Foundation Trust of the county.")) == 1
    assert asked("title", subtitle="A refresher for the staff of {{ agency.name }}", notes="Welcome everyone.") == []
    assert asked("section", subtitle="Northmere Council, 2019") == []


@pytest.mark.parametrize(
    ("notes", "keys"),
    [
        ("Groups of four, fifteen minutes.", "As “group_size: Groups of four” and “minutes: 15” under"),
        ("Work in pairs.", "As “group_size: Pairs” under “activity”, it shows"),
        ("Give them half an hour", "As “minutes: 30” under"),
        ("Take 20 minutes", "As “minutes: 20” under"),
    ],
)
def test_how_an_activity_runs_is_offered_as_its_keys(notes: str, keys: str) -> None:
    (sentence,) = asked("workshop", activity={"questions": ["Why?"]}, notes=notes)
    assert keys in sentence
    full: dict[str, Any] = {"group_size": "Pairs", "minutes": 15, "questions": ["Why?"]}
    assert asked("workshop", activity=full, notes=notes) == []


def test_decisions_stay_in_the_order_of_the_document() -> None:
    slides = (
        PackSlide({"id": "one", "kind": "points", "title": "One", "points": ["01632 960100"]}, "slide 1"),
        PackSlide({"id": "two", "kind": "points", "title": "Two", "points": ["a"]}, "slide 2"),
    )
    draft = with_questions(PackDraft(slides, decided=(Loss("the whole deck", "a"), Loss("slide 2", "b"))))
    assert [loss.place for loss in draft.decided] == ["the whole deck", "slide 1", "slide 2"]
