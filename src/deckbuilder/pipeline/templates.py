"""The whole flow on one screen: load, compose, fit, check, write."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from deckbuilder.checks import check_deck, check_release
from deckbuilder.compose import (
    Delivery,
    Markup,
    compose_deck,
    compose_guide,
    compose_worksheet,
    deliveries,
    in_agencys_words,
    values_of,
)
from deckbuilder.content import EditionFile, Pack, PackFile, Section, apply_edition, check_editions, load_pack
from deckbuilder.diagnostics import Diagnostics, did_you_mean
from deckbuilder.fit import is_known, place_deck
from deckbuilder.ir.document import Document
from deckbuilder.ir.presentation import PlacedDeck
from deckbuilder.ir.template import Template
from deckbuilder.office import (
    DeckInspection,
    OutputFile,
    WordInspection,
    deck_template,
    inspect_deck,
    inspect_word,
    word_template,
    write_deck,
    write_document,
)
from deckbuilder.source import Text, Workspace, draft_07
from deckbuilder.theme import DECK_SUFFIXES, SAVE_AS, WORD_SUFFIXES, TemplateFile, Theme, ThemeFile, load_theme
from deckbuilder.theme.starter import StarterLook, brand_colours, starter_theme

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


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted of a build."""

    plan: str | None = None
    """The delivery plan; the pack's own default when None."""
    only: Sequence[str] = ()
    """The documents, by the names in `DOCUMENTS`; empty for all."""
    out: Path = Path("output")
    start: int | None = None
    """When the session begins, in minutes from midnight; None where the guide's clock runs from zero."""
    release: date | None = None
    """The day on which the documents are issued; None where they are not."""


def compile_pack(
    pack: Pack, theme: Theme, order: Order, template: Template, diagnostics: Diagnostics
) -> list[Compiled]:
    """Compile a pack's sessions; what is wrong stands among the diagnostics."""
    if order.plan is not None and order.plan not in pack.about.plans:
        known = [str(name) for name in pack.about.plans]
        diagnostics.error(
            "unknown-plan",
            f"The pack “{pack.about.id}” has no plan “{order.plan}”.",
            pack.about.id.origin,
            did_you_mean(order.plan, known),
        )
        return []
    pack = in_agencys_words(pack, theme, diagnostics)
    markup = Markup(values_of(pack, theme), pack.ids, diagnostics, pack.omitted)
    compiled = []
    for delivery in deliveries(pack, order.plan):
        deck = place_deck(compose_deck(pack, theme, delivery, markup), template, diagnostics)
        check_deck(deck, diagnostics)
        guide = compose_guide(pack, theme, delivery, deck, order.start, markup)
        worksheet = compose_worksheet(pack, theme, delivery, markup)
        compiled.append(Compiled(pack, delivery, deck, guide, worksheet))
    return compiled


@dataclass(frozen=True, slots=True)
class ThemeResult:
    """What became of all packs under one theme."""

    folder: Path
    """The theme's."""
    files: tuple[OutputFile, ...]
    """Ready to be written; none where the theme, or a pack under it, has errors."""
    slides: int
    """How many slides its decks have."""
    diagnostics: Diagnostics


def load_packs(folders: Sequence[Path], workspace: Workspace, diagnostics: Diagnostics) -> list[Pack]:
    """Read packs; those with errors, which stand among the diagnostics, are left out."""
    loaded = [load_pack(folder, workspace, diagnostics) for folder in folders]
    packs = [pack for pack in loaded if pack is not None]
    _check_ids(packs, diagnostics)
    for pack in packs:
        check_editions(pack, workspace, diagnostics)
    return packs


def check(packs: Sequence[Pack], themes: Sequence[Path], order: Order, workspace: Workspace) -> Iterator[ThemeResult]:
    """Check packs under each theme in turn, and write nothing."""
    for folder in themes:
        made = _Made(folder, workspace)
        made.compile_all(packs, order)
        yield made.result(())


def build(packs: Sequence[Pack], themes: Sequence[Path], order: Order, workspace: Workspace) -> Iterator[ThemeResult]:
    """Make the documents of packs under each theme in turn, in memory: what is wrong in one theme stops no other."""
    for folder in themes:
        made = _Made(folder, workspace)
        compiled = made.compile_all(packs, order)
        yield made.result([file for each in compiled for file in made.written(each, order)])


