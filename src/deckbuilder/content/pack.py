"""The pack: what `pack.yaml` holds, and the sections around it once all files are read."""

import re
from pathlib import Path
from typing import Annotated

from msgspec import Struct, field
from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from deckbuilder.content.fields import Minutes, Silence
from deckbuilder.content.slides import Section, Slide
from deckbuilder.diagnostics import Origin
from deckbuilder.source import Text
from deckbuilder.source.fields import Contact, Flag, Id, Model, Shorthand, Texts
from deckbuilder.source.pictures import PictureFile


def _as_language(value: Text) -> Text:
    if not _LANGUAGE.fullmatch(value):
        raise PydanticCustomError("bad_language", "a language is written as its tag, such as en-GB or cy-GB")
    return value


_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
Language = Annotated[Text, AfterValidator(_as_language), Field(json_schema_extra={"pattern": f"^{_LANGUAGE.pattern}$"})]
"""A language by its tag (BCP 47)."""


class SourceDocument(Model):
    """What the pack is made from."""

    title: Text
    publisher: Text | None = None
    year: Text | None = None
    note: Text | None = None


class Term(Model):
    """An entry of the glossary."""

    term: Text
    meaning: Text


class Outcome(Model):
    """What participants can do afterwards."""

    text: Text
    slides: tuple[Id, ...] = ()
    """The slides that lead to it."""


class Include(Model):
    """A part of a session: a slide, a whole section, or a break."""

    slide: Id | None = None
    section: Id | None = None
    pause: Minutes | None = Field(default=None, alias="break")
    """A break of so many minutes."""
    title: Text | None = None
    """What the agenda calls the break."""

    @model_validator(mode="after")
    def _one_of_three(self) -> "Include":
        if [self.slide, self.section, self.pause].count(None) != 2:
            raise PydanticCustomError("one_of", "one of “slide”, “section” and “break” is wanted here")
        return self


class Session(Model):
    """A meeting, or the whole of a training day."""

    id: Id
    title: Text
    minutes: Minutes | None = None
    """How long it is meant to last."""
    opener: Text | None = None
    """How the session begins."""
    recap: Texts = ()
    """What is recalled from the session before."""
    include: Annotated[tuple[Include, ...], Field(min_length=1), Shorthand("slide")]
    """Slides by their ids, whole sections, and breaks, in order."""
    close: Text | None = None
    """How the session ends."""
    next_steps: Texts = ()
    """What a meeting's closing slide asks everyone to do; without it, to write down one action."""
    welcome_minutes: Minutes = 0
    """How long opener and recap take."""
    close_minutes: Minutes = 0


class Plan(Model):
    """One way to deliver the pack."""

    title: Text
    description: Text | None = None
    sessions: Annotated[tuple[Session, ...], Field(min_length=1)]
    leaves_out: Annotated[tuple[Id, ...], Shorthand(None, single=True)] = ()
    """The slides that no session shows on purpose."""


class ContentNote(Model):
    """Emotional safety: what participants are told beforehand, and what the facilitator has ready."""

    summary: Text
    """Said before the session and at its start."""
    facilitator: Texts = ()
    """What the facilitator prepares and does."""
    disclosure: Texts = ()
    """What to do when somebody discloses abuse."""


class PackFile(Model):
    """`pack.yaml`."""

    id: Id
    title: Text
    subtitle: Text | None = None
    version: Text | None = None
    date: Annotated[Text, Field(json_schema_extra={"format": "date"})] | None = None
    """The date of this version, as 2026-11-24."""
    language: Language = Text("en-GB")
    source: SourceDocument | None = None
    audience: Texts = ()
    group_size: Text | None = None
    """How many participants the session is made for."""
    prerequisites: Texts = ()
    """What participants should know already."""
    aim: Text | None = None
    outcomes: tuple[Outcome, ...] = ()
    content_note: ContentNote | None = None
    working_agreement: Texts = ()
    support: tuple[Contact, ...] = ()
    """Where participants find help, whatever their agency."""
    materials: Texts = ()
    room: Texts = ()
    """How the room should be."""
    resources: tuple[Contact, ...] = ()
    """Further reading."""
    evaluation: Texts = ()
    """Questions on the session itself, for its end."""
    reflection: Texts = ()
    """Questions on the worksheet, for each participant alone."""
    glossary: tuple[Term, ...] = ()
    strong_words: Texts = ()
    """Words, or beginnings of words, that agencies may want masked in passages marked as strong language, beside
    those that are known."""
    action_rows: Annotated[int, Field(ge=0, le=20)] = 4
    """How many rows the worksheet's action plan has."""
    confidence: Texts = ()
    """Statements that participants rate before and after."""
    avoid: dict[Text, Text] = Field(default_factory=dict)
    """Words that the pack does not use for somebody or something, and what it says instead, such as `young person:
    child`. Quotations are exempt."""
    silence: tuple[Silence, ...] = ()
    """The warnings and advice that do not hold for this pack, each with the reason."""
    slides: Annotated[tuple[Text, ...], Field(min_length=1)]
    """The section files, in order."""
    plans: dict[Id, Plan] = Field(default_factory=dict)
    default_plan: Id | None = None
    """The plan built when the command names none; otherwise the first."""
    additions: Texts = ()
    """The keys of this file whose text is the pack's own and not the source's."""
    show_additions: Flag = True
    """Whether the guide says which passages are the pack's own."""


def slug(name: str) -> str:
    """Make an id from a name: small letters and digits, the rest hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-") or "section"


class Pack(Struct, frozen=True, eq=False):
    """A pack whose files have all been read and found sound. Each is equal to itself alone."""

    folder: Path
    about: PackFile
    sections: tuple[Section, ...]
    pictures: dict[str, PictureFile] = field(default_factory=dict)
    """The pictures by the path the slides name them by."""
    omitted: frozenset[str] = frozenset()
    """The slides that the edition leaves out, by their ids."""
    answered: frozenset[Origin] = frozenset()
    """The places of the silences that silenced something while the pack was read."""
    edition: str = ""
    """The name of the edition that changed it; empty for the pack itself."""

    @property
    def slides(self) -> tuple[Slide, ...]:
        """Every slide, in order."""
        return tuple(slide for section in self.sections for slide in section.slides)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all slides."""
        return frozenset(str(slide.id) for slide in self.slides)

    @property
    def section_ids(self) -> tuple[str, ...]:
        """Each section's id, in order."""
        return tuple(str(section.id or slug(section.section)) for section in self.sections)
