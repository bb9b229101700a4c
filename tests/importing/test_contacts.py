"""Help slides show each agency's own contacts: lines with a number or an address make them `support`, word for word."""

import re

import pytest

from deckbuilder.importing.addresses import addresses_in
from deckbuilder.importing.contacts import contacts_of, is_help
from deckbuilder.importing.pack_slides import Value
from deckbuilder.importing.pack_text import inline
from deckbuilder.ir.text import ListKind, Paragraph, Run


def of(*lines: str | tuple[str, ...], kind: ListKind = ListKind.BULLET) -> list[Value] | None:
    """Make contacts of lines; in a tuple, those after the first stand below it."""
    items = [(line,) if isinstance(line, str) else line for line in lines]
    return contacts_of([[Paragraph((Run(text),), int(n > 0), kind) for n, text in enumerate(i)] for i in items], inline)


def test_lines_without_a_number_are_contacts_by_name_in_their_place() -> None:
    assert of("Your own safeguarding lead", "The Northmere hub: 01632 960100", "Your manager") == [
        {"name": "Your own safeguarding lead"},
        {"name": "The Northmere hub", "phone": "01632 960100"},
        {"name": "Your manager"},
    ]
    assert of("Your own safeguarding lead", "Your manager") is None


@pytest.mark.parametrize(
    ("line", "contact"),
    [
        ("The hub 01632 960100", {"name": "The hub", "phone": "01632 960100"}),
        ("The hub (01632 960100)", {"name": "The hub", "phone": "01632 960100"}),
        ("The hub: (01632) 960 100", {"name": "The hub", "phone": "(01632) 960 100"}),
        ("The hub, +44 1632 960100, 9 to 5", {"name": "The hub", "phone": "+44 1632 960100", "text": "9 to 5"}),
        ("Police: 999", {"name": "Police", "phone": "999"}),
        ("In danger, call 999", {"name": "In danger, call 999"}),
        ("Ring 01632 960100 at any time", {"name": "Ring 01632 960100 at any time"}),
        ("The hub: hub@north.gov.uk", {"name": "The hub", "link": "hub@north.gov.uk"}),
        ("NSPCC – www.nspcc.org.uk.", {"name": "NSPCC", "link": "www.nspcc.org.uk"}),
        (
            "The hub: 01632 960100 / hub@north.gov.uk",
            {"name": "The hub", "phone": "01632 960100", "link": "hub@north.gov.uk"},
        ),
        (
            "The hub: 01632 960100 (day), 01632 960101 (night)",
            {"name": "The hub", "phone": "01632 960100", "text": "(day), 01632 960101 (night)"},
        ),
    ],
)
def test_a_line_is_parted_where_it_names_somebody_and_stays_whole_where_it_is_a_sentence(
    line: str, contact: dict[str, str]
) -> None:
    assert of(line) == [contact]
    assert re.findall(r"\w+", " ".join(contact.values())) == re.findall(r"\w+", line)


def test_a_number_on_a_line_of_its_own_belongs_to_the_name_above_it() -> None:
    assert of("The hub", "01632 960100", "hub@north.gov.uk", "01632 960101") == [
        {"name": "The hub", "phone": "01632 960100", "link": "hub@north.gov.uk"},
        {"name": "01632 960101"},
    ]
    assert of(("The hub", "01632 960100", "Day and night", "For *all*"), ("Your manager", "In the office")) == [
        {"name": "The hub", "phone": "01632 960100", "text": "Day and night\\\nFor \\*all\\*"},
        {"name": "Your manager", "text": "In the office"},
    ]


def test_numbers_of_a_list_stay_with_its_items() -> None:
    assert of("Tell your lead", "The hub: 01632 960100", kind=ListKind.NUMBER) == [
        {"name": "1. Tell your lead"},
        {"name": "2. The hub", "phone": "01632 960100"},
    ]


def test_a_link_counts_as_an_address_and_is_kept() -> None:
    linked = Paragraph((Run("The hub’s pages", strong=True, link="https://north.gov.uk/hub"),))
    assert contacts_of([[linked]], inline) == [{"name": "[The hub’s pages](https://north.gov.uk/hub)"}]


@pytest.mark.parametrize("title", ["Where to get help", "Useful numbers", "Who can you call?", "Getting  help"])
def test_titles_of_help_slides(title: str) -> None:
    assert is_help(title)
    assert not is_help("What helped")


@pytest.mark.parametrize(
    "text",
    [
        "From 2016 to 2018, 412 of 10 000 000",
        "01-02-2016 and 01/02/2016",
        "0900-1700",
        "0.123456789",
        "Case 2016/0123456",
        "0 - 5 - 10 - 15 - 20",
        "someone@home",
        "and/or, e.g. this",
    ],
)
def test_what_is_no_number_to_ring(text: str) -> None:
    assert addresses_in(text) == []


@pytest.mark.parametrize("text", ["0 " * 50_000, "a." * 50_000, "(01" * 30_000, "a@" * 50_000, "www." * 30_000])
def test_texts_made_to_keep_a_program_busy(text: str) -> None:
    assert len(addresses_in(text)) < 10_000
