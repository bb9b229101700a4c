"""Reads the shapes of a slide into pieces, and notes what a pack cannot carry."""

from collections.abc import Callable, Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from deckbuilder.ir.outline import OutlinePicture
from deckbuilder.ir.template import Box
from deckbuilder.ir.text import Paragraph
from deckbuilder.office.reader.inheritance import Lineage, kind_of, own_box
from deckbuilder.office.reader.outline.charts import chart_of
from deckbuilder.office.reader.outline.diagrams import diagram_points
from deckbuilder.office.reader.outline.geometry import moved_out
from deckbuilder.office.reader.outline.losses import number_of, shown
from deckbuilder.office.reader.outline.pictures import Crop, Pictures, described
from deckbuilder.office.reader.outline.pieces import NOWHERE, Piece
from deckbuilder.office.reader.outline.slide_runs import SlideText
from deckbuilder.office.reader.outline.slide_tables import table_of
from deckbuilder.office.reader.parts import Element, every, find, is_decorative, is_on, local, name, whole

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_FOOT = {"ftr", "dt", "sldNum", "hdr", "sldImg"}
_SHAPES = {"sp", "pic", "graphicFrame", "grpSp", "cxnSp", "contentPart"}
_FILMS = {"videoFile": "A film", "audioFile": "A sound", "audioCd": "A sound", "wavAudioFile": "A sound"}
MOST_SHAPES = 2_000
"""The most shapes of a slide that are read."""
_DEEPEST = 60
_USUAL_SIZE = 1800

Mover = Callable[[Box | None], Box | None]


