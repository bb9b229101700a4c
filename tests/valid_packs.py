"""Generated packs without what is in error, built into all their documents, and both validators over these."""

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from openxml_audit import OpenXmlValidator

from deckbuilder import pipeline
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.office import OutputFile
from deckbuilder.source import Workspace
from generated import Mapping
from generated_decks import Look, place_generated

MICROSOFTS = Path(__file__).parent.parent / "node_modules" / ".bin" / "ooxml-validator"
"""Microsoft's validator, where it is installed."""


@dataclass(frozen=True, slots=True)
class Documents:
    """What a generated pack became."""

    files: tuple[OutputFile, ...]
    slides: int
    refused: tuple[str, ...]
    """The codes of the errors, for each slide that was left out, and those for which no file was made."""


def documents(number: int, folder: Path, into: Look, workspace: Workspace, only: Sequence[str] = ()) -> Documents:
    """Write a pack into a folder, leave out the slides that are in error, and build it under a theme.

    `only` names the documents to build (`deckbuilder.pipeline.DOCUMENTS`); all of them when empty.
    """
    generated = place_generated(number, folder, into, workspace)
    if not generated.slides:
        return Documents((), 0, generated.refused)
    _keep(folder, generated.slides)
    diagnostics = Diagnostics()
    packs = pipeline.load_packs([folder], workspace, diagnostics)
    order = pipeline.Order(only=only, out=folder / "output", pictures="drawn" if number % 2 else "none")
    (result,) = pipeline.build(packs, [into.theme.folders[0]], order, workspace)
    errors = sorted({item.code for item in (*diagnostics, *result.diagnostics) if item.severity == "error"})
    assert bool(errors) != bool(result.files), f"pack {number} has errors and files, or neither: {errors}"
    return Documents(tuple(result.files), len(generated.slides), (*generated.refused, *errors))


def audited(file: Path) -> list[str]:
    """Give the errors that openxml-audit finds in a file."""
    return [str(error) for error in _auditor().validate(file).errors]


def validated(file: Path) -> list[str]:
    """Give the errors that Microsoft's validator finds in a file."""
    done = subprocess.run([str(MICROSOFTS), str(file)], check=False, capture_output=True, text=True, timeout=120)
    said = json.loads(done.stdout)
    return [json.dumps(error) for error in said["errors"]] if not said["ok"] else []


@cache
def _auditor() -> OpenXmlValidator:
    return OpenXmlValidator()


def _keep(folder: Path, slides: Sequence[Mapping]) -> None:
    """Write the pack again with these slides alone; a section file without any goes."""
    kept = {str(slide["id"]) for slide in slides}
    about = yaml.safe_load((folder / "pack.yaml").read_text(encoding="utf-8"))
    for name in list(about["slides"]):
        content = yaml.safe_load((folder / name).read_text(encoding="utf-8"))
        content["slides"] = [slide for slide in content["slides"] if slide["id"] in kept]
        if not content["slides"]:
            about["slides"].remove(name)
            continue
        _write(folder / name, content)
    _write(folder / "pack.yaml", about)


def _write(path: Path, content: Mapping) -> None:
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
