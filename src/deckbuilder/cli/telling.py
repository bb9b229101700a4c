"""Saying things to a program: one JSON object on standard output."""

from collections.abc import Callable, Mapping
from typing import Any

import click

from deckbuilder.cli import report
from deckbuilder.cli.json_text import in_json
from deckbuilder.diagnostics import Diagnostics, Severity

json_option: Callable[[Any], Any] = click.option(
    "--json", "as_json", is_flag=True, help="Say it as one JSON object, for programs."
)


def tell(data: Mapping[str, object]) -> None:
    """Print one JSON object on one line."""
    click.echo(in_json(data))


def said(diagnostics: Diagnostics) -> dict[str, object]:
    """Give diagnostics as plain values: how many of each severity, how many silenced, and all in reading order."""
    return {
        "errors": diagnostics.count(Severity.ERROR),
        "warnings": diagnostics.count(Severity.WARNING),
        "advice": diagnostics.count(Severity.ADVICE),
        "silenced": diagnostics.silenced,
        "diagnostics": [report.as_data(item) for item in diagnostics.in_reading_order()],
    }
