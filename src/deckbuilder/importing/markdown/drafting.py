"""Slides as they grow while a Markdown file is read."""

from msgspec import Struct, field

from deckbuilder.ir.outline import Loss, OutlineBlock, OutlineColumn, OutlineSlide
from deckbuilder.ir.text import ListKind, Paragraph, Run


class Draft(Struct):
    """A slide in the making."""

    place: str
    title: tuple[Run, ...] = ()
    subtitle: tuple[Run, ...] = ()
    level: int = 0
    """That of its heading; 0 where it has none."""
    anchor: str = ""
    """What links name it by."""
    body: list[OutlineBlock] = field(default_factory=list)
    notes: list[Paragraph] = field(default_factory=list)
    had_list: bool = False
    """Whether a list stands in it, so that the paragraphs to come are notes."""
    in_notes: bool = False
    """Whether all that is to come are notes."""
    headings: int = 0
    layout: str = ""
    section: str = ""

    @property
    def is_bare(self) -> bool:
        """Whether there is nothing beside its heading."""
        return not self.body and not self.notes and not self.subtitle

    @property
    def is_prose(self) -> bool:
        """Whether there is nothing but paragraphs in it."""
        return all(isinstance(block, Paragraph) and block.list is ListKind.NONE for block in self.body)

    def finished(self) -> OutlineSlide:
        """Give the slide."""
        return OutlineSlide(
            place=self.place,
            title=self.title,
            subtitle=self.subtitle,
            body=tuple(self.body),
            notes=tuple(self.notes),
            section=self.section,
            layout=self.layout,
        )


class Losses(Struct):
    """What is lost, each kind of thing once with the places where it is."""

    found: list[Loss] = field(default_factory=list)
    _again: dict[str, list[str]] = field(default_factory=dict)

    def say(self, place: str, what: str) -> None:
        """Note something at its place."""
        self.found.append(Loss(place, what))

    def gather(self, place: str, what: str) -> None:
        """Note something that may come many times: it is said once, with the first places."""
        self._again.setdefault(what, []).append(place)

    def all(self) -> tuple[Loss, ...]:
        """Give them, those that were gathered at the end."""
        gathered = (Loss(_listed(places), what) for what, places in self._again.items())
        return (*self.found, *gathered)


def _listed(places: list[str]) -> str:
    several = list(dict.fromkeys(places))
    if len(several) == 1:
        return several[0]
    numbers = [place.removeprefix("line ") for place in several[:_MOST_PLACES]]
    more = f" and {len(several) - _MOST_PLACES} more" if len(several) > _MOST_PLACES else ""
    return f"lines {', '.join(numbers)}{more}"


_MOST_PLACES = 12


def add_sections(drafts: list[Draft]) -> None:
    """Let a heading with nothing below it but lower headings open a section, until the next of its level or higher."""
    level, name = 0, ""
    for index, draft in enumerate(drafts):
        following = drafts[index + 1].level if index + 1 < len(drafts) else 0
        if draft.level and draft.is_bare and draft.layout != "title" and following > draft.level:
            draft.layout = "section"
            level, name = draft.level, "".join(run.text for run in draft.title)
        elif level and draft.level and draft.level <= level:
            level, name = draft.level, "".join(run.text for run in draft.title)
        draft.section = name


def columns_of(blocks: list[OutlineBlock]) -> tuple[OutlineColumn, list[OutlineBlock]]:
    """Make a column of what stands in a div for one, with its first paragraph as its heading where that is strong."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    others: list[OutlineBlock] = [block for block in blocks if not isinstance(block, Paragraph)]
    heading: tuple[Run, ...] = ()
    if paragraphs and paragraphs[0].list is ListKind.NONE and all(run.strong for run in paragraphs[0].runs):
        heading = tuple(Run(run.text, emphasis=run.emphasis, link=run.link) for run in paragraphs.pop(0).runs)
    return OutlineColumn(heading, tuple(paragraphs)), others
