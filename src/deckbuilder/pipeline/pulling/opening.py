"""From a file that came back to what it was built of: pack, theme, plan and session, found here."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from msgspec import Struct

from deckbuilder import __version__
from deckbuilder.compose import in_agencys_words
from deckbuilder.content import Pack, apply_edition
from deckbuilder.diagnostics import Diagnostics, Origin, SourceFile
from deckbuilder.office import read_outline, read_provenance
from deckbuilder.pipeline.inputs import pack_digest, theme_digest
from deckbuilder.pipeline.stamping import PACK_DIGEST, THEME_DIGEST, THEME_FOLDER
from deckbuilder.source import Workspace, read_yaml
from deckbuilder.theme import Theme, load_theme

MAX_BYTES = 100 * 1024 * 1024
"""The largest file that is read."""

DOCUMENTS = {"deck": "deck", "facilitator guide": "guide", "worksheet": "worksheet"}
"""What a file says of itself, and what commands call it. A cover note is all of the tool's own making."""


class Received(Struct, frozen=True):
    """A file that came back, and what it says of its origin."""

    data: bytes
    origin: Origin
    said: Mapping[str, str]
    """Its custom properties."""
    intact: bool
    """Whether it is as it was built."""

    @property
    def document(self) -> str:
        """What it is: `deck`, `guide` or `worksheet`; empty for any other."""
        return DOCUMENTS.get(self.said.get("Document", ""), "")


class Came(Struct, frozen=True):
    """A file that came back, and what it was built of."""

    received: Received
    folder: Path
    """The pack's."""
    theme: Theme
    since: tuple[str, ...]
    """What has changed since it was built: `pack`, `theme`, `tool`."""

    @property
    def said(self) -> Mapping[str, str]:
        """The file's custom properties."""
        return self.received.said


def received(path: Path, around: Workspace, diagnostics: Diagnostics) -> Received | None:
    """Read a file; None, with the reason among the diagnostics, where it is none of ours."""
    origin = Origin(SourceFile(around.shown(path)))
    try:
        data = path.read_bytes() if path.stat().st_size <= MAX_BYTES else None
    except OSError as error:
        _unreadable(f"cannot be read: {error.strerror}", origin, diagnostics)
        return None
    if data is None:
        _unreadable(f"is larger than {MAX_BYTES // 2**20} MiB", origin, diagnostics)
        return None
    found = read_provenance(BytesIO(data))
    if found is not None and found.properties.get("Pack"):
        return Received(data, origin, found.properties, found.intact)
    # What cannot be read at all is reported as such.
    if read_outline(data, origin.path, diagnostics) is not None:
        diagnostics.error(
            "not-a-built-file",
            "This file was not built by this tool, or a program has dropped what it said of its origin.",
            origin,
            "To pull, somebody must have edited a built file; `deckbuilder import` makes a pack of any other.",
        )
    return None


def _unreadable(reason: str, origin: Origin, diagnostics: Diagnostics) -> None:
    hint = "Open it in Office, see that it is whole, and save it again."
    diagnostics.error("unreadable-office-file", f"This file {reason}.", origin, hint)


def traced_back(file: Received, around: Workspace, diagnostics: Diagnostics) -> Came | None:
    """Find the pack and the theme of a file; None, with the reason among the diagnostics."""
    said, origin = file.said, file.origin
    folder = _pack(said["Pack"], around)
    name = said.get(THEME_FOLDER, "")
    theme_folder = around.theme(name) if name and not {"/", "\\"} & set(name) else None
    if not file.document:
        what = "The tool puts this document together of the plan, and its words lead back to no text of the pack."
        diagnostics.error("built-of-what-is-not-here", what, origin, "Make the change in the pack.")
    elif folder is None:
        _not_here(f"the pack “{said['Pack']}”", origin, diagnostics)
    elif theme_folder is None:
        _not_here(f"the theme “{name}”", origin, diagnostics)
    else:
        theme = load_theme(theme_folder, around, diagnostics)
        return Came(file, folder, theme, _since(said, folder, theme)) if theme is not None else None
    return None


def _not_here(what: str, origin: Origin, diagnostics: Diagnostics) -> None:
    diagnostics.error(
        "built-of-what-is-not-here",
        f"This file was built of {what}, which is not here.",
        origin,
        "Run the command in the folder that holds content/ and themes/ with it.",
    )


def _pack(name: str, around: Workspace) -> Path | None:
    """Find a pack by its id, which need not be the name of its folder."""
    for folder in around.packs():
        fields = read_yaml(folder / "pack.yaml", "pack.yaml", Diagnostics())
        if fields is not None and str(fields.get("id", "")) == name:
            return folder
    return None


def _since(said: Mapping[str, str], folder: Path, theme: Theme) -> tuple[str, ...]:
    found = {
        "pack": pack_digest(folder, theme.lineage) != said.get(PACK_DIGEST),
        "theme": theme_digest(theme.folders) != said.get(THEME_DIGEST),
        "tool": __version__ != said.get("Deckbuilder"),
    }
    return tuple(name for name, changed in found.items() if changed)


def issued_pack(pack: Pack, came: Came, around: Workspace, diagnostics: Diagnostics) -> tuple[Pack, str | None] | None:
    """Give a pack as its agency gets it, and the name of the plan that a file was built by; None with diagnostics."""
    issued = apply_edition(pack, came.theme.lineage, around, diagnostics)
    title = came.said.get("Plan", "")
    if issued is None or not title:
        return None if issued is None else (issued, None)
    worded = in_agencys_words(issued, came.theme, Diagnostics())
    for name, plan in worded.about.plans.items():
        if plan.title == title:
            return issued, str(name)
    diagnostics.error(
        "built-of-what-is-not-here",
        f"This file was built by the plan “{title}”, which the pack does not have now.",
        came.received.origin,
        "Give the plan its title back until the changes are pulled.",
    )
    return None
