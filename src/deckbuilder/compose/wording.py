"""The agency's words: its terms for the pack's, and its policy on strong language.

A pack is changed before anything is composed, so that all three documents say the same. What children and parents
said is evidence: terms never touch a quotation, and strong words in one are masked only where the agency asks for it.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import TypeVar

from msgspec.structs import replace
from pydantic import BaseModel

from deckbuilder.compose import words
from deckbuilder.content import Pack
from deckbuilder.content.fields import Note, Point
from deckbuilder.content.pack import Include, Outcome, PackFile, Plan, Session, SourceDocument
from deckbuilder.content.slides import PointsSlide, Section, Slide, SlideBase, Voice, VoicesSlide
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.source import Text
from deckbuilder.source.fields import Contact
from deckbuilder.theme import Theme

_STRONG = (
    "fuck",
    "motherfuck",
    "cunt",
    "shit",
    "bullshit",
    "wank",
    "twat",
    "bollock",
    "bitch",
    "slag",
    "slut",
    "whore",
)
"""Beginnings of words that are strong wherever they stand."""
_STRONG_IN_PLACE = (
    "arse",
    "bastard",
    "bloody",
    "bugger",
    "cock",
    "crap",
    "dick",
    "fanny",
    "knob",
    "piss",
    "prick",
    "tosser",
)
"""Beginnings of words that are strong only where an author marks the passage as such, and mild beside the others."""

_KEPT: dict[type[BaseModel], frozenset[str]] = {
    SlideBase: frozenset({"id", "kind", "origin", "additions", "picture"}),
    PackFile: frozenset({"id", "version", "date", "language", "slides", "default_plan", "additions"}),
    Voice: frozenset({"quote", "attribution", "speaker"}),
    Contact: frozenset({"name", "phone", "link"}),
    Outcome: frozenset({"slides"}),
    Section: frozenset({"id"}),
    Plan: frozenset({"leaves_out"}),
    Session: frozenset({"id"}),
}
"""Fields of which no word is changed: ids, addresses, file names, and quotations."""
_UNTOUCHED = (Include, SourceDocument)
"""Models of which no word is changed."""

_PROTECTED = re.compile(
    r"“[^“”]*”|\"[^\"]*\"|‘(?:[^‘’]|’(?=\w))*’|(?<!\w)'(?:[^']|'(?=\w)){0,300}'(?!\w)|«[^«»]*»|^>[^\n]*$"
    r"|\{\{(?:(?!\{\{).)*?\}\}|\]\([^)\]]*\)|<[^<>]*>|`[^`]*`"
    r"|https?://\S+|\S{1,254}@\S+|\bwww\.\S+"
    r"|\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}\.(?:uk|org|com|net|gov|eu|ie)\b\S*",
    re.DOTALL | re.MULTILINE,
)
"""What is left alone inside a text: quotations, values in braces, addresses, code."""

ModelT = TypeVar("ModelT", bound=BaseModel)
Change = Callable[[Text], Text]


def in_agencys_words(pack: Pack, theme: Theme, diagnostics: Diagnostics) -> Pack:
    """Give a pack as a theme words it."""
    strong = _StrongLanguage(theme.wording.strong_language, pack.about.strong_words, diagnostics)
    about, sections = pack.about, pack.sections
    if theme.wording.terms:
        change = _Terms({name: str(term) for name, term in theme.wording.terms.items()}).changed
        about = _reworded(about, change)
        sections = tuple(_reworded(section, change) for section in sections)
    sections = tuple(
        section.model_copy(update={"slides": tuple(strong.slide(slide) for slide in section.slides)})
        for section in sections
    )
    return replace(pack, about=about, sections=sections)


def has_strong_language(slide: Slide) -> bool:
    """Say whether a slide, or its notes, hold strong language."""
    voices = slide.voices if isinstance(slide, VoicesSlide) else ()
    return any(voice.strong_language for voice in voices) or any(note.strong_language for note in slide.notes)


class _StrongLanguage:
    def __init__(self, policy: str, further: tuple[Text, ...], diagnostics: Diagnostics) -> None:
        self._policy = policy
        self._diagnostics = diagnostics
        beginnings = (*_STRONG, *_STRONG_IN_PLACE, *(re.escape(word) for word in further))
        # An underscore is Markdown's, and no part of a word.
        self._known = re.compile(rf"(?<![^\W_])(?:{'|'.join(beginnings)})[^\W_]*", re.IGNORECASE)
        self._mild = re.compile("|".join(_STRONG_IN_PLACE), re.IGNORECASE)
        self._plain = re.compile(rf"(?<![^\W_])(?:{'|'.join(_STRONG)})[^\W_]*", re.IGNORECASE)

    def slide(self, slide: Slide) -> Slide:
        """Treat a slide's quotations and notes as the policy has it."""
        self._look(slide)
        if not has_strong_language(slide):
            return slide
        if self._policy == "mask":
            return self._masked(slide)
        if self._policy == "notes_only" and isinstance(slide, VoicesSlide):
            return self._in_notes(slide)
        return slide

    def _masked(self, slide: Slide) -> Slide:
        changes: dict[str, object] = {
            "notes": tuple(
                note.model_copy(update={"text": self._mask(note.text)}) if note.strong_language else note
                for note in slide.notes
            )
        }
        if isinstance(slide, VoicesSlide):
            changes["voices"] = tuple(
                self._masked_voice(voice) if voice.strong_language else voice for voice in slide.voices
            )
        return slide.model_copy(update=changes)

    def _masked_voice(self, voice: Voice) -> Voice:
        texts = {name: getattr(voice, name) for name in ("quote", "context", "attribution")}
        if not any(self._known.search(text) for text in texts.values() if text):
            return voice.model_copy(update={"quote": self._mask(voice.quote)})
        return voice.model_copy(update={name: self._hidden(text)[0] for name, text in texts.items() if text})

    def _hidden(self, text: Text) -> tuple[Text, int]:
        """Give a text with its strong words masked, and how many there were."""
        masked, count = self._known.subn(lambda match: self._starred(match.group()), text)
        # Within backticks the asterisks would not be Markdown's to read.
        return (Text(masked.replace("`", ""), text.origin), count) if count else (text, 0)

    def _starred(self, word: str) -> str:
        # With its first letter alone, a mild word is read as a worse one that begins with it: “f**** around”.
        last = word[-1] if self._mild.match(word) else ""
        return word[0] + r"\*" * (len(word) - 1 - len(last)) + last

    def _mask(self, text: Text) -> Text:
        masked, count = self._hidden(text)
        if not count:
            self._diagnostics.warn(
                "strong-word-unknown",
                "This is marked as strong language, and no word in it is known as strong, so none is masked.",
                text.origin,
                "Name the word under “strong_words” in pack.yaml.",
            )
        return masked

    def _in_notes(self, slide: VoicesSlide) -> VoicesSlide | PointsSlide:
        strong = [voice for voice in slide.voices if voice.strong_language]
        if not strong:
            return slide
        shown = tuple(voice for voice in slide.voices if not voice.strong_language)
        notes = (*(_as_note(voice) for voice in strong), *slide.notes)
        if shown:
            return slide.model_copy(update={"voices": shown, "notes": notes})
        points = slide.points or (Point(text=Text(words.STRONG_STAND_IN)),)
        carried = {name: getattr(slide, name) for name in SlideBase.model_fields if name != "notes"}
        return PointsSlide(kind="points", points=points, notes=notes, **carried)

    def _look(self, slide: Slide) -> None:
        """Warn of strong words in passages that are not marked."""
        for text in _unmarked(slide, []):
            found = self._plain.search(text)
            if found:
                self._diagnostics.warn(
                    "strong-language-not-marked",
                    f"“{found.group()}” is strong language, and the passage is not marked as such.",
                    text.origin.at_text(found.group()) if text.origin else None,
                    "Add “strong_language: true” to the quotation or the passage of the notes, so that presenters are "
                    "warned and agencies can mask it; elsewhere, say it in other words.",
                )


