"""A placed slide in its template, drawn."""

from collections.abc import Iterator

from deckbuilder.fit.sketch.chart import draw_chart
from deckbuilder.fit.sketch.geometry import of_decoration, preset
from deckbuilder.fit.sketch.paint import Paint
from deckbuilder.fit.sketch.table import draw_table
from deckbuilder.fit.sketch.text import Mark, Setter
from deckbuilder.ir.drawing import DrawnPicture, Shape, SlideDrawing
from deckbuilder.ir.presentation import Chart, Fill, Picture, PlacedDeck, PlacedFigure, PlacedSlide
from deckbuilder.ir.template import Box, Decoration, Image, Layout, PlacedImage, Placeholder, Template
from deckbuilder.ir.text import plain
from deckbuilder.units import points


def draw_slide(placed: PlacedSlide, deck: PlacedDeck, template: Template) -> SlideDrawing:
    """Draw a slide of a deck as `fit` has placed it: its lines are the ones that were measured."""
    layout = template.layout(placed.layout)
    paint = Paint.of(template)
    setter = Setter(paint, frozenset(slide.slide.id for slide in deck.slides), layout.link)
    places = [(fill, layout.slots(fill.role)[fill.slot]) for fill in (placed.title, *placed.fills)]
    ground = [*_behind(layout, paint), *(_surface(place, paint) for _, place in places if place.fill)]
    if placed.figure and isinstance(placed.figure.content, Picture):
        ground.append(_picture(placed.figure.content, placed.figure.box))
    front: list[Mark] = []
    shown = (*(template.texts if layout.master_shapes else ()), *layout.texts)
    for text in shown:
        front += setter.fixed(text)
    for fill, place in places:
        front += setter.placeholder(fill.paragraphs, place, fill.sizes)
    if placed.figure:
        front += _figure(placed.figure, setter)
    if layout.foot_shown:
        for fill, place in _foot(placed, deck, layout):
            front += setter.placeholder(fill.paragraphs, place)
    return SlideDrawing(
        points(template.width),
        points(template.height),
        placed.title_text,
        paint.background(layout),
        tuple(ground),
        tuple(front),
    )


def _behind(layout: Layout, paint: Paint) -> Iterator[Shape | DrawnPicture]:
    """Draw the shapes and pictures of master and layout."""
    template = paint.template
    if layout.master_shapes:
        yield from _shapes(template.decorations, template.images, paint)
    yield from _shapes(layout.decorations, layout.images, paint)


def _shapes(
    decorations: tuple[Decoration, ...], images: tuple[PlacedImage, ...], paint: Paint
) -> Iterator[Shape | DrawnPicture]:
    for shape in decorations:
        yield Shape(of_decoration(shape), paint.rgb(shape.fill))
    for placed in images:
        if placed.panel:
            yield Shape(preset("rect", None, placed.panel), paint.rgb("lt1"))
    for placed in images:
        yield _picture(placed.image, placed.box)


def _surface(place: Placeholder, paint: Paint) -> Shape:
    return Shape(preset(place.geometry, place.adjust, place.box), paint.rgb(place.fill or "lt1"))


def _picture(picture: Picture | Image, box: Box) -> DrawnPicture:
    return DrawnPicture(points(box.x), points(box.y), points(box.cx), points(box.cy), picture.data, picture.format)


def _figure(figure: PlacedFigure, setter: Setter) -> Iterator[Mark]:
    content = figure.content
    if isinstance(content, Picture):
        return iter(())
    if isinstance(content, Chart):
        return draw_chart(content, figure.box, setter)
    return draw_table(content, figure.box, setter)


def _foot(placed: PlacedSlide, deck: PlacedDeck, layout: Layout) -> Iterator[tuple[Fill, Placeholder]]:
    texts = {
        "foot-footer": deck.footers.get(layout.name, deck.deck.footer),
        "foot-date": deck.deck.date_text,
        "foot-number": str(placed.number),
    }
    for place in layout.placeholders:
        text = texts.get(place.role)
        if text:
            yield Fill(place.role, place.slot, (plain(text),)), place
