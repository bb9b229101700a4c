"""Text bodies of slides as paragraphs: levels, kinds of list, runs and links (ECMA-376 Part 1, 21.1.2)."""

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from deckbuilder.ir.text import ListKind, Paragraph, Run
from deckbuilder.office.reader.inheritance import Lineage
from deckbuilder.office.reader.outline.leads import Leads
from deckbuilder.office.reader.outline.losses import Losses, shown
from deckbuilder.office.reader.parts import Element, every, find, is_on, local, name, whole

_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)
"""The addresses that a pack may hold."""
_LAST_LEVEL = 8
_ESCAPED = re.compile(r"_x00([01][0-9A-Fa-f])_")
_TYPED = re.compile(r"[•▪●◦‣■○]\s+")
"""A bullet that somebody typed."""
TYPED = "Bullets that were typed as signs are carried as a list."
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


class SlideText(Struct, frozen=True):
    """Reads the text bodies of one slide, or of its notes."""

    lineage: Lineage
    place: str
    places: Mapping[str, str]
    """What each slide is called, by its part."""
    losses: Losses
    leads: Leads

    def paragraphs(self, body: Element | None, shape: Element) -> tuple[Paragraph, ...]:
        """Give the paragraphs of a body that hold any text."""
        found: list[Paragraph] = []
        counting: dict[int, bool] = {}
        for item in every(body, "a:p"):
            runs = self.runs(item)
            if not runs:
                continue
            own = find(item, "a:pPr")
            level = min(max(whole(own.get("lvl"), 0) if own is not None else 0, 0), _LAST_LEVEL)
            styles = ([own] if own is not None else []) + self.lineage.levels(shape, level)
            kind, start = _list_of(styles)
            if kind is ListKind.NUMBER:
                start = None if counting.get(level) and start in (None, 1) else start or 1
            counting = {known: on for known, on in counting.items() if known < level}
            counting[level] = kind is ListKind.NUMBER
            found.append(Paragraph(runs, level, kind, start))
        listed = tuple(as_list_item(each) for each in found)
        if listed != tuple(found):
            self.losses.add(self.place, TYPED)
        return listed

    def runs(self, paragraph: Element) -> tuple[Run, ...]:
        """Give the runs of a paragraph; none where it holds no text."""
        found: list[Run] = []
        for item in _pieces(paragraph):
            text = _text_of(item)
            if item.tag == _MATHS + "oMath":
                self.losses.add(self.place, f"A formula is carried as its signs alone: {shown(text)}.")
            if text:
                own = find(item, "a:rPr")
                found.append(self._run(text, own))
        return trimmed(joined(found))

    def _run(self, text: str, own: Element | None) -> Run:
        if own is None:
            return Run(text)
        if own.get("strike") in {"sngStrike", "dblStrike"} and text.strip():
            self.losses.add(self.place, f"The line through {shown(text)} is not carried, the words are.")
        if whole(own.get("baseline"), 0) and text.strip():
            where = "above" if whole(own.get("baseline"), 0) > 0 else "below"
            self.losses.add(self.place, f"{shown(text)}, set small and {where} the line, is carried on the line.")
        link = self.link(find(own, "a:hlinkClick"), text) if text.strip() else None
        return Run(text, is_on(own.get("b")), is_on(own.get("i")), link)

    def link(self, click: Element | None, text: str) -> str | None:
        """Give where a click leads: an address, or `#` and a slide's place; None for nowhere that a pack can name."""
        if click is None:
            return None
        identifier, action = click.get(name("r:id"), ""), click.get("action", "")
        leads = self.leads.of(self.lineage.slide).get(identifier)
        if leads is not None and leads.external and _ADDRESS.match(leads.target.strip()):
            return leads.target.strip()
        if leads is not None and not leads.external and leads.target in self.places:
            return "#" + self.places[leads.target]
        target = leads.target if leads is not None else action.partition("ppaction://")[2]
        if target or action:
            self.losses.add(self.place, f"The link of {shown(text)} to {shown(target or action, 80)} is not carried.")
        return None