def _unmarked(value: object, found: list[Text]) -> list[Text]:
    """Add every text of a slide that is shown and not marked as strong language; gives the list."""
    if isinstance(value, Text):
        found.append(value)
    elif isinstance(value, tuple):
        for item in value:
            _unmarked(item, found)
    elif isinstance(value, BaseModel) and not (isinstance(value, Voice | Note) and value.strong_language):
        fields = value.__dict__
        for name in _shown(type(value)):
            part = fields[name]
            if part:  # most fields are not given
                _unmarked(part, found)
    return found


@cache
def _shown(model: type[BaseModel]) -> tuple[str, ...]:
    """Give the fields of a model that hold what is shown, and words that are marked where they are strong."""
    kept = _kept(model) - {"quote", "attribution"}
    return tuple(name for name in model.model_fields if name not in kept)


def _as_note(voice: Voice) -> Note:
    speaker = voice.attribution or words.SPEAKERS[voice.speaker]
    context = f"{voice.context}\n\n" if voice.context else ""
    text = f"{context}{words.NOT_ON_THE_SLIDE} “{voice.quote}” ({speaker})"
    return Note(text=Text(text, voice.quote.origin), strong_language=True)


class _Terms:
    """The pack's words and the agency's for them."""

    def __init__(self, terms: dict[str, str]) -> None:
        self._terms = {name.casefold(): term for name, term in terms.items()}
        # The longest first, so that a term inside another is not taken for it; the agency's own are left as they are.
        names = sorted({*terms.values(), *terms}, key=len, reverse=True)
        # A term may be broken over lines.
        found = "|".join(r"\s+".join(map(re.escape, name.split())) for name in names)
        self._names = re.compile(rf"(?<!\w)(?P<term>{found})(?P<plural>s?)(?!\w)", re.IGNORECASE)
        self._own = set(terms.values())
        self._beginnings = tuple(name.split()[0] for name in self._terms if name.strip())
        """How what is replaced begins: where none of them stands in a text, nobody need look closer."""

    def changed(self, text: Text) -> Text:
        """Give a text with the agency's terms, quotations as they were."""
        folded = text.casefold()
        if not any(beginning in folded for beginning in self._beginnings):
            return text
        pieces: list[str] = []
        start = 0
        for match in _PROTECTED.finditer(text):
            pieces += [self._names.sub(self._term, text[start : match.start()]), match.group()]
            start = match.end()
        pieces.append(self._names.sub(self._term, text[start:]))
        new = "".join(pieces)
        return text if new == text else Text(new, text.origin)

    def _term(self, match: re.Match[str]) -> str:
        found = " ".join(match["term"].split())
        term = self._terms.get(found.casefold())
        if term is None or found in self._own:
            return match.group()
        if found[0].isupper():
            term = term[0].upper() + term[1:]
        return term + match["plural"]


@cache
def _kept(model: type[BaseModel]) -> frozenset[str]:
    return frozenset(name for base, names in _KEPT.items() if issubclass(model, base) for name in names)


def _reworded(model: ModelT, change: Change) -> ModelT:
    kept = _kept(type(model))
    changes = {}
    for name, value in model.__dict__.items():
        if value and name not in kept:
            new = _changed(value, change)
            if new is not value:
                changes[name] = new
    return model.model_copy(update=changes) if changes else model


def _changed(value: object, change: Change) -> object:
    if isinstance(value, Text):
        return change(value)
    if isinstance(value, BaseModel):
        return value if isinstance(value, _UNTOUCHED) else _reworded(value, change)
    if isinstance(value, tuple):
        items = tuple(_changed(item, change) for item in value)
        return value if all(new is old for new, old in zip(items, value, strict=True)) else items
    if isinstance(value, dict):
        return {key: _changed(item, change) for key, item in value.items()}
    return value
