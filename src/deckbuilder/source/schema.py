"""JSON Schemas of models, for completion and errors in an editor.

They are draft-07, which the YAML language server reads; pydantic writes 2020-12, and of its keywords only `$defs` and
`prefixItems` differ, the second of which the model does not use.
"""

import json
from typing import Any

from pydantic import BaseModel


def draft_07(model: type[BaseModel], title: str) -> dict[str, Any]:
    """Turn a model's schema into draft-07."""
    schema = model.model_json_schema()
    text = json.dumps(schema).replace("#/$defs/", "#/definitions/")
    schema = _without_null(json.loads(text))
    definitions = schema.pop("$defs", {})
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **schema,
        "title": title,
        "definitions": definitions,
    }


def _without_null(value: Any) -> Any:
    """Leave out `null`: a key that is not wanted is left out of the file, and an empty value is an error."""
    if isinstance(value, list):
        return [_without_null(item) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {key: _without_null(item) for key, item in value.items() if key != "default"}
    options = kept.get("anyOf")
    if isinstance(options, list) and {"type": "null"} in options:
        options = [option for option in options if option != {"type": "null"}]
        del kept["anyOf"]
        kept = {**options[0], **kept} if len(options) == 1 else {"anyOf": options, **kept}
    return kept
