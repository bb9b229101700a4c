"""From a theme's folder to a `Theme`."""

from pathlib import Path

from deckbuilder.diagnostics import Diagnostics, Origin, SourceFile
from deckbuilder.source import Workspace, read_yaml, validated
from deckbuilder.theme.model import Theme


def load_theme(folder: Path, workspace: Workspace, diagnostics: Diagnostics) -> Theme | None:
    """Read a theme; None when it has errors, which stand among the diagnostics."""
    manifest = folder / "theme.yaml"
    if not manifest.is_file():
        diagnostics.error(
            "no-theme-file",
            "This folder has no theme.yaml, so it is no theme.",
            Origin(SourceFile(workspace.shown(folder))),
            "Write a theme.yaml with name, agency and brand.",
        )
        return None
    mine = Diagnostics()
    fields = read_yaml(manifest, workspace.shown(manifest), mine)
    theme = validated(Theme, fields, "the theme", mine) if fields is not None else None
    diagnostics.extend(mine)
    return None if mine.has_errors else theme
