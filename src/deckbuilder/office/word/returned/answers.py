"""From the fields of a document to answers, in the order of the file."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from deckbuilder.ir.answers import GivenAnswer
from deckbuilder.office.word.adopt.wml import descendants, w
from deckbuilder.office.word.returned.controls import Control, Kind
from deckbuilder.office.word.returned.headings import Styles, one_line, parts_of
from deckbuilder.office.word.returned.lost_tags import kept
from deckbuilder.office.word.returned.places import (
    Place,
    cells_of,
    holds_control,
    is_one_column,
    rows_of,
    words_before,
)
from deckbuilder.office.word.returned.text import joined, text_of

_OPTION = re.compile(r"(?P<question>.+)\.o\d+")
_ROW = re.compile(r"(?P<table>.+)\.r(?P<row>\d+)\.(?P<column>[^.]+)")
_HERE, _OTHER = "\0", "\1"  # XML holds neither


class AnswerReader:
    """Reads the answers of one document, which is settled and holds no prompts."""

    def __init__(self, body: etree._Element, controls: Iterable[Control], styles: Styles) -> None:
        self._body = body
        self._styles = styles
        self._parts = parts_of(body, styles)
        self._controls = {control.element: control for control in controls}
        self._places = {element: Place.of(control) for element, control in self._controls.items()}
        self._options: dict[str, list[Control]] = {}
        for control in self._controls.values():
            self._options.setdefault(_question_of(control), []).append(control)

    def answers(self) -> list[GivenAnswer]:
        """Give what was answered."""
        found: list[GivenAnswer] = []
        last_of = {self._places[element].table: element for element in self._controls}
        for element in descendants(self._body, "tbl", "sdt"):
            if element.tag == w("sdt"):
                found += self._of_control(self._controls[element])
                table = self._places[element].table
                if table is not None and last_of[table] is element:
                    found += self._further_rows(table)
            elif self._is_room_without_field(element):
                found.append(self._answer("", element, words_before(element, self._styles), self._written(element)))
        return [answer for answer in found if answer.text]

    def _of_control(self, control: Control) -> Iterator[GivenAnswer]:
        element = control.element
        tag = _question_of(control)
        if not tag:
            yield self._answer(control.tag, element, self._question(control), self._text(control))
            return
        # The question is answered where its first option stands.
        options = self._options[tag]
        if options[0] is control:
            ticked = dict.fromkeys(self._option_words(other) for other in options if other.answer)
            question = words_before(self._outermost(control), self._styles) or control.alias
            yield self._answer(tag, element, question, "; ".join(ticked))

    def _answer(self, tag: str, element: etree._Element, question: str, text: str) -> GivenAnswer:
        control = self._controls.get(element)
        title = control.alias if control else ""
        return GivenAnswer(kept(tag), self._parts.get(element, ""), question, text, title)

    def _text(self, control: Control) -> str:
        """Give what was put into a control, and what was typed beside it in the room that is its own."""
        place = self._places[control.element]
        if control.kind is Kind.CHECK_BOX or place.table is None:
            return control.answer
        if self._is_written(control):
            return self._written(place.table, control)
        alone = place.cell is not None and len(self._within(place.cell)) == 1
        return _with_text_beside(place.cell, control) if alone and place.cell is not None else control.answer

    def _is_written(self, control: Control) -> bool:
        """Say whether a control has a table for itself: a written answer, with rows below it for a pen."""
        table = self._places[control.element].table
        return table is not None and is_one_column(table) and len(self._within(table)) == 1

    def _written(self, table: etree._Element, control: Control | None = None) -> str:
        """Give the text of the room for an answer, with what was typed directly below it."""
        below = []
        for paragraph in table.itersiblings():
            if not self._styles.ends_table(paragraph):
                break
            below.append("" if holds_control(paragraph) else text_of(paragraph))
        rows = [text_of(row) for row in rows_of(table)] if control is None else [_with_text_beside(table, control)]
        return joined((*rows, *below))

    def _is_room_without_field(self, table: etree._Element) -> bool:
        """Say whether a table is room for an answer whose field somebody took out."""
        return (
            self._styles.is_answer_room(table)
            and is_one_column(table)
            and not self._within(table)
            and next(table.iterancestors(w("sdt"), w("tbl")), None) is None
        )

    def _within(self, element: etree._Element) -> list[Control]:
        return [self._controls[inner] for inner in descendants(element, "sdt")]

    def _question(self, control: Control) -> str:
        place = self._places[control.element]
        if place.is_in_columns and place.question:
            return place.question
        if control.kind is Kind.CHECK_BOX:
            return self._option_words(control)
        if place.table is None or self._is_written(control):
            return self._words_beside(control) or words_before(self._outermost(control), self._styles) or control.alias
        return control.alias or words_before(place.table, self._styles)

    def _words_beside(self, control: Control) -> str:
        """Give what stands in the paragraph of a control that is in no table."""
        paragraph = next(control.element.iterancestors(w("p")), None)
        if paragraph is None or self._places[control.element].table is not None:
            return ""
        return one_line(text_of(paragraph, dict.fromkeys(descendants(paragraph, "sdt"), "")))

    def _outermost(self, control: Control) -> etree._Element:
        """Give what the words of a question stand before: the table, or else the paragraph."""
        table = self._places[control.element].table
        paragraph = next(control.element.iterancestors(w("p")), control.element)
        return paragraph if table is None else table

    def _option_words(self, control: Control) -> str:
        """Give the words after a check box: in its cell or paragraph, or in the cells that follow."""
        place = self._places[control.element]
        around = place.cell if place.cell is not None else next(control.element.iterancestors(w("p")), None)
        words = ""
        if around is not None:
            instead = {other.element: _OTHER if other.kind is Kind.CHECK_BOX else "" for other in self._within(around)}
            after = text_of(around, instead | {control.element: _HERE}).partition(_HERE)[2]
            words = one_line(after.partition(_OTHER)[0])
        following = (one_line(text_of(cell)) for cell in place.cells_after())
        return words or control.words_within or " ".join(filter(None, following)) or control.alias

    def _further_rows(self, table: etree._Element) -> Iterator[GivenAnswer]:
        """Read rows that somebody added below those of an action plan: their tags go on counting."""
        above: list[Control] = []
        last = 0
        for row in rows_of(table):
            cells = cells_of(row)
            inside = [control for cell in cells for control in self._within(cell)]
            if inside or holds_control(row):
                numbers = [_ROW.fullmatch(control.tag) for control in inside]
                above = inside if len(inside) == len(cells) > 1 and all(numbers) else []
                last = max([last, *(int(match["row"]) for match in numbers if match)])
            elif len(cells) == len(above):
                last += 1
                for control, cell in zip(above, cells, strict=True):
                    tag = _ROW.sub(rf"\g<table>.r{last}.\g<column>", control.tag)
                    yield self._answer(tag, table, self._question(control), joined([text_of(cell)]))


def _question_of(control: Control) -> str:
    """Give what the options of a question have in common; empty for a control that is no option."""
    match = _OPTION.fullmatch(control.tag) if control.kind is Kind.CHECK_BOX else None
    return match["question"] if match else ""


def _with_text_beside(around: etree._Element, control: Control) -> str:
    """Give what was put into a control, between what was typed before and after it."""
    before, _, after = text_of(around, {control.element: _HERE}).partition(_HERE)
    return joined((*before.split("\n"), control.answer, *after.split("\n")))
