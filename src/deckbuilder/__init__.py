"""One training pack in YAML becomes a deck, a facilitator guide and a worksheet, in every agency's brand."""

__version__ = "0.1.0"
