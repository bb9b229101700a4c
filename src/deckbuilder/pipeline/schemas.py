"""The JSON Schemas by which editors complete and check what authors write."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from deckbuilder.content import EditionFile, PackFile, Section
from deckbuilder.office import OutputFile
from deckbuilder.pipeline.schema_words import PATTERNS, WORDS
from deckbuilder.pipeline.slide_schema import with_slides_by_kind
from deckbuilder.source import draft_07
from deckbuilder.theme import ThemeFile


def schemas() -> dict[str, dict[str, Any]]:
    """Give the JSON Schemas of the files that authors write, by name."""
    return {
        "pack": _for_authors(PackFile, "pack.yaml"),
        "section": _for_authors(Section, "a section file"),
        "edition": _for_authors(EditionFile, "an edition"),
        "theme": _extendable(_for_authors(ThemeFile, "theme.yaml")),
    }


def schema_files(folder: Path) -> list[OutputFile]:
    """Make the files of the schemas in a folder, in memory."""
    return [OutputFile(folder / f"{name}.schema.json", data) for name, data in _in_json()]


@cache
def _in_json() -> tuple[tuple[str, bytes], ...]:
    return tuple(
        (name, (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode())
        for name, content in schemas().items()
    )


def _for_authors(model: type[BaseModel], title: str) -> dict[str, Any]:
    """Turn a model's schema into one whose words are meant for whoever writes the file."""
    schema = draft_07(model, title)
    for name, definition in schema["definitions"].items():
        kind = definition.get("properties", {}).get("kind", {}).get("const")
        definition["title"] = f"a slide of kind {kind}" if kind else _in_words(name)
        if kind:
            definition["properties"]["kind"]["description"] = definition["description"]
        _describe(definition, name)
    _describe(schema, model.__name__)
    told: dict[str, Any] = with_slides_by_kind(_with_messages(schema))
    return told


def _with_messages(value: Any) -> Any:
    """Say of each pattern what it wants, in words (`patternErrorMessage`, which editors show)."""
    if isinstance(value, list):
        return [_with_messages(item) for item in value]
    if not isinstance(value, dict):
        return value
    changed = {key: _with_messages(item) for key, item in value.items()}
    if isinstance(value.get("pattern"), str):
        changed["patternErrorMessage"] = PATTERNS[value["pattern"].removeprefix("^").removesuffix("$")]
    return changed


def _describe(definition: dict[str, Any], name: str) -> None:
    """Describe those keys of a model that its own docstrings do not."""
    for key, words in WORDS.get(name, {}).items():
        definition["properties"][key].setdefault("description", words)


def _in_words(name: str) -> str:
    """Write a class's name as words, such as “table column” for `TableColumn`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def _extendable(schema: dict[str, Any]) -> dict[str, Any]:
    """Let a theme that extends another leave out what that one gives, which an editor cannot know."""
    for name in ("Agency", "Brand", "Colours", "FontPair"):
        schema["definitions"][name].pop("required", None)
    return {**schema, "required": ["name"], "anyOf": [{"required": ["extends"]}, {"required": ["agency", "brand"]}]}
