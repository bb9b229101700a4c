"""Names of parts and content types (ECMA-376 Part 1, 11.3)."""

from deckbuilder.office import xml

DOCUMENT_PART = "/word/document.xml"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
"""What the content types of Word's parts begin with."""
THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"
NAMESPACES = f'xmlns:w="{xml.NS_W}" xmlns:r="{xml.NS_R}"'
"""Of every part with text."""
_NS_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_NS_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
BODY_NAMESPACES = f'{NAMESPACES} xmlns:mc="{_NS_MC}" xmlns:w14="{_NS_W14}" mc:Ignorable="w14"'
"""Of the main document, whose check boxes are younger than the standard: programs that do not know them pass over them."""
LOCKED = '<w:documentProtection w:edit="forms" w:enforcement="1"/>'
"""The setting by which only fields can be changed (17.15.1.29); there is no password."""
