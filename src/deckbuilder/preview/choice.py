"""What a page shows: which pack under which theme and plan, and which theme beside it."""

from collections.abc import Container, Mapping
from urllib.parse import urlencode

from msgspec import Struct
from msgspec.structs import asdict, replace


class Choice(Struct, frozen=True):
    """What is chosen, by names as the page's address has them."""

    pack: str
    """The name of a pack's folder."""
    theme: str
    """The name of a theme's folder."""
    plan: str = ""
    """A delivery plan; empty for the pack's own default."""
    beside: str = ""
    """The theme that is shown beside; empty for none."""

    @classmethod
    def asked(
        cls, query: Mapping[str, str], usual: "Choice", packs: Container[str], themes: Container[str]
    ) -> "Choice":
        """Read an address; what it does not name, or names and is not there, is as usual.

        A name is only compared with those that are known, and never made a path.
        """
        pack, theme = query.get("pack", ""), query.get("theme", "")
        beside = query.get("beside", usual.beside)
        return cls(
            pack if pack in packs else usual.pack,
            theme if theme in themes else usual.theme,
            query.get("plan", usual.plan),
            beside if beside in themes else "",
        )

    @property
    def query(self) -> str:
        """The choice as an address has it."""
        return urlencode(asdict(self))

    def under(self, theme: str) -> "Choice":
        """Give the same under another theme, with none beside."""
        return replace(self, theme=theme, beside="")
