"""The whole flow: load, compose, fit, check, write."""

from deckbuilder.pipeline.building import ThemeResult, build, check, load_packs
from deckbuilder.pipeline.compiling import DOCUMENTS, PICTURES, Compiled, Order, compile_pack
from deckbuilder.pipeline.schemas import schemas
from deckbuilder.pipeline.templates import inspect_template, new_theme

__all__ = [
    "DOCUMENTS",
    "PICTURES",
    "Compiled",
    "Order",
    "ThemeResult",
    "build",
    "check",
    "compile_pack",
    "inspect_template",
    "load_packs",
    "new_theme",
    "schemas",
]