def as_list_item(paragraph: Paragraph) -> Paragraph:
    """Give a paragraph before which somebody typed a bullet as an item of a list, without what was typed."""
    typed = _TYPED.match(paragraph.runs[0].text) if paragraph.runs and paragraph.list is not ListKind.NUMBER else None
    if typed is None:
        return paragraph
    first = replace(paragraph.runs[0], text=paragraph.runs[0].text[typed.end() :])
    rest = trimmed((first, *paragraph.runs[1:]))
    return replace(paragraph, runs=rest, list=ListKind.BULLET) if rest else paragraph


def joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Join neighbours that look the same; spaces alone look like what stands before them."""
    found: list[Run] = []
    for run in runs:
        look = (run.strong, run.emphasis, run.link)
        before = found[-1] if found else None
        bare = not run.text.strip() and run.link is None
        if before is not None and (look == (before.strong, before.emphasis, before.link) or (bare and not before.link)):
            found[-1] = replace(before, text=before.text + run.text)
        elif run.text:
            found.append(run)
    return tuple(found)


def trimmed(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Take away what is white at both ends."""
    left = list(runs)
    while left and not left[0].text.strip():
        del left[0]
    while left and not left[-1].text.strip():
        del left[-1]
    if left:
        left[0] = replace(left[0], text=left[0].text.lstrip())
        left[-1] = replace(left[-1], text=left[-1].text.rstrip())
    return tuple(left)


def in_one(paragraphs: Iterable[Paragraph], between: str = "\n") -> tuple[Run, ...]:
    """Put paragraphs into one, with line breaks between them."""
    found: list[Run] = []
    for paragraph in paragraphs:
        found += [Run(between), *paragraph.runs] if found else paragraph.runs
    return joined(found)


def as_heading(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Give runs without emphasis that all of them have: it is the look of a heading, and stresses no word."""
    strong, slanted = (all(getattr(run, what) for run in runs if run.text.strip()) for what in ("strong", "emphasis"))
    plain = (replace(run, strong=run.strong and not strong, emphasis=run.emphasis and not slanted) for run in runs)
    return joined(plain)


def _pieces(paragraph: Element) -> Iterable[Element]:
    for item in paragraph:
        if item.tag == _MC + "AlternateContent":
            branch = item.find(_MC + "Choice")
            yield from _pieces(branch if branch is not None else item)
        elif local(item) == "m":  # Office 2010's mathematics (MS-ODRAWXML, 2.21)
            yield from item.iter(_MATHS + "oMath")
        elif item.tag in {name("a:r"), name("a:fld"), name("a:br"), _MATHS + "oMath"}:
            yield item


def _text_of(item: Element) -> str:
    if item.tag == name("a:br"):
        return "\n"
    if item.tag == _MATHS + "oMath":
        return "".join(part.text or "" for part in item.iter(_MATHS + "t"))
    return _ESCAPED.sub(_meant, "".join(part.text or "" for part in every(item, "a:t")))


def _meant(escaped: re.Match[str]) -> str:
    """Give the character that is written by its number, since XML cannot hold it (22.9.2.19)."""
    number = int(escaped[1], 16)
    return "\n" if number in {0xA, 0xB, 0xD} else "\t" if number == 9 else ""


def _list_of(styles: Iterable[Element]) -> tuple[ListKind, int | None]:
    for style in styles:
        for item in style:
            match local(item):
                case "buNone":
                    return ListKind.NONE, None
                case "buChar":
                    return (ListKind.BULLET if item.get("char", "").strip() else ListKind.NONE), None
                case "buBlip":
                    return ListKind.BULLET, None
                case "buAutoNum":
                    return ListKind.NUMBER, max(whole(item.get("startAt"), 1), 1)
    return ListKind.NONE, None
