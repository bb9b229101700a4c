"""Where the fields of a settled document stand, and what each of them asks."""

from collections.abc import Iterable

from lxml import etree

from deckbuilder.office.word.adopt.wml import descendants, w
from deckbuilder.office.word.returned.controls import Control, Kind
from deckbuilder.office.word.returned.headings import Styles, one_line, parts_of
from deckbuilder.office.word.returned.places import Place, is_one_column, words_before
from deckbuilder.office.word.returned.text import text_of

_HERE, _OTHER = "\0", "\1"  # XML holds neither


class Questions:
    """The controls of one document, which is settled, and the words around them."""

    def __init__(self, body: etree._Element, controls: Iterable[Control], styles: Styles) -> None:
        self.controls = {control.element: control for control in controls}
        """By their elements, in the order of the text."""
        self._styles = styles
        self._parts = parts_of(body, styles)
        self._places = {element: Place.of(control) for element, control in self.controls.items()}

    def place(self, control: Control) -> Place:
        """Say where a control stands."""
        return self._places[control.element]

    def part(self, element: etree._Element) -> str:
        """Give the heading above a control or a table; empty for none."""
        return self._parts.get(element, "")

    def within(self, element: etree._Element) -> list[Control]:
        """Give the controls in a part of the document."""
        return [self.controls[inner] for inner in descendants(element, "sdt")]

    def is_written(self, control: Control) -> bool:
        """Say whether a control has a table for itself: a written answer, with rows below it for a pen."""
        table = self.place(control).table
        return table is not None and is_one_column(table) and len(self.within(table)) == 1

    def of(self, control: Control) -> str:
        """Give what a control asks; of a check box the words of its option."""
        place = self.place(control)
        if place.is_in_columns and place.question:
            return place.question
        if control.kind is Kind.CHECK_BOX:
            return self.option(control)
        if place.table is None or self.is_written(control):
            return self._words_beside(control) or self.before(control)
        return control.alias or words_before(place.table, self._styles)

    def before(self, control: Control) -> str:
        """Give the words before the table of a control, or before its paragraph; else its title."""
        table = self.place(control).table
        paragraph = next(control.element.iterancestors(w("p")), control.element)
        return words_before(paragraph if table is None else table, self._styles) or control.alias

    def option(self, control: Control) -> str:
        """Give the words after a check box: in its cell or paragraph, or in the cells that follow."""
        place = self.place(control)
        around = place.cell if place.cell is not None else next(control.element.iterancestors(w("p")), None)
        words = ""
        if around is not None:
            instead = {other.element: _OTHER if other.kind is Kind.CHECK_BOX else "" for other in self.within(around)}
            after = text_of(around, instead | {control.element: _HERE}).partition(_HERE)[2]
            words = one_line(after.partition(_OTHER)[0])
        following = (one_line(text_of(cell)) for cell in place.cells_after())
        return words or control.words_within or " ".join(filter(None, following)) or control.alias

    def _words_beside(self, control: Control) -> str:
        """Give what stands in the paragraph of a control that is in no table."""
        paragraph = next(control.element.iterancestors(w("p")), None)
        if paragraph is None or self.place(control).table is not None:
            return ""
        return one_line(text_of(paragraph, dict.fromkeys(descendants(paragraph, "sdt"), "")))
