"""Names of parts and content types (ECMA-376 Part 1, 11.3)."""

from deckbuilder.office import xml

DOCUMENT_PART = "/word/document.xml"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
"""What the content types of Word's parts begin with."""
THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
NAMESPACES = f'xmlns:w="{xml.NS_W}" xmlns:r="{xml.NS_R}"'
"""Of every part with text."""
