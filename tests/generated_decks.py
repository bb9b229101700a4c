"""Generated packs under themes: composed, and placed without the slides that are in error."""

from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from deckbuilder.compose import Markup, compose_deck, deliveries, in_agencys_words, values_of
from deckbuilder.content import load_pack
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.fit import place_deck
from deckbuilder.ir.presentation import PlacedDeck
from deckbuilder.office import DeckTemplate, deck_template
from deckbuilder.source import Workspace
from deckbuilder.theme import Theme, load_theme
from generated import Mapping, write_pack

THEMES = ("board", "police", "schools", "health", "council", "board-large-print", "four-to-three")
"""Those that are shipped, and one for narrow slides."""
_FOUR_TO_THREE = 'name: four-to-three\nextends: board\ndeck:\n  size: "4:3"\n'


@dataclass(frozen=True, slots=True)
class Look:
    """A theme with its template."""

    theme: Theme
    template: DeckTemplate


@dataclass(frozen=True, slots=True)
class Generated:
    """A generated pack's deck under a theme."""

    slides: tuple[Mapping, ...]
    """What was written, for the slides that are without error."""
    deck: PlacedDeck
    refused: tuple[str, ...]
    """The codes of the errors, for each slide that has one and so is left out."""


def look(name: str, workspace: Workspace, folder: Path) -> Look:
    """Load a theme of `THEMES`; `folder` is for the one that is not shipped."""
    if name == "four-to-three":
        where = folder / name
        where.mkdir(exist_ok=True)
        (where / "theme.yaml").write_text(_FOUR_TO_THREE, encoding="utf-8")
    else:
        found = workspace.theme(name)
        assert found is not None
        where = found
    diagnostics = Diagnostics()
    theme = load_theme(where, workspace, diagnostics)
    assert theme is not None
    template = deck_template(theme, diagnostics)
    assert template is not None
    assert not diagnostics.has_errors, [str(item) for item in diagnostics]
    return Look(theme, template)


def place_generated(number: int, folder: Path, into: Look, workspace: Workspace) -> Generated:
    """Write a pack into a folder, read it, and place what can be placed."""
    files = write_pack(number, folder)
    diagnostics = Diagnostics()
    pack = load_pack(folder, workspace, diagnostics)
    assert pack is not None, [str(item) for item in diagnostics]
    pack = in_agencys_words(pack, into.theme, diagnostics)
    markup = Markup(values_of(pack, into.theme), pack.ids, diagnostics)
    (delivery,) = deliveries(pack, None)
    deck = compose_deck(pack, into.theme, delivery, markup)
    assert not diagnostics.has_errors, [str(item) for item in diagnostics]
    sound, refused = [], []
    for slide in deck.slides:
        alone = Diagnostics()
        place_deck(replace(deck, slides=(slide,)), into.template.look, alone)
        refused += sorted({item.code for item in alone if alone.has_errors})
        if not alone.has_errors:
            sound.append(slide)
    written = {slide["id"]: slide for name in files for slide in files[name]["slides"] if name != "pack.yaml"}
    placed = place_deck(replace(deck, slides=tuple(sound)), into.template.look, diagnostics)
    assert not diagnostics.has_errors, [str(item) for item in diagnostics]
    return Generated(tuple(written[slide.id] for slide in sound), placed, tuple(refused))
