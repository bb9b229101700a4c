"""Where a page comes from, in its `<meta>` elements, and whether it is still as it was built."""

import re
from collections.abc import Mapping
from hashlib import sha256
from html import unescape

from deckbuilder import __version__
from deckbuilder.ir.presentation import Properties

_PREFIX = "deckbuilder."
"""How the names of our elements begin."""
_HEAD = 65_536
"""The most characters of a file that are searched for its elements; ours stand in the first two thousand."""
_META = re.compile(r'<meta name="deckbuilder\.([a-z-]{1,40})" content="([^"<>]*)">')
_MARK = re.compile(r'(<meta name="deckbuilder\.fingerprint" content=")([0-9a-f]{64})(">)')
_BLANK = "0" * 64


def metas(properties: Properties) -> list[tuple[str, str]]:
    """Give names and contents of the elements that say where a page comes from, the place of the fingerprint first."""
    values = (("Fingerprint", _BLANK), *properties.custom, ("Deckbuilder", __version__))
    return [(_PREFIX + name.lower().replace(" ", "-"), value) for name, value in values]


def sealed(page: str) -> str:
    """Give a page with its fingerprint in the place that `metas` left for it."""
    made = _fingerprint(page)
    return _MARK.sub(rf"\g<1>{made}\g<3>", page, count=1)


def read_page(page: str) -> tuple[Mapping[str, str], bool] | None:
    """Read what a page says of its origin, and whether it is as it was built; None when this tool did not make it.

    Names are those of the properties of Office files, such as `Pack digest`. How lines end does not matter, since
    version control and web servers change that.
    """
    page = page.replace("\r\n", "\n")
    said = {name.replace("-", " ").capitalize(): unescape(value) for name, value in _META.findall(page[:_HEAD])}
    if "Fingerprint" not in said:
        return None
    return said, said["Fingerprint"] == _fingerprint(_MARK.sub(rf"\g<1>{_BLANK}\g<3>", page, count=1))


def _fingerprint(page: str) -> str:
    return sha256(page.encode()).hexdigest()
