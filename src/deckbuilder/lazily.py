"""Names of a package that are imported when they are first asked for.

A build that finds nothing changed takes a tenth of a second, and importing what makes documents takes longer than that.
"""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def from_modules(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """Give the `__getattr__` of a package (PEP 562) whose names, the keys of `homes`, stand in modules of it."""

    def found(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value: object = getattr(import_module(f"{package}.{homes[name]}"), name)
        # Kept, also because a module may have the name of what it holds, and would stand in its place from now on.
        setattr(sys.modules[package], name, value)
        return value

    return found
