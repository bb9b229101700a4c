"""The values a YAML file is made of, each knowing where it stands.

Every scalar is text: `No`, `on` and `2015` are what the author typed, never a truth value or a number, until the
model that reads them says otherwise. The three classes are a `str`, a `list` and a `dict`, so a model can read them
as they are.
"""

from typing import Any, Self, TypeAlias

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from deckbuilder.diagnostics import Origin


class Text(str):
    """A text as the author wrote it, with its place. The place is None for a text that no file holds."""

    __slots__ = ("origin",)
    origin: Origin | None

    def __new__(cls, value: str, origin: Origin | None = None) -> Self:
        """Make a text from a plain one."""
        text = super().__new__(cls, value)
        text.origin = origin
        return text

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Let a model field be a `Text`: it keeps its place, must not be empty, and no list or mapping passes."""
        return core_schema.no_info_plain_validator_function(
            cls._validated, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Describe the field to an editor: text, or a number, which is read as text."""
        return {"type": ["string", "number", "boolean"], "minLength": 1}

    @classmethod
    def _validated(cls, value: object) -> "Text":
        if not isinstance(value, str):
            raise PydanticCustomError("text_type", "a text is wanted here")
        if not value.strip():
            raise PydanticCustomError("text_empty", "this is empty")
        return value if isinstance(value, Text) else Text(value)


class Items(list["Node"]):
    """A YAML sequence."""

    __slots__ = ("origin",)
    origin: Origin

    def __init__(self, origin: Origin) -> None:
        super().__init__()
        self.origin = origin


class Fields(dict[str, "Node"]):
    """A YAML mapping, with the place of each key."""

    __slots__ = ("key_origins", "origin")
    origin: Origin
    key_origins: dict[str, Origin]

    def __init__(self, origin: Origin) -> None:
        super().__init__()
        self.origin = origin
        self.key_origins = {}


Node: TypeAlias = Text | Items | Fields


def origin_at(root: Node, path: tuple[str | int, ...]) -> Origin | None:
    """Find the place of a value by its path of keys and indices.

    A step that leads nowhere (a missing key, a part of the path that is no key) ends the walk: the place is then
    that of the last value reached.
    """
    node: Node = root
    origin = root.origin
    for step in path:
        if isinstance(node, Fields) and isinstance(step, str):
            if step not in node:
                break
            origin = node.key_origins[step]
            node = node[step]
        elif isinstance(node, Items) and isinstance(step, int):
            if step >= len(node):
                break
            node = node[step]
            origin = node.origin
        else:
            break
    return node.origin if isinstance(node, Text) and node else origin
