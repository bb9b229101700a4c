"""What a slide says and what is said about it, as HTML."""

from markupsafe import Markup

from deckbuilder.ir.presentation import Chart, Picture, PlacedSlide, Table
from deckbuilder.web.figures import chart_table, table_html
from deckbuilder.web.paragraphs import paragraphs_html


def words_on(placed: PlacedSlide) -> Markup:
    """Give what stands on a slide beside its title. Of a picture its description is given, of a chart its numbers."""
    parts = [paragraphs_html(fill.paragraphs) for fill in placed.fills]
    match placed.figure.content if placed.figure else None:
        case Picture(description=description):
            parts.append(Markup("<p>{}</p>").format(f"Picture: {description}" if description else "A picture."))
        case Chart() as chart:
            parts.append(Markup("<p>{}</p>").format(chart.description) + chart_table(chart))
        case Table() as table:
            parts.append(table_html(table))
        case None:
            pass
    return Markup("").join(parts)


def words_spoken(placed: PlacedSlide) -> Markup:
    """Give a slide's notes."""
    return paragraphs_html(placed.notes)
