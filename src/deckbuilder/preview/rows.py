"""The slides of a page in their order: those of one theme, or of two side by side."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from deckbuilder.preview.problems import Problem
from deckbuilder.preview.showing import Showing, ShownSlide


class Row(Struct, frozen=True):
    """A slide, and what it is under the theme beside."""

    slide: ShownSlide
    """Under the theme; where that has no such slide, under the theme beside."""
    here: ShownSlide | None
    beside: ShownSlide | None
    problems: tuple[Problem, ...]
    heading: str
    """The section or session that begins here; empty where none does."""

    @property
    def gravest(self) -> str:
        """The severity of the gravest problem; empty for none."""
        return self.problems[0].severity if self.problems else ""


def rows_of(
    showing: Showing, beside: Showing | None, problems: Sequence[Problem], beside_problems: Sequence[Problem]
) -> list[Row]:
    """Give the rows of a page; problems stand at the first part of their slide, the gravest first."""
    others = {slide.key: slide for slide in beside.slides} if beside else {}
    rows: list[Row] = []
    last: tuple[int, str] | None = None
    for slide, here in _in_order(showing.slides, beside.slides if beside else ()):
        group = (slide.session, slide.section)
        heading = ""
        if group != last:
            several = len(showing.sessions) > 1 and (last is None or last[0] != slide.session)
            session = showing.sessions[slide.session].delivery.title if several else ""
            heading = ": ".join(filter(None, (session, slide.section)))
            last = group
        found: tuple[Problem, ...] = ()
        if slide.part == 1:
            mine = [each for each in (*problems, *beside_problems) if each.slide == slide.id]
            found = tuple(sorted(dict.fromkeys(mine), key=lambda each: _GRAVITY.index(each.severity)))
        rows.append(Row(slide, here, others.get(slide.key), found, heading))
    return rows


_GRAVITY = ("error", "warning", "advice")


def _in_order(
    slides: Sequence[ShownSlide], others: Sequence[ShownSlide]
) -> Iterator[tuple[ShownSlide, ShownSlide | None]]:
    """Give the slides of a theme, and after each those that only the theme beside has there."""
    mine = {slide.key for slide in slides}
    after: dict[str, list[ShownSlide]] = {}
    last = ""
    for slide in others:
        if slide.key in mine:
            last = slide.key
        else:
            after.setdefault(last, []).append(slide)
    yield from ((slide, None) for slide in after.get("", ()))
    for slide in slides:
        yield slide, slide
        yield from ((other, None) for other in after.get(slide.key, ()))
