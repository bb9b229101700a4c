"""The schema of a slide as an editor wants it.

An editor that is told “one of ten” offers the keys of all ten, and guesses which of them was meant by a slide with a
fault in it. So the kind decides: it is one of ten words, and each brings the keys that belong to it.
"""

from typing import Any

from deckbuilder.pipeline.slide_snippets import SNIPPETS

Schema = dict[str, Any]
_KIND = "kind"
_NAME = "AnySlide"


def with_slides_by_kind(schema: Schema) -> Schema:
    """Let the kind of a slide decide which keys it has, and let lists of slides offer a whole one of each kind."""
    named = _choice(schema)
    if not named:
        return schema
    models = {kind: schema["definitions"][named[kind].rpartition("/")[2]] for kind in (*SNIPPETS, *named)}
    snippets = [_snippet(kind, model["description"]) for kind, model in models.items() if kind in SNIPPETS]
    changed: Schema = _replaced(schema, snippets)
    changed["definitions"][_NAME] = _by_kind(named, models)
    return changed


def _choice(value: Any) -> dict[str, str]:
    """Find where a schema defines each kind; empty where it has no slides."""
    if isinstance(value, dict) and value.get("discriminator", {}).get("propertyName") == _KIND:
        return dict(value["discriminator"]["mapping"])
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return next((found for part in parts if (found := _choice(part))), {})


def _replaced(value: Any, snippets: list[Schema]) -> Any:
    """Replace each choice of kinds by the one that all share, in lists that offer the snippets."""
    if isinstance(value, list):
        return [_replaced(item, snippets) for item in value]
    if not isinstance(value, dict):
        return value
    if value.get("discriminator", {}).get("propertyName") == _KIND:
        return {"$ref": f"#/definitions/{_NAME}"}
    changed = {key: _replaced(item, snippets) for key, item in value.items()}
    if changed.get("items") == {"$ref": f"#/definitions/{_NAME}"}:
        changed["defaultSnippets"] = snippets
    return changed


def _by_kind(named: dict[str, str], models: dict[str, Schema]) -> Schema:
    first, *others = models.values()
    shared = {
        key: field
        for key, field in first["properties"].items()
        if all(other["properties"].get(key) == field for other in others)
    }
    kind = {
        "description": "What kind of slide it is; the kind decides which other keys it has.",
        "enum": list(models),
        "enumDescriptions": [model["description"] for model in models.values()],
    }
    return {
        "title": "a slide",
        "description": "A slide: its id, its kind, its title, and what belongs to the kind.",
        "type": "object",
        "properties": {"id": shared.pop("id"), _KIND: kind, **shared},
        "required": [_KIND],
        "allOf": [
            {
                "if": {"type": "object", "properties": {_KIND: {"const": each}}, "required": [_KIND]},
                "then": {"$ref": named[each]},
            }
            for each in models
        ],
    }


def _snippet(kind: str, description: str) -> Schema:
    """Write a snippet as the YAML language server takes it (`defaultSnippets`)."""
    start = {"id": "${1:short-name}", _KIND: kind, "title": "${2:What the slide says}"}
    return {
        "label": f"new slide: {kind}",
        "description": description,
        # Within a slide they are offered too, and then after its keys.
        "sortText": f"~{list(SNIPPETS).index(kind)}",
        "body": {**start, **SNIPPETS[kind]},
    }
