"""JSON Schemas of models, for completion and errors in an editor.

They are draft-07, which the YAML language server reads; pydantic writes 2020-12, and of its keywords only `$defs` and
`prefixItems` differ, the second of which the model does not use.
"""

import ast
import inspect
import json
import textwrap
from functools import cache
from itertools import pairwise
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema


def draft_07(model: type[BaseModel], title: str) -> dict[str, Any]:
    """Turn a model's schema into draft-07."""
    schema = model.model_json_schema(schema_generator=_WithDocstrings)
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


class _WithDocstrings(GenerateJsonSchema):
    """Takes the docstrings of fields as their descriptions.

    pydantic can do so itself, but does it whenever a model is imported, which costs every command a tenth of a second.
    """

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002  # pydantic asks so
        """Leave out titles of fields: they would say the key once more."""
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Describe a model, and each of its fields that has a docstring and no description yet."""
        written = super().model_schema(schema)
        described = _docstrings(schema["cls"])
        for name, field in written.get("properties", {}).items():
            if name in described:
                field.setdefault("description", described[name])
        return written


def _docstrings(model: type[BaseModel]) -> dict[str, str]:
    """Give the docstrings below a model's fields, and below those it inherits, by the keys that authors write."""
    found: dict[str, str] = {}
    for cls in reversed(model.__mro__):
        if cls is not BaseModel and issubclass(cls, BaseModel):
            found |= _own_docstrings(cls)
    return {field.alias or name: found[name] for name, field in model.model_fields.items() if name in found}


@cache
def _own_docstrings(cls: type[BaseModel]) -> dict[str, str]:
    tree = ast.parse(textwrap.dedent(inspect.getsource(cls))).body[0]
    return {
        field.target.id: inspect.cleandoc(text.value.value)
        for field, text in pairwise(tree.body if isinstance(tree, ast.ClassDef) else ())
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }
