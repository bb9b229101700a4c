"""What `theme.yaml` holds."""

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from deckbuilder.source import Text
from deckbuilder.source.fields import Contact, Flag, Id, Model, Texts

_LONGEST_MARKING = 50
"""The most characters that a protective marking has."""
_COLOUR_WANTED = 'a colour is # and six hexadecimal digits in straight quotation marks, such as "#0F4C4A"'
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def _as_colour(value: Text) -> Text:
    if not _COLOUR.fullmatch(value):
        raise PydanticCustomError(
            "bad_colour", 'a colour is # and six hexadecimal digits in straight quotation marks, such as "#0F4C4A"'
        )
    return value


def _as_date(value: Text) -> Text:
    try:
        date.fromisoformat(value)
    except ValueError as error:
        raise PydanticCustomError("bad_date", "this is no date of the calendar, written as 2027-03-31") from error
    return value


def _as_marking(value: Text) -> Text:
    if len(value) > _LONGEST_MARKING:
        raise PydanticCustomError(
            "long_marking", f"a protective marking has at most {_LONGEST_MARKING} characters, so that it is never cut"
        )
    return value


Colour = Annotated[Text, AfterValidator(_as_colour), Field(json_schema_extra={"pattern": f"^{_COLOUR.pattern}$"})]
"""A colour as # and six hexadecimal digits."""

Day = Annotated[Text, AfterValidator(_as_date), Field(json_schema_extra={"format": "date"})]
"""A date, as 2027-03-31."""


Marking = Annotated[Text, AfterValidator(_as_marking), Field(json_schema_extra={"maxLength": _LONGEST_MARKING})]
"""A protective marking: short enough to stand on one line of a slide, whole."""


class Colours(Model):
    """The brand's colours. From `brand` alone all twelve theme colours can be made; what is given is kept."""

    brand: Colour
    """Behind the title and section slides, and in headings."""
    accents: Annotated[tuple[Colour, ...], Field(max_length=6)] = ()
    """In order: the main accent, the one for activities, two more for speakers and charts, two quiet ones."""
    text: Colour | None = None
    background: Colour | None = None
    tint: Colour | None = None
    """Behind quotations and activities."""
    link: Colour | None = None
    followed_link: Colour | None = None


class FontPair(Model):
    """The brand's two fonts."""

    heading: Text
    body: Text
    fallback: Text | None = None
    """A font that everyone has, for computers without the brand's own; where no file of these is named, texts are
    measured as if set in it."""
    files: Annotated[Texts, Field(max_length=32)] = ()
    """The files of the two fonts, .ttf, .otf or .ttc, by their paths inside the theme: regular, bold, italic and bold
    italic. They are read to measure text, and never put into a document."""


class Logo(Model):
    """The agency's logo."""

    file: Text
    """SVG, PNG or JPEG, by its path inside the theme. An SVG needs a PNG of the same name beside it."""
    on_brand: Text | None = None
    """The logo for the brand's own colour, such as one in white; without it, the logo stands on a light panel."""
    description: Text
    """What the logo shows, for people who cannot see it."""


Character = Literal["leaves", "beams", "circles", "blocks", "lines"]
"""How a generated deck is composed: title and section slides, headings, cards, corners."""


class Brand(Model):
    """How the agency looks."""

    colours: Colours
    fonts: FontPair
    logo: Logo | None = None
    character: Character = "leaves"


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


class Wording(Model):
    """Which words the agency uses, and how it treats strong language."""

    strong_language: Literal["show", "mask", "notes_only"] = "show"
    """`show` as spoken; `mask` the words with a first letter and asterisks, mild ones with their last letter too;
    `notes_only` takes the quotation off the slide and leaves it in the speaker notes."""
    terms: dict[Text, Text] = Field(default_factory=dict)
    """The pack's words and the agency's for them, such as `safeguarding lead: Designated Safeguarding Lead`.
    Quotations are never touched."""


class WorksheetSettings(Model):
    """What the worksheet asks of participants, and what they can change in it."""

    name: Literal["ask", "optional", "leave_out"] = "optional"
    """Whether it asks for the participant's name."""
    agency: Literal["ask", "optional", "leave_out"] = "ask"
    """Whether it asks for their agency and role."""
    protect: Flag = False
    """Whether all but its fields is locked in Word, without a password."""


class Control(Model):
    """Document control."""

    owner: Text | None = None
    approved_by: Text | None = None
    next_review: Day | None = None
    """The date by which the documents are looked at again; `--release` refuses one that has passed."""
    marking: Marking | None = None
    """The protective marking, at the top and the foot of every slide and page."""


class DeckSettings(Model):
    """Settings of the deck."""

    size: Literal["16:9", "4:3"] = "16:9"
    text: Literal["standard", "large"] = "standard"
    """`large` for a large-print deck."""
    template: Text | None = None
    """The agency's own .pptx or .potx, by its path inside the theme; the deck then takes its look and size."""
    layouts: dict[Id, Text] = Field(default_factory=dict)
    """Our layouts' names and the template's for them; `deckbuilder theme inspect` prints a map to begin with."""


class WordSettings(Model):
    """Settings of the Word documents."""

    page: Literal["A4", "Letter"] = "A4"
    text_size: Annotated[int, Field(ge=11, le=20)] = 12
    """The size of body text in points; 14 or more for large print."""
    template: Text | None = None
    """The agency's own .docx or .dotx, by its path inside the theme."""
    styles: dict[Text, Text] = Field(default_factory=dict)
    """Our styles' names and the template's for them."""


class ThemeFile(Model):
    """`theme.yaml`."""

    name: Text
    extends: Text | None = None
    """Another theme, whose settings hold where this one gives none; `name` is always this one's own."""
    agency: Agency
    brand: Brand
    deck: DeckSettings = DeckSettings()
    word: WordSettings = WordSettings()
    wording: Wording = Wording()
    worksheet: WorksheetSettings = WorksheetSettings()
    control: Control = Control()