class SlideShapes(Struct):
    """Reads the shapes of one slide."""

    lineage: Lineage
    text: SlideText
    pictures: Pictures
    left_out: frozenset[str] = frozenset()
    """Pictures that stand on most slides, by their parts."""
    sized: bool = True
    """Whether the sizes of text in placeholders are asked for: where a title is marked, they tell nothing."""
    bare: int = 0
    """Lines, arrows and other shapes without words, so far."""
    pieces: list[Piece] = field(default_factory=list)
    _count: int = 0

    def read(self) -> list[Piece]:
        """Give the pieces in the order of the file."""
        tree = find(self.lineage.parts.xml(self.lineage.slide), "p:cSld/p:spTree")
        if tree is not None:
            self._all(tree, lambda box: box, 0)
        if self.bare:
            what = number_of(self.bare, "line or shape without words is", "lines and shapes without words are")
            self._lost(f"{what} not carried.")
        return self.pieces

    def _lost(self, what: str) -> None:
        self.text.losses.add(self.text.place, what)

    def _all(self, tree: Element, moved: Mover, depth: int) -> None:
        if depth > _DEEPEST:
            self._lost("A group within very many groups is not carried.")
            return
        for item in self._shapes_of(tree):
            properties = find(item, "./*/p:cNvPr")
            self._count += 1
            if self._count > MOST_SHAPES:
                self._lost(f"Only the first {MOST_SHAPES:,} shapes are read.")
                return
            if local(item) == "contentPart":
                self._lost("A drawing by hand (ink) is not carried.")
            elif properties is None:
                continue
            elif is_on(properties.get("hidden")):
                words = _words(item)
                self._lost(f"A hidden shape is not carried{f': {shown(words)}' if words else ''}.")
            elif local(item) == "grpSp":
                self._group(item, properties, moved, depth)
            else:
                self._one(item, properties, moved)

    def _shapes_of(self, tree: Element) -> Iterator[Element]:
        """Give the shapes of a tree; of several ways to say one (Part 3, 7.5), the first that says anything known."""
        for item in tree:
            if item.tag == _MC + "AlternateContent":
                choices = [[each for each in branch if local(each) in _SHAPES] for branch in item]
                known = next((found for found in choices if found and _is_known(found)), choices[-1] if choices else [])
                if known and known is not choices[0]:
                    self._lost("A drawing that only newer programs make is carried as older ones show it.")
                yield from known
            elif local(item) in _SHAPES:
                yield item

    def _group(self, item: Element, properties: Element, moved: Mover, depth: int) -> None:
        words = described(properties.get("descr", ""))
        if words:
            self._lost(f"The description of a group of shapes is not carried: {shown(words)}.")
        self._all(item, lambda box: moved(moved_out(box, item)), depth + 1)

    def _one(self, item: Element, properties: Element, moved: Mover) -> None:
        kind = local(item)
        mark = kind_of(item)
        if kind == "sp" and mark is not None and mark[0] in _FOOT:
            return
        box = moved(self.lineage.box(item) if kind in {"sp", "pic"} else own_box(item)) or NOWHERE
        piece = Piece(box, (), None if mark is None else mark[0], whole(mark[1], 0) if mark else 0)
        if kind == "sp":
            self._shape(item, properties, piece)
        elif kind == "pic":
            self._picture(item, properties, piece)
        elif kind == "graphicFrame":
            self._frame(item, properties, piece)
        else:
            self.bare += 1

    def _shape(self, item: Element, properties: Element, piece: Piece) -> None:
        filling = find(item, "p:spPr/a:blipFill")
        if filling is not None:
            self._show(filling, properties, piece)
        paragraphs = self.text.paragraphs(find(item, "p:txBody"), item)
        click = find(properties, "a:hlinkClick")
        link = self.text.link(click, _words(item) or "a shape")
        if paragraphs:
            if link:
                paragraphs = tuple(_linked(paragraph, link) for paragraph in paragraphs)
            bent = find(item, "p:txBody/a:bodyPr/a:prstTxWarp")
            if bent is not None and bent.get("prst") != "textNoShape":
                self._lost(f"WordArt is carried as plain words: {shown(_words(item))}.")
            size, strong = self._look(item) if self.sized or piece.holder is None else (0.0, False)
            self.pieces.append(replace(piece, blocks=paragraphs, size=size, strong=strong))
        elif filling is None and piece.holder is None:
            words = described(properties.get("descr", ""))
            if words:
                self._lost(f"A drawn shape is not carried; it is described as {shown(words)}.")
            else:
                self.bare += 1

    def _look(self, item: Element) -> tuple[float, bool]:
        """Give the largest size of a shape's text, and whether all of it is bold."""
        sizes, bold = [0], True
        for paragraph in every(item, "p:txBody/a:p"):
            own = find(paragraph, "a:pPr")
            level = min(max(whole(own.get("lvl"), 0) if own is not None else 0, 0), 8)
            styles = [
                found for style in self.lineage.levels(item, level) if (found := find(style, "a:defRPr")) is not None
            ]
            for run in every(paragraph, "a:r"):
                looks = [look for look in (find(run, "a:rPr"), *styles) if look is not None]
                sizes.append(whole(next((value for look in looks if (value := look.get("sz"))), None), _USUAL_SIZE))
                bold = bold and is_on(next((value for look in looks if (value := look.get("b"))), None))
        return max(sizes) / 100, bold

    def _picture(self, item: Element, properties: Element, piece: Piece) -> None:
        film = next((what for key, what in _FILMS.items() if find(item, f"p:nvPicPr/p:nvPr/a:{key}") is not None), "")
        if film:
            called = properties.get("descr", "").strip() or properties.get("name", "")
            self._lost(f"{film} is not carried: {shown(called)}.")
            return
        filling = find(item, "p:blipFill")
        if filling is not None:
            self._show(filling, properties, piece)
        if find(properties, "a:hlinkClick") is not None:
            called = properties.get("descr", "").strip() or properties.get("name", "")
            self._lost(f"The link of the picture {shown(called, 80)} is not carried.")

    def _show(self, filling: Element, properties: Element, piece: Piece) -> None:
        words = described(properties.get("descr", ""))
        called = shown(words or properties.get("name", ""), 80)
        blip = find(filling, "a:blip")
        embedded = blip.get(name("r:embed")) if blip is not None else None
        part = self.text.leads.part(self.lineage.slide, embedded) if embedded else None
        if part is None:
            self._lost(f"The picture {called} is not in the file, only a link to it, and is not carried.")
        elif part not in self.left_out:
            found = self.pictures.of(part, _crop(filling))
            if isinstance(found, OutlinePicture):
                shown_as = replace(found, description=words, decorative=is_decorative(properties))
                self.pieces.append(replace(piece, blocks=(shown_as,)))
            else:
                self._lost(f"The picture {called} is not carried: {found}.")

    def _frame(self, item: Element, properties: Element, piece: Piece) -> None:
        said = properties.get("descr", "").strip()
        data = find(item, "a:graphic/a:graphicData")
        table = find(data, "a:tbl")
        chart = find(data, "c:chart")
        source = self.lineage.slide
        if table is not None:
            found = table_of(table, item, self.text, said)
            if found.rows or found.header:
                self.pieces.append(replace(piece, blocks=(found,)))
            return
        if chart is not None:
            space = self.text.leads.root(source, chart.get(name("r:id"), ""))
            drawn = chart_of(space, self.text.place, self.text.losses, said) if space is not None else None
            if drawn is not None:
                self.pieces.append(replace(piece, blocks=(drawn,)))
            elif space is None:
                self._lost("A chart is not in the file, only its place, and is not carried.")
            return
        points = diagram_points(item, source, self.text)
        called = f" described as {shown(said)}" if said else ""
        if points:
            self._lost(f"A SmartArt drawing{called} is carried as its points alone.")
            size = _USUAL_SIZE / 100
            self.pieces.append(replace(piece, blocks=points, size=size))
            return
        self._other(item, properties, piece, called)

    def _other(self, item: Element, properties: Element, piece: Piece, called: str) -> None:
        """Note an object of another program; where it brings a picture of itself, that is carried."""
        data = find(item, "a:graphic/a:graphicData")
        embedded = next(item.iter(name("p:oleObj")), None)
        if embedded is not None:
            program = embedded.get("progId", "").partition(".")[0] or "another program"
            self._lost(f"An object of {program}{called} is not carried, only its picture where it has one.")
            filling = next(item.iter(name("p:blipFill")), None)
            if filling is not None:
                self._show(filling, properties, piece)
            return
        kind = (data.get("uri", "") if data is not None else "").rpartition("/")[2]
        if kind == "diagram":
            self._lost(f"A SmartArt drawing{called} without words is not carried.")
            return
        self._lost(f"A drawing{called} that PowerPoint makes of data ({kind or 'unknown'}) is not carried.")


def _is_known(shapes: list[Element]) -> bool:
    known = ("/table", "/chart", "/diagram", "/ole")
    return all(
        local(item) != "graphicFrame"
        or ((data := find(item, "a:graphic/a:graphicData")) is not None and data.get("uri", "").endswith(known))
        for item in shapes
    )


def _words(item: Element) -> str:
    return " ".join("".join(part.text or "" for part in line.iter(name("a:t"))) for line in item.iter(name("a:p")))


def _linked(paragraph: Paragraph, link: str) -> Paragraph:
    return replace(paragraph, runs=tuple(replace(run, link=run.link or link) for run in paragraph.runs))


def _crop(filling: Element) -> Crop:
    cut = find(filling, "a:srcRect")
    if cut is None:
        return (0, 0, 0, 0)
    left, top, right, bottom = (max(whole(cut.get(key), 0), 0) / 100_000 for key in ("l", "t", "r", "b"))
    return (left, top, right, bottom)
