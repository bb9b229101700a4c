"""A slide part and its notes page."""

from msgspec import Struct, field
from msgspec.structs import replace

from deckbuilder.ir.presentation import Chart, Deck, Fill, Picture, PlacedFigure, PlacedSlide
from deckbuilder.ir.template import Layout, Placeholder, Template
from deckbuilder.ir.text import plain
from deckbuilder.office import xml
from deckbuilder.office.package import Package
from deckbuilder.office.powerpoint import shapes
from deckbuilder.office.powerpoint.chart import add_chart
from deckbuilder.office.powerpoint.master import TemplateParts, colour_map, number_field
from deckbuilder.office.powerpoint.table import table_frame
from deckbuilder.office.powerpoint.text import notes_paragraphs, paragraphs, size_styles

_TYPE = "application/vnd.openxmlformats-officedocument.presentationml."


class SlideWriter(Struct):
    """Writes the slides of one deck into a package."""

    package: Package
    deck: Deck
    template: TemplateParts
    look: Template
    targets: dict[str, str]
    """The part that a link to a slide leads to, by the slide's id."""
    footers: dict[str, str]
    """The footers that are shorter than the deck's, by the names of their layouts."""
    pictures: dict[str, str] = field(default_factory=dict)
    """The parts of the pictures added so far, by their names in the pack."""
    charts: int = 0

    def write(self, placed: PlacedSlide, layout: Layout) -> str:
        """Add a slide and its notes page; gives the slide's part."""
        part = part_name(placed.number)
        self.package.relate(part, "slideLayout", self.template.layouts[layout.name])
        tree = [shapes.EMPTY_TREE]
        fills = (placed.title, *placed.fills)
        for identifier, fill in enumerate(fills, 2):
            place = layout.slots(fill.role)[fill.slot]
            tree.append(self._filled(part, fill, place, identifier))
        identifier = len(fills) + 2
        if placed.figure:
            tree.append(self._figure(part, placed.figure, layout, identifier))
            identifier += 1
        if layout.foot_shown:
            tree.append(self._foot(layout, identifier))
        # A slide without a link says nothing of colours, so that it is the same in every brand.
        linked = any(run.link for fill in fills for paragraph in fill.paragraphs for run in paragraph.runs)
        colours = colour_map(layout if linked else replace(layout, link="hlink"))
        self.package.add(
            part,
            f"<p:sld {xml.P_NAMESPACES}><p:cSld><p:spTree>{''.join(tree)}</p:spTree></p:cSld>{colours}</p:sld>",
            _TYPE + "slide+xml",
        )
        self._notes(part, placed)
        return part

    def _filled(self, part: str, fill: Fill, place: Placeholder, identifier: int) -> str:
        styles = size_styles(fill.sizes) if fill.sizes else ""
        language = self.deck.properties.language
        content = paragraphs(fill.paragraphs, language, lambda target: self._link(part, target), place.levels)
        fixed = "<a:bodyPr><a:normAutofit/></a:bodyPr>" if place.keeps_size else "<a:bodyPr/>"
        body = f"{fixed}<a:lstStyle>{styles}</a:lstStyle>{content}"
        return shapes.shape(place, identifier, "", body)

    def _link(self, part: str, target: str) -> str:
        if not target.startswith("#"):
            relation = self.package.relate(part, "hyperlink", target, external=True)
            return f'<a:hlinkClick r:id="{relation}"/>'
        slide = self.targets.get(target[1:])
        if slide is None:  # a slide that this session leaves out
            return ""
        relation = self.package.relate(part, "slide", slide)
        return f'<a:hlinkClick r:id="{relation}" action="ppaction://hlinksldjump"/>'

    def _notes_link(self, name: str, target: str) -> str:
        # A notes page may have one relationship to a slide only: the one to its own.
        return "" if target.startswith("#") else self._link(name, target)

    def _figure(self, part: str, figure: PlacedFigure, layout: Layout, identifier: int) -> str:
        place = layout.slots(figure.role)[0]
        content = figure.content
        if isinstance(content, Picture):
            return self._picture(part, content, figure, place, identifier)
        if isinstance(content, Chart):
            self.charts += 1
            chart = add_chart(self.package, content, self.charts, self.look, self.deck.properties.language)
            relation = self.package.relate(part, "chart", chart)
            graphic = (
                '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart '
                'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
                f'r:id="{relation}"/></a:graphicData>'
            )
        else:
            graphic = table_frame(
                content, figure.box, self.deck.properties.language, lambda target: self._link(part, target)
            )
        return (
            f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{identifier}" name="{xml.attribute(place.name)}" '
            f'descr="{xml.attribute(content.description)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
            f"</p:cNvGraphicFramePr><p:nvPr>{shapes.placeholder_reference(place)}</p:nvPr></p:nvGraphicFramePr>"
            f"{shapes.transform(figure.box, tag='p')}"
            f"<a:graphic>{graphic}</a:graphic></p:graphicFrame>"
        )

    def _picture(self, part: str, picture: Picture, figure: PlacedFigure, place: Placeholder, identifier: int) -> str:
        media = self.pictures.get(picture.name)
        if media is None:
            name = self.package.free(f"/ppt/media/image{len(self.pictures) + 1}.{picture.format}")
            media = self.package.add(name, picture.data)
            self.pictures[picture.name] = media
        relation = self.package.relate(part, "image", media)
        if picture.description:
            meaning = f' descr="{xml.attribute(picture.description)}"/>'
        else:
            meaning = f' descr="">{shapes.decorative()}</p:cNvPr>'
        return (
            f'<p:pic><p:nvPicPr><p:cNvPr id="{identifier}" name="{xml.attribute(place.name)}"{meaning}<p:cNvPicPr>'
            f'<a:picLocks noGrp="1" noChangeAspect="1"/></p:cNvPicPr><p:nvPr>{shapes.placeholder_reference(place)}</p:nvPr>'
            f'</p:nvPicPr><p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
            f"<p:spPr>{shapes.transform(figure.box)}</p:spPr></p:pic>"
        )

    def _foot(self, layout: Layout, identifier: int) -> str:
        language = self.deck.properties.language
        footer = self.footers.get(layout.name, self.deck.footer)
        texts = {"foot-footer": footer, "foot-date": self.deck.date_text}
        written: list[str] = []
        for place in layout.placeholders:
            if place.role == "foot-number":
                content = number_field(language)
            elif texts.get(place.role):
                content = paragraphs([plain(texts[place.role])], language, lambda _: "", place.levels)
            else:
                continue
            written.append(shapes.shape(place, identifier + len(written), "", f"<a:bodyPr/><a:lstStyle/>{content}"))
        return "".join(written)

    def _notes(self, part: str, placed: PlacedSlide) -> None:
        name = f"/ppt/notesSlides/notesSlide{placed.number}.xml"
        language = self.deck.properties.language
        self.package.relate(name, "notesMaster", self.template.notes_master)
        self.package.relate(name, "slide", part)
        self.package.relate(part, "notesSlide", name)
        content = notes_paragraphs(placed.notes, language, lambda target: self._notes_link(name, target))
        texts = {"body": ("Notes", content), "sldNum": ("Slide number", number_field(language))}
        tree = [shapes.EMPTY_TREE]
        for identifier, kind in enumerate(("sldImg", *texts), 2):
            idx = self.template.notes_idx.get(kind)
            if idx is not None:
                tree.append(_notes_holder(identifier, kind, idx, *texts.get(kind, ("Slide image", ""))))
        self.package.add(
            name,
            f"<p:notes {xml.P_NAMESPACES}><p:cSld><p:spTree>{''.join(tree)}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/>"
            "</p:clrMapOvr></p:notes>",
            _TYPE + "notesSlide+xml",
        )


def _notes_holder(identifier: int, kind: str, idx: int, name: str, content: str) -> str:
    """Write a placeholder of a notes page: the slide's picture, or one with text."""
    locks = "" if content else ' noRot="1" noChangeAspect="1"'
    size = ' sz="quarter"' if content else ""
    body = f"<p:txBody><a:bodyPr/><a:lstStyle/>{content}</p:txBody>" if content else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{identifier}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"{locks}/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{kind}"{size} idx="{idx}"/></p:nvPr></p:nvSpPr><p:spPr/>{body}</p:sp>'
    )


def part_name(number: int) -> str:
    """Give the part of a slide by its number."""
    return f"/ppt/slides/slide{number}.xml"
