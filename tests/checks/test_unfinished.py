"""What stands for something still to come is told from what a text means in earnest."""

import pytest

from deckbuilder.checks.unfinished import fiction_number, still_to_write


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Ring the hub on 01632 960100, day and night.", "01632 960100"),
        ("+44 (0)1632 960 100", "+44 (0)1632 960 100"),
        ("In 2016 it was (01632) 960100.", "(01632) 960100"),
        ("01522 782111 or 07700 900123", "07700 900123"),
        ("0044 20 7946 0123", "0044 20 7946 0123"),
        ("Ring 01522 782111", ""),
        ("In 2016, 2960100 of them", ""),
    ],
)
def test_only_the_number_is_quoted(text: str, number: str) -> None:
    assert fiction_number(text) == number


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("TODO: ask the council", "TODO"),
        ("The date is tbc", "tbc"),
        ("CHECK: is it so?", "CHECK"),
        ("We meet at [insert the venue].", "[insert the venue]"),
        ("[Safeguarding lead]", "[Safeguarding lead]"),
        (r"\[Your number\] is on the wall", "[Your number]"),
        ("CHECK what you heard", ""),
        ("She said “[insert] your coin”", ""),
        ("They [the office] rang [sic]", ""),
        ("[…]", ""),
        ("See [your plan](#plan)", ""),
        ("A date to be confirmed with the family", ""),
    ],
)
def test_running_text(text: str, found: str) -> None:
    assert still_to_write(text, quoted=False, cue=False) == found


def test_the_words_of_others_and_cues_are_left_in_peace() -> None:
    assert still_to_write("[My worker] rang, tbc", quoted=True, cue=False) == ""
    assert still_to_write("TODO: the quotation", quoted=True, cue=False) == "TODO"
    assert still_to_write("[Pause.]", quoted=False, cue=True) == ""
    assert still_to_write("[insert a story of your own place]", quoted=False, cue=True) != ""
