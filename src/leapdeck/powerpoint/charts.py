"""Native charts: a chart part with its cached numbers, and the small workbook that "Edit Data" opens."""

from __future__ import annotations

from collections.abc import Sequence

from leapdeck.powerpoint.markup import HEAD, OWN, A, Ink, R, color, fill, text
from leapdeck.powerpoint.parts import Package, Relations
from leapdeck.powerpoint.workbook import workbook
from leapdeck.scene import Chart, Series

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
CATEGORIES, VALUES = 111111111, 222222222
"""The ids of a chart's two axes."""


def chart_part(package: Package, chart: Chart, language: str, ink: Ink = OWN) -> str:
    """Add a chart to the package; its path as seen from a slide."""
    number = 1
    while f"ppt/charts/chart{number}.xml" in package:
        number += 1
    relations = Relations()
    book = relations.to("package", f"../embeddings/workbook{number}.xlsx")
    package.add(f"ppt/embeddings/workbook{number}.xlsx", workbook(chart))
    package.add(f"ppt/charts/chart{number}.xml", chart_xml(chart, book, language, ink), "chart", relations)
    return f"../charts/chart{number}.xml"


def chart_xml(chart: Chart, book: str, language: str, ink: Ink = OWN) -> str:
    """The chart part: direct labels, no grid, no axis of numbers, a line that names the series where there are several."""
    plot = _pie(chart, ink) if chart.kind == "pie" else _axed(chart, ink)
    several = len(chart.series) > 1 or chart.kind == "pie"
    legend = f'<c:legend><c:legendPos val="{"r" if chart.kind == "pie" else "t"}"/><c:overlay val="0"/></c:legend>' if several else ""
    words = f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(chart.text_size * 100)}">{fill("ink", ink=ink)}</a:defRPr></a:pPr><a:endParaRPr lang="{language}"/></a:p></c:txPr>'
    return (
        f'{HEAD}<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}"><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>'
        f'<c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>{plot}</c:plotArea>{legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f'{words}<c:externalData r:id="{book}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _axed(chart: Chart, ink: Ink) -> str:
    rows = "".join(_series(chart, n, row, ink) for n, row in enumerate(chart.series))
    axes = f'<c:axId val="{CATEGORIES}"/><c:axId val="{VALUES}"/>'
    flat = chart.kind == "bar"
    if chart.kind == "line":
        plot = f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{rows}<c:marker val="1"/>{axes}</c:lineChart>'
    else:
        direction = "bar" if flat else "col"
        gap = round(100 * len(chart.series) * (1 - 0.64) / 0.64)
        plot = f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="clustered"/><c:varyColors val="0"/>{rows}<c:gapWidth val="{gap}"/>{axes}</c:barChart>'
    return plot + _category_axis(flat, ink) + _value_axis(flat)


def _category_axis(flat: bool, ink: Ink) -> str:
    """Labels without marks; in a bar chart the first stands at the top."""
    order, side = ("maxMin", "l") if flat else ("minMax", "b")
    line = f'<c:spPr><a:ln w="12700"><a:solidFill>{color("muted", ink=ink)}</a:solidFill></a:ln></c:spPr>'
    return (
        f'<c:catAx><c:axId val="{CATEGORIES}"/><c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="0"/><c:axPos val="{side}"/>'
        f'<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'{line}<c:crossAx val="{VALUES}"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
    )


def _value_axis(flat: bool) -> str:
    """Hidden: the values stand at their marks."""
    return (
        f'<c:valAx><c:axId val="{VALUES}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="1"/><c:axPos val="{"t" if flat else "l"}"/>'
        f'<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="{CATEGORIES}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
    )


def _pie(chart: Chart, ink: Ink) -> str:
    row = chart.series[0]
    points = "".join(
        f'<c:dPt><c:idx val="{n}"/><c:bubble3D val="0"/><c:spPr>{fill(role, ink=ink)}</c:spPr></c:dPt>' for n, role in enumerate(row.colors)
    )
    return f'<c:pieChart><c:varyColors val="1"/>{_series(chart, 0, row, ink, points)}<c:firstSliceAng val="0"/></c:pieChart>'


def _series(chart: Chart, number: int, row: Series, ink: Ink, points: str = "") -> str:
    letter = chr(ord("B") + number)
    last = len(chart.labels) + 1
    looks = _looks(chart, row, ink)
    labels = (
        f'<c:dLbls><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_label_place(chart)}<c:showLegendKey val="0"/><c:showVal val="1"/>'
        '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )
    name = f"<c:tx><c:strRef><c:f>Sheet1!${letter}$1</c:f>{_strings([row.name])}</c:strRef></c:tx>"
    categories = f"<c:cat><c:strRef><c:f>Sheet1!$A$2:$A${last}</c:f>{_strings(chart.labels)}</c:strRef></c:cat>"
    values = f"<c:val><c:numRef><c:f>Sheet1!${letter}$2:${letter}${last}</c:f>{_numbers(row.values)}</c:numRef></c:val>"
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>{name}{looks}{points}{labels}{categories}{values}{_smooth(chart)}</c:ser>'
    )


def _looks(chart: Chart, row: Series, ink: Ink) -> str:
    if chart.kind == "pie":
        return ""
    role = row.colors[0]
    if chart.kind == "line":
        line = f'<c:spPr><a:ln w="38100" cap="rnd">{fill(role, ink=ink)}</a:ln></c:spPr>'
        return f'{line}<c:marker><c:symbol val="circle"/><c:size val="8"/><c:spPr>{fill(role, ink=ink)}</c:spPr></c:marker>'
    return f'<c:spPr>{fill(role, ink=ink)}</c:spPr><c:invertIfNegative val="0"/>'


def _label_place(chart: Chart) -> str:
    place = {"line": "t", "pie": "outEnd"}.get(chart.kind, "outEnd")
    return f'<c:dLblPos val="{place}"/>'


def _smooth(chart: Chart) -> str:
    return '<c:smooth val="0"/>' if chart.kind == "line" else ""


def _strings(values: Sequence[str]) -> str:
    points = "".join(f'<c:pt idx="{n}"><c:v>{text(value)}</c:v></c:pt>' for n, value in enumerate(values))
    return f'<c:strCache><c:ptCount val="{len(values)}"/>{points}</c:strCache>'


def _numbers(values: Sequence[float]) -> str:
    points = "".join(f'<c:pt idx="{n}"><c:v>{value:.15g}</c:v></c:pt>' for n, value in enumerate(values))
    return f'<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>{points}</c:numCache>'
