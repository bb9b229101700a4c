"""Lists keep their numbers in Word, and addresses lead where they say."""

import pytest

from deckbuilder.compose import Markup
from deckbuilder.compose.blocks import passages
from deckbuilder.compose.slides import address_run, contact_item
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.document import Listing
from deckbuilder.source import Text
from deckbuilder.source.fields import Contact

MARKUP = Markup({}, [], Diagnostics())


def test_a_numbered_list_goes_on_after_a_nested_one() -> None:
    blocks = passages(MARKUP.paragraphs(Text("1. First\n   1. sub\n2. Second")), "Say")
    assert [len(block.items) for block in blocks if isinstance(block, Listing)] == [3]


@pytest.mark.parametrize(
    ("phone", "link"),
    [
        ("0800 1111", "tel:08001111"),
        ("+44 (0)20 7946 0000", "tel:+442079460000"),
        ("ask at the desk", None),
        ("0808 800 5000 or 116 111", None),
    ],
)
def test_only_one_number_is_a_telephone_link(phone: str, link: str | None) -> None:
    card = contact_item(Contact(name=Text("Somebody"), phone=Text(phone)), MARKUP)
    assert (card[1].text, card[1].runs[0].link) == (phone, link)


def test_an_address_keeps_its_own_scheme() -> None:
    assert address_run(Text("mailto:a@example.org"), MARKUP).link == "mailto:a@example.org"
    assert address_run(Text("a@example.org"), MARKUP).link == "mailto:a@example.org"
    assert address_run(Text("www.example.org"), MARKUP).link == "https://www.example.org"


def test_an_entity_brings_no_control_character_in() -> None:
    assert MARKUP.runs(Text("a&#12;b"))[0].text == "ab"


def test_a_second_paragraph_in_an_item_does_not_begin_the_numbers_anew() -> None:
    found = MARKUP.paragraphs(Text("1. First\n\n   More on it\n2. Second\n3. Third"))
    assert [(item.text, item.start) for item in found] == [
        ("First", 1),
        ("More on it", None),
        ("Second", 2),
        ("Third", None),
    ]
    starts = [block.start for block in passages(found, "Say") if isinstance(block, Listing)]
    assert starts == [1, 2]


def test_a_value_in_an_address_leaves_the_link_whole() -> None:
    markup = Markup({"agency.name": "North & South"}, [], Diagnostics())
    (run,) = markup.runs(Text("[{{ agency.name }}](https://a.uk/?q={{ agency.name }})"))
    assert (run.text, run.link) == ("North & South", "https://a.uk/?q=North%20&%20South")
