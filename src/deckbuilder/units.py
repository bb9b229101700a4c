"""Lengths as Office counts them.

Office files hold lengths in English Metric Units (EMU; ECMA-376 Part 1, 20.1.2.1), PowerPoint text sizes in
hundredths of a point, Word lengths in twentieths of a point. The project's own code holds lengths in EMU (`Emu`)
and text sizes in points (`Pt`); the writers convert.
"""

from typing import NewType

Emu = NewType("Emu", int)
"""A length in English Metric Units: 914,400 to the inch, 12,700 to the point."""

Pt = NewType("Pt", float)
"""A length or a text size in points: 72 to the inch."""

EMU_PER_INCH = 914_400
EMU_PER_POINT = 12_700


def emu(inches: float) -> Emu:
    """Give the length of so many inches in EMU."""
    return Emu(round(inches * EMU_PER_INCH))


def points(length: Emu) -> Pt:
    """Give a length in EMU in points."""
    return Pt(length / EMU_PER_POINT)


def emu_of_points(length: float) -> Emu:
    """Give a length in points in EMU."""
    return Emu(round(length * EMU_PER_POINT))
