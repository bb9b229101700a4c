"""A native chart with its workbook, so that "Edit data" works (ECMA-376 Part 1, 21.2)."""

from datetime import UTC, datetime
from io import BytesIO

from deckbuilder.ir.presentation import Chart
from deckbuilder.ir.template import Template
from deckbuilder.office import xml
from deckbuilder.office.drawing import solid
from deckbuilder.office.package import Package

_NS_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_FIXED_DATE = datetime(2000, 1, 1, tzinfo=UTC)
"""The workbook's date of creation, the same in every build."""
_LABELS = 1800
"""The size of labels, in hundredths of a point."""


def add_chart(package: Package, chart: Chart, number: int, look: Template, language: str) -> str:
    """Add a chart part and the workbook behind it; gives the chart's part."""
    part = package.free(f"/ppt/charts/chart{number}.xml")
    workbook = package.add(package.free(f"/ppt/embeddings/chart{number}.xlsx"), _workbook(chart))
    relation = package.relate(part, "package", workbook)
    content = _chart(chart, relation, look, language)
    return package.add(part, content, "application/vnd.openxmlformats-officedocument.drawingml.chart+xml")


def _workbook(chart: Chart) -> bytes:
    # Only decks with a chart need it; it takes 60 ms to import.
    import xlsxwriter  # noqa: PLC0415

    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties({"created": _FIXED_DATE})
    sheet = book.add_worksheet("Data")
    for column, (name, values) in enumerate(chart.series, 1):
        sheet.write_string(0, column, name)
        for row, value in enumerate(values, 1):
            sheet.write_number(row, column, value)
    for row, name in enumerate(chart.categories, 1):
        sheet.write_string(row, 0, name)
    book.close()
    return buffer.getvalue()


def _chart(chart: Chart, relation: str, look: Template, language: str) -> str:
    kind = "lineChart" if chart.kind == "line" else "barChart"
    count = len(chart.categories)
    names = _strings("c:cat", f"Data!$A$2:$A${count + 1}", chart.categories)
    series = "".join(_series(chart, index, names, look, language) for index in range(len(chart.series)))
    if kind == "barChart":
        direction = "bar" if chart.kind == "bar" else "col"
        head = f'<c:barDir val="{direction}"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        tail = '<c:gapWidth val="60"/><c:overlap val="-5"/>'
    else:
        head = '<c:grouping val="standard"/><c:varyColors val="0"/>'
        tail = '<c:marker val="1"/>'
    plot = f'<c:{kind}>{head}{series}{tail}<c:axId val="111111111"/><c:axId val="222222222"/></c:{kind}>'
    positions = ("l", "b") if chart.kind == "bar" else ("b", "l")
    order = "maxMin" if chart.kind == "bar" else "minMax"
    axes = (
        f'<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{positions[0]}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr><a:ln w="9525">{solid(look.quiet)}</a:ln></c:spPr>'
        f'{_text(look, language, level=True)}<c:crossAx val="222222222"/><c:crosses val="autoZero"/></c:catAx>'
        '<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
        f'<c:delete val="1"/><c:axPos val="{positions[1]}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        '<c:crossAx val="111111111"/><c:crosses val="autoZero"/></c:valAx>'
    )
    if any(value < 0 for _, values in chart.series for value in values):
        axes = axes.replace('<c:min val="0"/>', "")
    behind = f"<c:spPr>{solid(look.ground)}<a:ln><a:noFill/></a:ln></c:spPr>" if look.ground else ""
    legend = ""
    if len(chart.series) > 1:
        legend = f'<c:legend><c:legendPos val="t"/><c:overlay val="0"/>{_text(look, language)}</c:legend>'
    return (
        f'<c:chartSpace xmlns:c="{_NS_C}" xmlns:a="{xml.NS_A}" xmlns:r="{xml.NS_R}"><c:date1904 val="0"/>'
        f'<c:lang val="{language}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea><c:layout/>{plot}{axes}</c:plotArea>{legend}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f'{behind}{_text(look, language)}<c:externalData r:id="{relation}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _text(look: Template, language: str, *, bold: bool = False, level: bool = False) -> str:
    # Names that are not kept level are turned by 45 degrees where they are long, and leave no room for the chart.
    turned = ' rot="0" vert="horz"' if level else ""
    return (
        f'<c:txPr><a:bodyPr{turned}/><a:lstStyle/><a:p><a:pPr><a:defRPr lang="{language}" sz="{_LABELS}" b="{int(bold)}">'
        f'{solid(look.plain.colour)}</a:defRPr></a:pPr><a:endParaRPr lang="{language}"/></a:p></c:txPr>'
    )


def _series(chart: Chart, index: int, categories: str, template: Template, language: str) -> str:
    name, values = chart.series[index]
    letter = chr(ord("B") + index)
    fill = solid(template.series[index % len(template.series)])
    if chart.kind == "line":
        look = f'<c:spPr><a:ln w="38100" cap="rnd">{fill}<a:round/></a:ln></c:spPr>'
        look += f'<c:marker><c:symbol val="circle"/><c:size val="9"/><c:spPr>{fill}</c:spPr></c:marker>'
        place, end = "t", '<c:smooth val="0"/>'
    else:
        look, place, end = f'<c:spPr>{fill}</c:spPr><c:invertIfNegative val="0"/>', "outEnd", ""
    numbers = "".join(f'<c:pt idx="{row}"><c:v>{value:.15g}</c:v></c:pt>' for row, value in enumerate(values))
    labels = (
        f'<c:dLbls><c:numFmt formatCode="General" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{_text(template, language, bold=True)}<c:dLblPos val="{place}"/><c:showLegendKey val="0"/><c:showVal val="1"/>'
        '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/><c:tx><c:strRef><c:f>Data!${letter}$1</c:f><c:strCache>'
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{xml.text(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
        f"{look}{labels}{categories}<c:val><c:numRef><c:f>Data!${letter}$2:${letter}${len(values) + 1}</c:f><c:numCache>"
        f'<c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>{numbers}</c:numCache></c:numRef></c:val>'
        f"{end}</c:ser>"
    )


def _strings(tag: str, reference: str, values: tuple[str, ...]) -> str:
    cells = "".join(f'<c:pt idx="{row}"><c:v>{xml.text(value)}</c:v></c:pt>' for row, value in enumerate(values))
    return (
        f'<{tag}><c:strRef><c:f>{reference}</c:f><c:strCache><c:ptCount val="{len(values)}"/>{cells}</c:strCache>'
        f"</c:strRef></{tag}>"
    )
