"""Which script a text is in: the language it is read out and spelled in, the fonts it needs, and which way it runs.

A pack has one language; a quotation in another script is still said as what it is, so that a screen reader changes its
voice and no spelling is marked as wrong. Of languages that share a script the likeliest is taken; letters that only
one of them has decide.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from deckbuilder.office import xml

COMPLEX, EAST_ASIAN, PLAIN = "complex", "east-asian", "plain"
"""The three kinds of script by which Office formats choose fonts and languages (ECMA-376 Part 1, 17.3.2.26)."""


class Script(Struct, frozen=True):
    """A script, and what Office wants to know of it."""

    code: str
    """ISO 15924, as a theme names it (ECMA-376 Part 1, 20.1.4.1.16)."""
    letters: str
    """Its characters, as the inside of a class of a regular expression."""
    tag: str
    """The language taken where the pack's is none of its own."""
    languages: frozenset[str]
    """The languages that are written in it, by the first part of their tags."""
    font: str = ""
    """A font that Windows and Office have for it; empty where the brand's own will have it."""
    kind: str = COMPLEX
    leftwards: bool = False
    """Whether it runs from right to left."""
    told_by: tuple[tuple[str, str], ...] = ()
    """Letters, as the inside of a class, and the language that they tell."""


def _languages(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SCRIPTS = (
    Script(
        "Arab", r"\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc", "ar-SA",
        _languages("ar fa ur ps sd ug ckb prs"), "Arial", leftwards=True,
        told_by=((r"\u0679\u0688\u0691\u06ba\u06d2", "ur-PK"), (r"\u067e\u0686\u0698\u06af\u06cc", "fa-IR")),
    ),
    Script("Hebr", r"\u0590-\u05ff\ufb1d-\ufb4f", "he-IL", _languages("he yi"), "Arial", leftwards=True),
    Script(
        "Jpan", r"\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9d", "ja-JP", _languages("ja"), "Yu Gothic", EAST_ASIAN
    ),
    Script(
        "Hang", r"\u1100-\u11ff\u3130-\u318f\uac00-\ud7af", "ko-KR", _languages("ko"), "Malgun Gothic", EAST_ASIAN
    ),
    Script(
        "Hans",
        r"\u2e80-\u2fdf\u3001-\u3003\u3005-\u301f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff65\U00020000-\U0003134f",
        "zh-CN", _languages("zh ja ko"), "Microsoft YaHei", EAST_ASIAN, told_by=((r"\u3040-\u30ff", "ja-JP"),),
    ),
    Script("Grek", r"\u0370-\u03ff\u1f00-\u1fff", "el-GR", _languages("el"), kind=PLAIN),
    Script(
        "Cyrl", r"\u0400-\u052f", "ru-RU", _languages("ru uk be bg sr mk kk ky mn tg"), kind=PLAIN,
        told_by=((r"\u0404\u0406\u0407\u0454\u0456\u0457\u0490\u0491", "uk-UA"),),
    ),
    Script("Deva", r"\u0900-\u097f", "hi-IN", _languages("hi mr ne sa"), "Nirmala UI"),
    Script("Beng", r"\u0980-\u09ff", "bn-BD", _languages("bn as"), "Nirmala UI"),
    Script("Guru", r"\u0a00-\u0a7f", "pa-IN", _languages("pa"), "Nirmala UI"),
    Script("Gujr", r"\u0a80-\u0aff", "gu-IN", _languages("gu"), "Nirmala UI"),
    Script("Taml", r"\u0b80-\u0bff", "ta-IN", _languages("ta"), "Nirmala UI"),
    Script("Thai", r"\u0e00-\u0e7f", "th-TH", _languages("th"), "Leelawadee UI"),
)  # fmt: skip
_NOT_LATIN = re.compile(r"[^\x00-\u036f\u1e00-\u1eff\u2000-\u2e7f]")
"""What may be of another script: everything but Latin letters, punctuation and symbols."""
_BY_CODE = {script.code: script for script in _SCRIPTS}
_LATIN = Script("Latn", "", "en-GB", frozenset(), kind=PLAIN)


class Span(Struct, frozen=True):
    """Characters that are in one script."""

    text: str
    language: str
    """By its tag (BCP 47)."""
    foreign: bool = False
    """Whether the language is another than the document's."""
    kind: str = PLAIN
    leftwards: bool = False


def spans(text: str, language: str, *, leftwards: bool) -> list[Span]:
    """Cut a text of a paragraph where its script changes; `leftwards` says which way the paragraph runs.

    What has no script, such as spaces, digits and emoji, stays with its neighbour: where the two sides run in different
    directions, with the one that runs as the paragraph does.
    """
    own = _own(language)
    if own is _LATIN and (text.isascii() or not _NOT_LATIN.search(text)):
        return [Span(text, language)]
    return [_span(part, script, text, language, own) for part, script in _parts(text, own, leftwards=leftwards)]


@cache
def _own(language: str) -> Script:
    """Give the script that a language is written in, by its tag."""
    name = language.split("-", maxsplit=1)[0].lower()
    return next((script for script in _SCRIPTS if name in script.languages), _LATIN)


def _span(part: str, script: Script, text: str, language: str, own: Script) -> Span:
    if script is own or language.split("-", maxsplit=1)[0].lower() in script.languages:
        return Span(part, language, kind=script.kind, leftwards=script.leftwards)
    told = (tag for letters, tag in script.told_by if re.search(f"[{letters}]", text))
    return Span(part, next(told, script.tag), foreign=True, kind=script.kind, leftwards=script.leftwards)


def _parts(text: str, own: Script, *, leftwards: bool) -> Iterator[tuple[str, Script]]:
    """Give the text in parts, each with its script."""
    base = own if own.leftwards == leftwards else None
    current: Script | None = None
    part = neutral = ""
    for character in text:
        script = _script(character)
        if script is None:
            neutral += character
        elif current is None or script is current:
            part, neutral, current = part + neutral + character, "", script
        else:
            if current.leftwards in (leftwards, script.leftwards):
                part, neutral = part + neutral, ""
            yield part, current
            part, neutral, current = neutral + character, "", script
    if current is not None and current.leftwards != leftwards and neutral and base is not None:
        yield part, current
        part, neutral, current = neutral, "", base
    yield part + neutral, current or own


@cache
def _named() -> re.Pattern[str]:
    """Give what tells the scripts apart: it takes longer to make than most packs take to read."""
    return re.compile("|".join(f"(?P<{script.code}>[{script.letters}])" for script in _SCRIPTS))


@cache
def _script(character: str) -> Script | None:
    """Give a character's script; None where it has none."""
    found = _named().match(character)
    if found and found.lastgroup:
        script = _BY_CODE[found.lastgroup]
        return script if script.kind == EAST_ASIAN or unicodedata.category(character)[0] in "LM" else None
    return _LATIN if unicodedata.category(character)[0] == "L" else None


def with_fonts(theme: str) -> str:
    """Give a theme part whose two fonts say what stands in for them in other scripts (20.1.4.1.16).

    Slides so name no font of their own, and PowerPoint does not have to guess one.
    """
    fonts = "".join(
        f'<a:font script="{script.code}" typeface="{xml.attribute(script.font)}"/>'
        for script in _SCRIPTS
        if script.font
    )
    fonts += '<a:font script="Hant" typeface="Microsoft JhengHei"/>'
    return theme.replace('<a:cs typeface=""/></a:m', f'<a:cs typeface=""/>{fonts}</a:m')
