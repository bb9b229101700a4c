"""JSON Schemas of the content model, for completion and errors in an editor.

They are draft-07, which the YAML language server reads; pydantic writes 2020-12, and of its keywords only `$defs` and
`prefixItems` differ, the second of which the model does not use.
"""

import json
from typing import Any

from pydantic import BaseModel

from deckbuilder.content.pack import PackFile
from deckbuilder.content.slides import Section


def pack_schema() -> dict[str, Any]:
    """Give the schema of `pack.yaml`."""
    return draft_07(PackFile, "pack.yaml")


def section_schema() -> dict[str, Any]:
    """Give the schema of a file under `slides/`."""
    return draft_07(Section, "a section file")


def draft_07(model: type[BaseModel], title: str) -> dict[str, Any]:
    """Turn a model's schema into draft-07."""
    schema = model.model_json_schema()
    text = json.dumps(schema).replace("#/$defs/", "#/definitions/")
    schema = json.loads(text)
    definitions = schema.pop("$defs", {})
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **schema,
        "title": title,
        "definitions": definitions,
    }