class _Made:
    """One theme's documents in the making."""

    def __init__(self, folder: Path, workspace: Workspace) -> None:
        self._folder = folder
        self._workspace = workspace
        self._diagnostics = Diagnostics()
        self._slides = 0
        self._theme = load_theme(folder, workspace, self._diagnostics)
        if self._theme:
            _check_fonts(self._theme, self._diagnostics)
        self._deck = deck_template(self._theme, self._diagnostics, is_known) if self._theme else None
        self._word = word_template(self._theme, self._diagnostics) if self._theme else None

    def compile_all(self, packs: Sequence[Pack], order: Order) -> list[Compiled]:
        if self._theme is None or self._deck is None or self._word is None:
            return []
        compiled: list[Compiled] = []
        for pack in packs:
            issued = apply_edition(pack, self._theme.lineage, self._workspace, self._diagnostics)
            if issued is not None:
                if order.release:
                    check_release(issued, self._theme, order.release, self._diagnostics)
                compiled += compile_pack(issued, self._theme, order, self._deck.look, self._diagnostics)
        self._slides = sum(len(each.deck.slides) for each in compiled)
        return compiled

    def written(self, compiled: Compiled, order: Order) -> list[OutputFile]:
        if self._diagnostics.has_errors or self._deck is None or self._word is None:
            return []
        stem = "-".join(str(part) for part in (compiled.pack.about.id, compiled.delivery.name) if part)
        files = []
        for name in DOCUMENTS:
            if name in (order.only or DOCUMENTS):
                if name == "deck":
                    data = write_deck(compiled.deck, self._deck)
                else:
                    document = compiled.guide if name == "guide" else compiled.worksheet
                    data = write_document(document, self._word)
                files.append(OutputFile(order.out / self._folder.name / f"{stem}-{_FILES[name]}", data))
        return files

    def result(self, files: Sequence[OutputFile]) -> ThemeResult:
        return ThemeResult(self._folder, tuple(files), self._slides, self._diagnostics)


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


def _check_fonts(theme: Theme, diagnostics: Diagnostics) -> None:
    """Say which of a theme's fonts readers may lack."""
    fonts = theme.brand.fonts
    if fonts.fallback is not None and is_known(fonts.fallback):
        return
    if fonts.fallback is not None:
        diagnostics.advise(
            "font-not-known",
            f"The widths of the fallback “{fonts.fallback}” are not known either.",
            fonts.fallback.origin,
            "Known are Arial, Calibri, Cambria, Times New Roman and Verdana.",
        )
        return
    for font in dict.fromkeys((fonts.heading, fonts.body)):
        if not is_known(font):
            diagnostics.advise(
                "font-not-known",
                f"The widths of “{font}” are not known, and not everyone has it: it is measured as a very wide font.",
                font.origin,
                "Name a near font that everyone has as brand.fonts.fallback, such as Arial.",
            )


def schemas() -> dict[str, dict[str, Any]]:
    """Give the JSON Schemas of the files that authors write, by name."""
    return {
        "pack": draft_07(PackFile, "pack.yaml"),
        "section": draft_07(Section, "a section file"),
        "edition": draft_07(EditionFile, "an edition"),
        "theme": _extendable(draft_07(ThemeFile, "theme.yaml")),
    }


def _extendable(schema: dict[str, Any]) -> dict[str, Any]:
    """Let a theme that extends another leave out what that one gives, which an editor cannot know."""
    for name in ("Agency", "Brand", "Colours", "FontPair"):
        schema["definitions"][name].pop("required", None)
    return {**schema, "required": ["name"], "anyOf": [{"required": ["extends"]}, {"required": ["agency", "brand"]}]}


def inspect_template(file: Path, diagnostics: Diagnostics) -> DeckInspection | WordInspection | None:
    """Look into an agency's own Office template; None, with a diagnostic, when it cannot be used.

    The file must be there, and be a .pptx, .potx, .docx or .dotx.
    """
    template = _template(file, diagnostics)
    return _inspected(template, diagnostics) if template else None


def _template(file: Path, diagnostics: Diagnostics) -> TemplateFile | None:
    suffix = file.suffix.lower()
    if suffix not in (*DECK_SUFFIXES, *WORD_SUFFIXES):
        known = ", ".join((*DECK_SUFFIXES, *WORD_SUFFIXES))
        diagnostics.error(
            "wrong-file-format",
            f"“{file.name}” is no template: those end in {known}.",
            hint=SAVE_AS.get(suffix, "Name another file."),
        )
        return None
    return TemplateFile(Text(file.name), file.read_bytes())


def _inspected(template: TemplateFile, diagnostics: Diagnostics) -> DeckInspection | WordInspection | None:
    if template.name.lower().endswith(WORD_SUFFIXES):
        return inspect_word(template, diagnostics)
    return inspect_deck(template, diagnostics, is_known)


def new_theme(folder: Path, templates: Sequence[Path], diagnostics: Diagnostics) -> list[OutputFile]:
    """Make the files of a new theme in a folder, in memory; none, with diagnostics, when a template cannot be used."""
    look = StarterLook()
    files: list[OutputFile] = []
    for file in templates:
        template = _template(file, diagnostics)
        found = _inspected(template, diagnostics) if template else None
        if template is None or found is None:
            return []
        files.append(OutputFile(folder / file.name, template.data))
        if isinstance(found, WordInspection):
            look = replace(look, word=file.name, styles=found.proposed)
        else:
            look = _taken_from(found, file.name, look)
    text = starter_theme(folder.name, look)
    return [OutputFile(folder / "theme.yaml", text.encode()), *files]


def _taken_from(found: DeckInspection, name: str, look: StarterLook) -> StarterLook:
    """Take a deck template's fonts and colours, for the Word documents and for slides that are added."""
    colours = {colour.name: colour.value for colour in found.colours}
    heading, body = (font.name for font in found.fonts)
    brand, accents = brand_colours(colours)
    return replace(look, brand=brand, accents=accents, heading=heading, body=body, deck=name, layouts=found.proposed)
