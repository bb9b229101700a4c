"""From YAML text to plain values that remember file, line and column; finding packs and themes."""

from typing import TYPE_CHECKING

from deckbuilder.lazily import from_modules

if TYPE_CHECKING:
    from deckbuilder.source.schema import draft_07
    from deckbuilder.source.validation import validated
    from deckbuilder.source.values import Fields, Items, Node, Text
    from deckbuilder.source.workspace import Workspace
    from deckbuilder.source.yaml_reader import read_yaml
else:
    __getattr__ = from_modules(
        __name__,
        {
            "draft_07": "schema",
            "validated": "validation",
            "Fields": "values",
            "Items": "values",
            "Node": "values",
            "Text": "values",
            "Workspace": "workspace",
            "read_yaml": "yaml_reader",
        },
    )

__all__ = ["Fields", "Items", "Node", "Text", "Workspace", "draft_07", "read_yaml", "validated"]
