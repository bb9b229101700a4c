"""The JSON Schemas by which editors complete and check what authors write."""

from typing import Any

from deckbuilder.content import EditionFile, PackFile, Section
from deckbuilder.source import draft_07
from deckbuilder.theme import ThemeFile


def schemas() -> dict[str, dict[str, Any]]:
    """Give the JSON Schemas of the files that authors write, by name."""
    return {
        "pack": draft_07(PackFile, "pack.yaml"),
        "section": draft_07(Section, "a section file"),
        "edition": draft_07(EditionFile, "an edition"),
        "theme": _extendable(draft_07(ThemeFile, "theme.yaml")),
    }


def _extendable(schema: dict[str, Any]) -> dict[str, Any]:
    """Let a theme that extends another leave out what that one gives, which an editor cannot know."""
    for name in ("Agency", "Brand", "Colours", "FontPair"):
        schema["definitions"][name].pop("required", None)
    return {**schema, "required": ["name"], "anyOf": [{"required": ["extends"]}, {"required": ["agency", "brand"]}]}
