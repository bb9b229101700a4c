"""Tables, pictures and charts of slides as HTML: each can be read without being seen."""

from base64 import b64encode
from collections.abc import Sequence

from markupsafe import Markup, escape

from deckbuilder.ir.presentation import Chart, Picture, Table
from deckbuilder.ir.template import Image
from deckbuilder.web.chart import chart_drawing
from deckbuilder.web.inline import NO_TARGETS, Targets, escaped, runs_html, text_of

_WIDE = 4
"""A table of more columns may be wider than a telephone, and then scrolls by itself, not the page."""


def data_address(data: bytes, kind: str) -> str:
    """Give data as an address (RFC 2397), so that a page needs no other file; `kind` such as `png` or `svg+xml`."""
    return f"data:image/{kind};base64,{b64encode(data).decode()}"


def image_address(image: Image) -> str:
    """Give the picture of a slide, or another of a template, as an address that holds it."""
    return data_address(image.svg, "svg+xml") if image.svg else data_address(image.data, image.format)


def figure_html(content: Picture | Table | Chart, caption: Markup, targets: Targets = NO_TARGETS) -> Markup:
    """Give a slide's figure with its caption, which may be empty. A table's own caption says what it shows."""
    if isinstance(content, Picture):
        body = Markup('<img src="{}" alt="{}" width="{}" height="{}">').format(
            data_address(content.data, content.format), content.description, content.width, content.height
        )
    elif isinstance(content, Chart):
        body = chart_drawing(content) + chart_table(content)
    else:
        body = table_html(content, targets)
    below = Markup("<figcaption>{}</figcaption>").format(caption) if caption else ""
    return Markup("<figure>{}{}</figure>").format(body, below)


def table_html(table: Table, targets: Targets = NO_TARGETS) -> Markup:
    """Give a slide's table."""
    right = table.right_aligned
    head = [runs_html(cell, targets) for cell in table.header]
    rows = [[runs_html(cell, targets) for cell in row] for row in table.rows]
    label = text_of(table.header[0]) if table.header else ""
    return written_table(table.description, head, rows, right, row_headings=bool(label))


def chart_table(chart: Chart) -> Markup:
    """Give a chart's numbers."""
    head = [Markup("Category"), *(escape(name) for name, _ in chart.series)]
    rows = [
        [escape(name), *(escape(number(values[index])) for _, values in chart.series)]
        for index, name in enumerate(chart.categories)
    ]
    return written_table(
        "The figures of the chart", head, rows, (False, *(True for _ in chart.series)), row_headings=True
    )


def number(value: float) -> str:
    """Write a number as it was given, without a point where it is whole."""
    return f"{value:.15g}"


def written_table(
    caption: str,
    head: Sequence[Markup],
    rows: Sequence[Sequence[Markup]],
    right: Sequence[bool] = (),
    *,
    widths: Sequence[float] = (),
    row_headings: bool = False,
    kind: str = "",
) -> Markup:
    """Give a table of cells.

    `right` says of each column whether it holds numbers; `widths` are the columns' shares of the width, where they have
    any; `row_headings` says whether the first column names the rows; `kind` is a class.
    """
    aligned = [*right, *(False for _ in range(len(head) - len(right)))]
    classes = [' class="number"' if each else "" for each in aligned]
    top = "".join(f'<th scope="col"{each}>{cell}</th>' for each, cell in zip(classes, head, strict=True))
    body = "".join(
        "<tr>"
        + "".join(
            f'<th scope="row">{cell}</th>' if row_headings and index == 0 else f"<td{each}>{cell}</td>"
            for index, (each, cell) in enumerate(zip(classes, row, strict=False))
        )
        + "</tr>"
        for row in rows
    )
    named = f' class="{kind}"' if kind else ""
    made = (
        f"<table{named}><caption>{escape(caption)}</caption>{_columns(widths)}"
        f"<thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"
    )
    if len(head) > _WIDE:
        made = f'<div class="wide" role="group" tabindex="0" aria-label="{escape(caption)}">{made}</div>'
    return escaped(made)


def _columns(widths: Sequence[float]) -> str:
    """Say how wide columns are, in steps of 5 per cent, for which the style sheet has classes."""
    # A style of its own on an element is what the page's security policy forbids.
    columns = "".join(f'<col class="w{min(max(round(width * 20), 1), 19) * 5}">' for width in widths)
    return f"<colgroup>{columns}</colgroup>" if columns else ""
