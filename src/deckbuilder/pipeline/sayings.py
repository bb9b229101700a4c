"""Diagnostics as plain values that can be kept and shown again."""

from collections.abc import Sequence
from typing import Any

from deckbuilder.diagnostics import Diagnostic, Diagnostics, Origin, Severity, SourceFile


def as_data(said: Diagnostics) -> list[dict[str, Any]]:
    """Give diagnostics as plain values; of the files they are about, only the lines that are shown are kept."""
    return [
        {
            "code": item.code,
            "message": item.message,
            "hint": item.hint,
            "severity": str(item.severity),
            "silenced": item.silenced,
            "place": [item.origin.path, item.origin.line, item.origin.column, item.origin.excerpt]
            if item.origin
            else None,
        }
        for item in said
    ]


def from_data(kept: Sequence[dict[str, Any]]) -> Diagnostics:
    """Give the diagnostics again; raises a KeyError, TypeError or ValueError for other values."""
    return Diagnostics(
        [
            Diagnostic(
                str(item["code"]),
                str(item["message"]),
                _origin(*item["place"]) if item["place"] else None,
                str(item["hint"]),
                Severity(item["severity"]),
                silenced=str(item["silenced"]),
            )
            for item in kept
        ]
    )


def _origin(path: str, line: int, column: int, excerpt: str) -> Origin:
    return Origin(SourceFile(path, "\n" * (line - 1) + excerpt), line, column)
