"""What `theme.yaml` holds."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from deckbuilder.source import Text
from deckbuilder.source.fields import Contact, Model, Texts

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def _as_colour(value: Text) -> Text:
    if not _COLOUR.fullmatch(value):
        raise PydanticCustomError("bad_colour", "a colour is written in quotation marks as '#0F4C4A'")
    return value


Colour = Annotated[Text, AfterValidator(_as_colour), Field(json_schema_extra={"pattern": f"^{_COLOUR.pattern}$"})]
"""A colour as # and six hexadecimal digits."""


class Colours(Model):
    """The brand's colours, from which the twelve theme colours are made."""

    text: Colour
    background: Colour
    brand: Colour
    """Behind the title and section slides, and in headings."""
    tint: Colour
    """Behind quotations and activities."""
    accents: Annotated[tuple[Colour, ...], Field(min_length=6, max_length=6)]
    link: Colour
    followed_link: Colour

    def scheme(self) -> dict[str, str]:
        """Give the twelve theme colours by the standard's names, as six hexadecimal digits."""
        named = {
            "dk1": self.text,
            "lt1": self.background,
            "dk2": self.brand,
            "lt2": self.tint,
            **{f"accent{number}": colour for number, colour in enumerate(self.accents, 1)},
            "hlink": self.link,
            "folHlink": self.followed_link,
        }
        return {name: colour.lstrip("#").upper() for name, colour in named.items()}


class FontPair(Model):
    """The brand's two fonts."""

    heading: Text
    body: Text


class Brand(Model):
    """How the agency looks."""

    colours: Colours
    fonts: FontPair


class Referral(Model):
    """How to raise a concern about a child."""

    summary: Text
    steps: Texts = ()
    contacts: tuple[Contact, ...] = ()


class Agency(Model):
    """Who issues the documents."""

    name: Text
    short_name: Text | None = None
    contacts: tuple[Contact, ...] = ()
    referral: Referral | None = None
    support: tuple[Contact, ...] = ()
    """The agency's own support for its staff."""


class Control(Model):
    """Document control."""

    owner: Text | None = None
    approved_by: Text | None = None
    next_review: Text | None = None
    marking: Text | None = None
    """The protective marking."""


class DeckSettings(Model):
    """Settings of the deck."""

    size: Literal["16:9"] = "16:9"


class WordSettings(Model):
    """Settings of the Word documents."""

    page: Literal["A4"] = "A4"


class Theme(Model):
    """An agency's theme."""

    name: Text
    agency: Agency
    brand: Brand
    deck: DeckSettings = DeckSettings()
    word: WordSettings = WordSettings()
    control: Control = Control()
