"""What the readers of a Word document share."""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct, field

from deckbuilder.office.reader.outline.leads import Leads
from deckbuilder.office.reader.outline.losses import Losses
from deckbuilder.office.reader.outline.pictures import Pictures
from deckbuilder.office.reader.outline.word_lists import Numbering
from deckbuilder.office.reader.parts import Element, Parts, find, local, name
from deckbuilder.office.reader.word_styles import WordStyles, value_of

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WRAPPERS = {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "bdo", "dir"}
_OF_STYLE = f"{name('w:rPr')}/*"
_DELETED = {"del", "moveFrom"}


class Surroundings(Struct):
    """A document around the text that is read: its parts, styles and lists, and where the reader stands."""

    parts: Parts
    main: str
    styles: WordStyles
    numbering: Numbering
    pictures: Pictures
    losses: Losses
    leads: Leads
    place: str = "the beginning"
    """The heading below which the reader stands."""
    references: list[tuple[str, str]] = field(default_factory=list)
    """Footnotes, endnotes and comments referred to in what was read, by the kind of their part and their ids."""
    referred: set[tuple[str, str]] = field(default_factory=set)
    """Those that were read already."""
    _looks: dict[str, dict[str, Element]] = field(default_factory=dict)
    notes: dict[str, dict[str, Element]] = field(default_factory=dict)
    """The footnotes and the like by their ids, by the kind of their part."""
    spoken: Counter[str] = field(default_factory=Counter)

    def lost(self, what: str) -> None:
        """Note a loss at the place where the reader stands."""
        self.losses.add(self.place, what)

    def look(self, run: Element) -> dict[str, Element]:
        """Give what a run and its character style say of its look, by the names of the properties."""
        own = find(run, "w:rPr")
        style = value_of(find(own, "w:rStyle")) if own is not None else ""
        if style not in self._looks:
            found: dict[str, Element] = {}
            for each in reversed(self.styles.chain(style)):
                found.update((local(item), item) for item in each.iterfind(_OF_STYLE))
            self._looks[style] = found
        if own is None:
            return self._looks[style]
        return self._looks[style] | {local(item): item for item in own}

    def style_names(self, paragraph: Element) -> list[str]:
        """Give the names of a paragraph's style and of those it is based on, in small letters, nearest first."""
        chain = self.styles.paragraph_chain(paragraph)
        return [value_of(style.find(name("w:name"))).casefold() for style in chain]


def unwrapped(holder: Element, around: Surroundings | None = None) -> Iterator[Element]:
    """Give the elements of a body, a row or a paragraph, with those that controls and insertions hold in their place.

    What was deleted is passed over, and said where `around` is given.
    """
    for item in holder:
        kind = local(item)
        if item.tag == MC + "AlternateContent":
            branch = item.find(MC + "Choice")
            branch = item.find(MC + "Fallback") if branch is None else branch
            if branch is not None:
                yield from unwrapped(branch, around)
        elif kind == "sdt" and _asks(item):
            continue
        elif kind in _WRAPPERS:
            yield from unwrapped(item, around)
        elif kind in _DELETED:
            if around is not None:
                _note_deleted(item, around)
        else:
            yield item


def _asks(control: Element) -> bool:
    """Say whether a control shows what it asks for, and nothing that somebody typed."""
    mark = control.find(f"{name('w:sdtPr')}/{name('w:showingPlcHdr')}")
    return mark is not None and value_of(mark) not in {"0", "false", "off"}


def _note_deleted(item: Element, around: Surroundings) -> None:
    words = "".join(part.text or "" for part in item.iter(name("w:delText"), name("w:t")))
    if words.strip() and local(item) == "del":
        shown = " ".join(words.split())
        around.lost(f"Text that is marked as deleted is not carried: “{shown[:300]}”.")
