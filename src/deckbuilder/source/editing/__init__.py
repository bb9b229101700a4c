"""Editing YAML where it stands: only what is changed is written anew, and every other byte stays.

Comments, blank lines, quotation marks and the ends of lines are an author's work too. So a file is never written
from its values: the places of nodes are taken from the parser, and new text is put there.
"""

from deckbuilder.source.editing.edits import Arrange, Edit, Fresh, New, RemoveEntry, SetEntry, SetText, SetValue
from deckbuilder.source.editing.splicing import edited
from deckbuilder.source.editing.tree import Path, Refusal, RefusedError, SourceNode, SourceTree, source_tree

__all__ = [
    "Arrange",
    "Edit",
    "Fresh",
    "New",
    "Path",
    "Refusal",
    "RefusedError",
    "RemoveEntry",
    "SetEntry",
    "SetText",
    "SetValue",
    "SourceNode",
    "SourceTree",
    "edited",
    "source_tree",
]
