"""From a file that came back to a worksheet, or to the reason why it is none."""

import re
from collections.abc import Sequence

from lxml import etree

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.answers import NamedField, ReturnedFile, Worksheet
from deckbuilder.office.word.adopt.wml import descendants
from deckbuilder.office.word.returned.answers import AnswerReader
from deckbuilder.office.word.returned.controls import Control
from deckbuilder.office.word.returned.headings import Styles, one_line
from deckbuilder.office.word.returned.lost_tags import has_fields, mark_fields, named_fields, restored
from deckbuilder.office.word.returned.opening import Opened, opened, warn_of_other
from deckbuilder.office.word.returned.prompts import take_out_prompts
from deckbuilder.office.word.returned.questions import Questions
from deckbuilder.office.word.returned.settled import settle, tag_of
from deckbuilder.office.word.returned.text import text_of

_OURS = re.compile(
    r"(?:about|log)\.[a-z0-9-]+|[a-z0-9][a-z0-9-]*\.(?:q\d+(?:\.o\d+)?|r\d+\.(?:what|who|when|done|before|after|c\d+))"
)
"""The forms that the tags of a worksheet have."""
_OUR_HEADINGS = frozenset(
    {"how to use this worksheet", "action plan", "reflection and development log", "how confident are you?"}
)
_OUR_OTHERS = {"facilitator guide", "cover note"}
"""What the properties of our documents without fields call them."""
_TITLE = re.compile(r"(?P<pack>.+?): worksheet(?:: .+)?")


def read_worksheet(
    file: ReturnedFile, diagnostics: Diagnostics, known: Sequence[tuple[NamedField, ...]] = ()
) -> Worksheet | None:
    """Read what somebody wrote into a worksheet; None, with a warning, for any other file.

    `known` are the fields of other worksheets, by which those are found again whose tags a program has dropped.
    """
    document = opened(file, diagnostics)
    if document is None:
        return None
    body, custom, core = document.body, _custom(document), _core(document)
    styles = Styles(document.related("styles"))
    tagged = _has_our_tags(body)
    if not tagged and not (_looks_like_ours(body, custom) and mark_fields(body, styles)):
        _say_what_it_is(file, body, custom, diagnostics)
        return None
    settle(body)
    questions = Questions(body, [Control.of(element) for element in descendants(body, "sdt")], styles)
    fields = named_fields(questions) if tagged else ()
    if not tagged:
        controls, are_found = restored(questions, known)
        questions = Questions(body, controls, styles)
        if not are_found:
            _advise_of_lost_tags(file, diagnostics)
    take_out_prompts(questions.controls.values(), document.related("glossaryDocument"))
    title = _TITLE.fullmatch(core.get("title", ""))
    return Worksheet(
        pack=custom.get("Pack", "") or (title["pack"] if title else ""),
        pack_version=custom.get("Pack version", ""),
        # Where a program has made the file anew, the creator is a person.
        agency=core.get("creator", "") if "Pack" in custom else "",
        theme=custom.get("Theme", ""),
        session=custom.get("Session", ""),
        answers=tuple(AnswerReader(body, questions, styles).answers()),
        fields=fields,
    )


def _has_our_tags(body: etree._Element) -> bool:
    return any(_OURS.fullmatch(tag_of(control)) for control in descendants(body, "sdt"))


def _looks_like_ours(body: etree._Element, custom: dict[str, str]) -> bool:
    texts = {one_line(text_of(paragraph)).casefold() for paragraph in descendants(body, "p")}
    return custom.get("Document", "") == "worksheet" or bool(texts & _OUR_HEADINGS)


def _advise_of_lost_tags(file: ReturnedFile, diagnostics: Diagnostics) -> None:
    diagnostics.advise(
        "worksheet-tags-lost",
        "The program that saved this file has dropped the tags of its fields: its answers are read, without tags.",
        file.origin,
        "Name the worksheet as it was sent out among the files too: the fields are then known by what they ask.",
    )


def _say_what_it_is(file: ReturnedFile, body: etree._Element, custom: dict[str, str], diagnostics: Diagnostics) -> None:
    """Warn of a document without a field of ours."""
    kind = custom.get("Document", "")
    if kind in _OUR_OTHERS:
        warn_of_other(file, f"is a {kind}, which asks for no answers", "Name the worksheets only.", diagnostics)
    elif _looks_like_ours(body, custom):
        diagnostics.warn(
            "worksheet-without-fields",
            "This file is a worksheet without its fields, so no answer in it can be told from other text.",
            file.origin,
            "The program it was filled in, or saved with, may have dropped them: copy the answers into a new worksheet.",
        )
    elif any(descendants(body, "ffData")) or has_fields(body):
        warn_of_other(
            file,
            "holds the fields of another form, and none of a worksheet",
            "If it was a worksheet, the program it was filled in may have replaced them.",
            diagnostics,
        )
    else:
        warn_of_other(file, "is a Word document, but no worksheet of ours", "Name the worksheets only.", diagnostics)


def _custom(document: Opened) -> dict[str, str]:
    """Give the custom properties by name (ECMA-376 Part 1, 22.3)."""
    root = document.properties("custom-properties")
    found = () if root is None else root
    return {item.get("name", ""): "".join(str(text) for text in item.itertext()).strip() for item in found}


def _core(document: Opened) -> dict[str, str]:
    """Give the title and the creator (ECMA-376 Part 2, 11); who saved the file last is not read."""
    root = document.properties("core-properties")
    found = () if root is None else root
    names = ((etree.QName(item).localname, item.text or "") for item in found)
    return {name: text.strip() for name, text in names if name in {"title", "creator"}}
