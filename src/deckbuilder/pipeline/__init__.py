"""The whole flow: load, compose, fit, check, write."""

from typing import TYPE_CHECKING

from deckbuilder.lazily import from_modules

if TYPE_CHECKING:
    from deckbuilder.pipeline.building import build, check, load_packs
    from deckbuilder.pipeline.compiling import Compiled, compile_pack
    from deckbuilder.pipeline.ordering import DOCUMENTS, PICTURES, Order
    from deckbuilder.pipeline.parallel import build_in_parallel
    from deckbuilder.pipeline.results import ThemeResult
    from deckbuilder.pipeline.templates import inspect_template, new_theme
else:
    __getattr__ = from_modules(
        __name__,
        {
            **dict.fromkeys(("build", "check", "load_packs"), "building"),
            **dict.fromkeys(("Compiled", "compile_pack"), "compiling"),
            **dict.fromkeys(("DOCUMENTS", "PICTURES", "Order"), "ordering"),
            "ThemeResult": "results",
            "build_in_parallel": "parallel",
            **dict.fromkeys(("inspect_template", "new_theme"), "templates"),
        },
    )

__all__ = [
    "DOCUMENTS",
    "PICTURES",
    "Compiled",
    "Order",
    "ThemeResult",
    "build",
    "build_in_parallel",
    "check",
    "compile_pack",
    "inspect_template",
    "load_packs",
    "new_theme",
]
