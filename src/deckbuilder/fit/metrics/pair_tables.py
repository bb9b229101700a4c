"""The kerning of a font file: tables of pairs of letters (OpenType, chapter GPOS, lookup type 2)."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from deckbuilder.fit.metrics.kerning import UNKERNED, Kerning

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

_KERNED = (range(0x20, 0x7F), range(0xA1, 0x180), range(0x2010, 0x2028), (0x2039, 0x203A, 0x20AC))
"""The characters whose kerning is read: the Latin script as most of Europe writes it, and its punctuation."""
_MOST_TABLES = 200
_MOST_VALUES = 400_000
"""The most values read of all tables: fonts with much kerning have a tenth of it."""
_PAIRS, _EXTENSION = 2, 9


class TooManyPairsError(Exception):
    """A font has more tables of pairs, or more values in them, than are read."""


class _Pairs(Struct, frozen=True):
    """A table that names glyphs one by one."""

    size: int
    """How many values it has."""
    rows: Mapping[str, int]
    pairs: list[dict[str, int]]
    seconds: frozenset[str]

    def row(self, glyph: str) -> int | None:
        """Give the row of a glyph that stands first; None where the table does not know it."""
        return self.rows.get(glyph)

    def column(self, glyph: str) -> object:
        """Give what is equal for glyphs that stand second with the same kerning."""
        return glyph if glyph in self.seconds else None

    def value(self, row: int, column: Any) -> int | None:
        """Give how much further apart two glyphs are, in units of the em; None where another table decides."""
        return self.pairs[row].get(column)


class _Classes(Struct, frozen=True):
    """A table that names classes of glyphs; it knows every pair whose first glyph it covers."""

    size: int
    firsts: Mapping[str, int]
    seconds: Mapping[str, int]
    values: list[list[int]]

    def row(self, glyph: str) -> int | None:
        """Give the class of a glyph that stands first; None where the table does not know it."""
        return self.firsts.get(glyph)

    def column(self, glyph: str) -> object:
        """Give the class of a glyph that stands second."""
        return self.seconds.get(glyph, 0)

    def value(self, row: int, column: Any) -> int | None:
        """Give how much further apart glyphs of two classes are, in units of the em."""
        return int(self.values[row][column])


_Table = _Pairs | _Classes


def kerning_of(font: "TTFont", shown: Mapping[str, str], em: int) -> Kerning:
    """Read a font's kerning of Latin letters; `shown` names the glyph of each character. Raises TooManyPairsError."""
    lookups = _lookups(font)
    tables = [table for lookup in lookups for table in lookup]
    if not tables:
        return UNKERNED
    letters = {chr(code): shown[chr(code)] for codes in _KERNED for code in codes if chr(code) in shown}
    # Letters that every table treats alike share a row, or a column.
    first = _alike((letter, tuple(table.row(glyph) for table in tables)) for letter, glyph in letters.items())
    second = _alike((letter, tuple(table.column(glyph) for table in tables)) for letter, glyph in letters.items())
    rows = [[_between(lookups, row, column) / em for column in second] for row in first]
    return Kerning(_numbered(first), _numbered(second), rows)


def _alike(keys: Iterable[tuple[str, tuple[Any, ...]]]) -> dict[tuple[Any, ...], list[str]]:
    groups: dict[tuple[Any, ...], list[str]] = {}
    for letter, key in keys:
        groups.setdefault(key, []).append(letter)
    return groups


def _numbered(groups: Mapping[tuple[Any, ...], list[str]]) -> dict[str, int]:
    return {letter: number for number, letters in enumerate(groups.values()) for letter in letters}


def _between(lookups: list[list[_Table]], rows: tuple[Any, ...], columns: tuple[Any, ...]) -> int:
    """Add up what the lookups have for two letters: in each, the first table that knows the pair decides."""
    total, place = 0, 0
    for lookup in lookups:
        known = zip(lookup, rows[place:], columns[place:], strict=False)
        values = (table.value(row, column) for table, row, column in known if row is not None)
        total += next((value for value in values if value is not None), 0)
        place += len(lookup)
    return total


def _lookups(font: "TTFont") -> list[list[_Table]]:
    """Read the tables of pairs of each lookup that the feature `kern` has for the Latin script."""
    table = font["GPOS"].table if "GPOS" in font else None
    if table is None or not (table.ScriptList and table.FeatureList and table.LookupList):
        return []
    scripts = {record.ScriptTag: record.Script for record in table.ScriptList.ScriptRecord}
    script = scripts.get("latn") or scripts.get("DFLT")
    if script is None or script.DefaultLangSys is None:
        return []
    features = [table.FeatureList.FeatureRecord[index] for index in script.DefaultLangSys.FeatureIndex]
    wanted = {index for each in features if each.FeatureTag == "kern" for index in each.Feature.LookupListIndex}
    found: list[list[_Table]] = []
    count = values = 0
    for index in sorted(wanted):
        lookup: list[_Table] = []
        for subtable in table.LookupList.Lookup[index].SubTable:
            count += 1
            pairs = _table(subtable)
            values += pairs.size if pairs else 0
            if count > _MOST_TABLES or values > _MOST_VALUES:
                raise TooManyPairsError
            if pairs:
                lookup.append(pairs)
        found.append(lookup)
    return found


def _table(subtable: Any) -> _Table | None:
    plain = subtable.ExtSubTable if subtable.LookupType == _EXTENSION else subtable
    if plain.LookupType != _PAIRS:
        return None
    rows = {glyph: number for number, glyph in enumerate(plain.Coverage.glyphs)}
    if plain.Format == 1:
        pairs = [{record.SecondGlyph: _advance(record) for record in each.PairValueRecord} for each in plain.PairSet]
        seconds = frozenset(glyph for each in pairs for glyph in each)
        return _Pairs(sum(map(len, pairs)), rows, pairs, seconds)
    values = [[_advance(record) for record in each.Class2Record] for each in plain.Class1Record]
    firsts = {glyph: plain.ClassDef1.classDefs.get(glyph, 0) for glyph in rows}
    return _Classes(sum(map(len, values)), firsts, plain.ClassDef2.classDefs, values)


def _advance(record: Any) -> int:
    """Give by how much a pair is moved; some fonts move the second glyph instead of the first."""
    values = (record.Value1, record.Value2)
    return sum(getattr(value, "XAdvance", 0) or 0 for value in values if value is not None)
