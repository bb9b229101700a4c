"""The whole flow on one screen: load, compose, fit, check, write."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deckbuilder.checks import check_deck
from deckbuilder.compose import (
    Delivery,
    Markup,
    compose_deck,
    compose_guide,
    compose_worksheet,
    deliveries,
    values_of,
)
from deckbuilder.content import Pack, PackFile, Section, load_pack
from deckbuilder.diagnostics import Diagnostics, did_you_mean
from deckbuilder.fit import place_deck
from deckbuilder.ir.document import Document
from deckbuilder.ir.presentation import PlacedDeck
from deckbuilder.ir.template import Template
from deckbuilder.office import (
    OutputFile,
    generate_template,
    generate_word_template,
    write_deck,
    write_document,
)
from deckbuilder.source import Workspace, draft_07
from deckbuilder.theme import Theme, load_theme

DOCUMENTS = ("deck", "guide", "worksheet")
"""What can be built, by the names of the command line."""

_FILES = {"deck": "deck.pptx", "guide": "facilitator-guide.docx", "worksheet": "worksheet.docx"}


@dataclass(frozen=True, slots=True)
class Compiled:
    """A session, compiled and checked, not yet written."""

    pack: Pack
    delivery: Delivery
    deck: PlacedDeck
    guide: Document
    worksheet: Document


def compile_pack(
    pack: Pack, theme: Theme, plan: str | None, template: Template, diagnostics: Diagnostics
) -> list[Compiled]:
    """Compile a pack's sessions; what is wrong stands among the diagnostics."""
    if plan is not None and plan not in pack.about.plans:
        known = [str(name) for name in pack.about.plans]
        diagnostics.error(
            "unknown-plan",
            f"The pack “{pack.about.id}” has no plan “{plan}”.",
            pack.about.id.origin,
            did_you_mean(plan, known),
        )
        return []
    markup = Markup(values_of(pack, theme), (str(slide.id) for slide in pack.slides), diagnostics)
    compiled = []
    for delivery in deliveries(pack, plan):
        deck = place_deck(compose_deck(pack, theme, delivery, markup), template, diagnostics)
        check_deck(deck, diagnostics)
        guide = compose_guide(pack, theme, delivery, deck, markup)
        worksheet = compose_worksheet(pack, theme, delivery, markup)
        compiled.append(Compiled(pack, delivery, deck, guide, worksheet))
    return compiled


def check(packs: Sequence[Path], themes: Sequence[Path], plan: str | None, workspace: Workspace) -> Diagnostics:
    """Check packs under themes and write nothing."""
    diagnostics = Diagnostics()
    _compile_all(packs, themes, plan, workspace, diagnostics)
    return diagnostics


def build(
    packs: Sequence[Path],
    themes: Sequence[Path],
    plan: str | None,
    only: Sequence[str],
    out: Path,
    workspace: Workspace,
    diagnostics: Diagnostics,
) -> list[OutputFile]:
    """Make the documents of packs under themes, in memory; nothing is written here."""
    files: list[OutputFile] = []
    wanted = only or DOCUMENTS
    for folder, theme, template, compiled in _compile_all(packs, themes, plan, workspace, diagnostics):
        if diagnostics.has_errors:
            continue
        word = generate_word_template(theme)
        stem = "-".join(str(part) for part in (compiled.pack.about.id, compiled.delivery.name) if part)
        for name in DOCUMENTS:
            if name in wanted:
                if name == "deck":
                    data = write_deck(compiled.deck, template)
                else:
                    data = write_document(compiled.guide if name == "guide" else compiled.worksheet, word)
                files.append(OutputFile(out / folder.name / f"{stem}-{_FILES[name]}", data))
    return files


def _check_ids(packs: Sequence[Pack], diagnostics: Diagnostics) -> None:
    """Report packs of the same id: their files would have the same names."""
    seen: dict[str, Pack] = {}
    for pack in packs:
        first = seen.setdefault(pack.about.id, pack)
        if first is not pack:
            origin = first.about.id.origin
            where = f" in {origin.path}" if origin else ""
            diagnostics.error(
                "duplicate-pack-id",
                f"Another pack has the id “{pack.about.id}” already{where}, so the files of the two would be one.",
                pack.about.id.origin,
                "Give this pack an id of its own.",
            )


def schemas() -> dict[str, dict[str, Any]]:
    """Give the JSON Schemas of the files that authors write, by name."""
    return {
        "pack": draft_07(PackFile, "pack.yaml"),
        "section": draft_07(Section, "a section file"),
        "theme": draft_07(Theme, "theme.yaml"),
    }


def _compile_all(
    packs: Sequence[Path],
    themes: Sequence[Path],
    plan: str | None,
    workspace: Workspace,
    diagnostics: Diagnostics,
) -> list[tuple[Path, Theme, Template, Compiled]]:
    loaded = [load_pack(folder, workspace, diagnostics) for folder in packs]
    _check_ids([pack for pack in loaded if pack is not None], diagnostics)
    found: list[tuple[Path, Theme, Template, Compiled]] = []
    for folder in themes:
        theme = load_theme(folder, workspace, diagnostics)
        if theme is None:
            continue
        template = generate_template(theme)
        for pack in loaded:
            if pack is not None:
                found += [
                    (folder, theme, template, compiled)
                    for compiled in compile_pack(pack, theme, plan, template, diagnostics)
                ]
    return found
