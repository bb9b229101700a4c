"""From YAML text to plain values that remember file, line and column; finding packs and themes."""

from deckbuilder.source.schema import draft_07
from deckbuilder.source.validation import validated
from deckbuilder.source.values import Fields, Items, Node, Text
from deckbuilder.source.workspace import Workspace
from deckbuilder.source.yaml_reader import read_yaml

__all__ = ["Fields", "Items", "Node", "Text", "Workspace", "draft_07", "read_yaml", "validated"]
