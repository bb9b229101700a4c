"""From the fields of a document to answers, in the order of the file."""

import re
from collections.abc import Iterator

from lxml import etree

from deckbuilder.ir.answers import GivenAnswer
from deckbuilder.office.word.adopt.wml import descendants, w
from deckbuilder.office.word.returned.controls import Control, Kind
from deckbuilder.office.word.returned.headings import Styles
from deckbuilder.office.word.returned.lost_tags import kept
from deckbuilder.office.word.returned.places import cells_of, holds_control, is_one_column, rows_of, words_before
from deckbuilder.office.word.returned.questions import Questions
from deckbuilder.office.word.returned.text import joined, text_of

_OPTION = re.compile(r"(?P<question>.+)\.o\d+")
_ROW = re.compile(r"(?P<table>.+)\.r(?P<row>\d+)\.(?P<column>[^.]+)")
_HERE = "\0"  # XML does not hold it


class AnswerReader:
    """Reads the answers of one document, which is settled and holds no prompts."""

    def __init__(self, body: etree._Element, questions: Questions, styles: Styles) -> None:
        self._body = body
        self._styles = styles
        self._questions = questions
        self._controls = questions.controls
        self._options: dict[str, list[Control]] = {}
        for control in self._controls.values():
            self._options.setdefault(_question_of(control), []).append(control)

    def answers(self) -> list[GivenAnswer]:
        """Give what was answered."""
        found: list[GivenAnswer] = []
        last_of = {self._questions.place(control).table: element for element, control in self._controls.items()}
        for element in descendants(self._body, "tbl", "sdt"):
            if element.tag == w("sdt"):
                control = self._controls[element]
                found += self._of_control(control)
                table = self._questions.place(control).table
                if table is not None and last_of[table] is element:
                    found += self._further_rows(table)
            elif self._is_room_without_field(element):
                found.append(self._answer("", element, words_before(element, self._styles), self._written(element)))
        return [answer for answer in found if answer.text]

    def _of_control(self, control: Control) -> Iterator[GivenAnswer]:
        element = control.element
        tag = _question_of(control)
        if not tag:
            yield self._answer(control.tag, element, self._questions.of(control), self._text(control))
            return
        # The question is answered where its first option stands.
        options = self._options[tag]
        if options[0] is control:
            ticked = dict.fromkeys(self._questions.option(other) for other in options if other.answer)
            yield self._answer(tag, element, self._questions.before(control), "; ".join(ticked))

    def _answer(self, tag: str, element: etree._Element, question: str, text: str) -> GivenAnswer:
        control = self._controls.get(element)
        title = control.alias if control else ""
        return GivenAnswer(kept(tag), self._questions.part(element), question, text, title)

    def _text(self, control: Control) -> str:
        """Give what was put into a control, and what was typed beside it in the room that is its own."""
        place = self._questions.place(control)
        if control.kind is Kind.CHECK_BOX or place.table is None:
            return control.answer
        if self._questions.is_written(control):
            return self._written(place.table, control)
        alone = place.cell is not None and len(self._questions.within(place.cell)) == 1
        return _with_text_beside(place.cell, control) if alone and place.cell is not None else control.answer

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
            and not self._questions.within(table)
            and next(table.iterancestors(w("sdt"), w("tbl")), None) is None
        )

    def _further_rows(self, table: etree._Element) -> Iterator[GivenAnswer]:
        """Read rows that somebody added below those of an action plan: their tags go on counting."""
        above: list[Control] = []
        last = 0
        for row in rows_of(table):
            cells = cells_of(row)
            inside = [control for cell in cells for control in self._questions.within(cell)]
            if inside or holds_control(row):
                numbers = [_ROW.fullmatch(control.tag) for control in inside]
                goes_on = all(numbers) or not any(kept(control.tag) for control in inside)
                above = inside if len(inside) == len(cells) > 1 and goes_on else []
                last = max([last, *(int(match["row"]) for match in numbers if match)])
            elif len(cells) == len(above):
                last += 1
                for control, cell in zip(above, cells, strict=True):
                    tag = _ROW.sub(rf"\g<table>.r{last}.\g<column>", control.tag)
                    yield self._answer(tag, table, self._questions.of(control), joined([text_of(cell)]))


def _question_of(control: Control) -> str:
    """Give what the options of a question have in common; empty for a control that is no option."""
    match = _OPTION.fullmatch(control.tag) if control.kind is Kind.CHECK_BOX else None
    return match["question"] if match else ""


def _with_text_beside(around: etree._Element, control: Control) -> str:
    """Give what was put into a control, between what was typed before and after it."""
    before, _, after = text_of(around, {control.element: _HERE}).partition(_HERE)
    return joined((*before.split("\n"), control.answer, *after.split("\n")))
