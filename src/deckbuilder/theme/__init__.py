"""The theme model: an agency's brand, its contacts and its document control. It knows no content."""

from deckbuilder.theme.files import DECK_SUFFIXES, SAVE_AS, WORD_SUFFIXES, FontFile, LogoFile, LogoFiles, TemplateFile
from deckbuilder.theme.load import Theme, load_theme
from deckbuilder.theme.model import ThemeFile

__all__ = [
    "DECK_SUFFIXES",
    "SAVE_AS",
    "WORD_SUFFIXES",
    "FontFile",
    "LogoFile",
    "LogoFiles",
    "TemplateFile",
    "Theme",
    "ThemeFile",
    "load_theme",
]
