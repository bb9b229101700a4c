"""Reading Markdown as an outline: one slide a heading, list items as its body, the paragraphs after them as notes."""

from deckbuilder.importing.markdown.reading import read_markdown

__all__ = ["read_markdown"]
