"""From a theme's folder to a `Theme`: with what it extends, its files, and its twelve colours."""

from pathlib import Path

from msgspec import Struct

from deckbuilder.diagnostics import Diagnostics, Origin, SourceFile, did_you_mean
from deckbuilder.source import Fields, Node, Text, Workspace, read_yaml, validated
from deckbuilder.source.pictures import is_there
from deckbuilder.theme.files import DECK_SUFFIXES, WORD_SUFFIXES, FontFile, LogoFiles, TemplateFile, ThemeFolder
from deckbuilder.theme.model import (
    Agency,
    Brand,
    Control,
    DeckSettings,
    ThemeFile,
    Wording,
    WordSettings,
    WorksheetSettings,
)
from deckbuilder.theme.palette import palette


class Theme(Struct, frozen=True):
    """A theme whose files have all been read and found sound."""

    lineage: tuple[str, ...]
    """The names of the theme's folder and of those it extends, in order."""
    folders: tuple[Path, ...]
    """The folders of these themes, in the same order."""
    file: ThemeFile
    colours: dict[str, str]
    """The twelve theme colours by the standard's names, as six hexadecimal digits."""
    logo: LogoFiles | None = None
    deck_template: TemplateFile | None = None
    word_template: TemplateFile | None = None
    font_files: tuple[FontFile, ...] = ()

    @property
    def name(self) -> Text:
        """What people call the theme."""
        return self.file.name

    @property
    def agency(self) -> Agency:
        """Who issues the documents."""
        return self.file.agency

    @property
    def brand(self) -> Brand:
        """How the agency looks."""
        return self.file.brand

    @property
    def deck(self) -> DeckSettings:
        """Settings of the deck."""
        return self.file.deck

    @property
    def word(self) -> WordSettings:
        """Settings of the Word documents."""
        return self.file.word

    @property
    def wording(self) -> Wording:
        """Which words the agency uses."""
        return self.file.wording

    @property
    def worksheet(self) -> WorksheetSettings:
        """What the worksheet asks of participants."""
        return self.file.worksheet

    @property
    def control(self) -> Control:
        """Document control."""
        return self.file.control


def load_theme(folder: Path, workspace: Workspace, diagnostics: Diagnostics) -> Theme | None:
    """Read a theme; None when it has errors, which stand among the diagnostics."""
    mine = Diagnostics()
    theme = _load(folder, workspace, mine)
    diagnostics.extend(mine)
    return None if mine.has_errors else theme


def _load(folder: Path, workspace: Workspace, diagnostics: Diagnostics) -> Theme | None:
    chain = _chain(folder, workspace, diagnostics)
    if not chain:
        return None
    fields = chain[-1][1]
    for _, own in reversed(chain[:-1]):
        fields = _extended(fields, own)
    file = validated(ThemeFile, fields, "the theme", diagnostics)
    if file is None:
        return None
    files = ThemeFolder({own.origin.path: home for home, own in chain}, diagnostics)
    logo, deck, word = file.brand.logo, file.deck.template, file.word.template
    _check_overruled(file, diagnostics)
    _check_maps(file, diagnostics)
    # Where both templates are the agency's own, the brand's colours show nowhere.
    about_colours = Diagnostics() if deck is not None and word is not None else diagnostics
    return Theme(
        lineage=tuple(home.name for home, _ in chain),
        folders=tuple(home for home, _ in chain),
        file=file,
        colours=palette(file.brand.colours, about_colours),
        logo=files.logo(logo) if logo is not None else None,
        deck_template=files.template(deck, DECK_SUFFIXES) if deck is not None else None,
        word_template=files.template(word, WORD_SUFFIXES) if word is not None else None,
        font_files=tuple(file for file in map(files.font, file.brand.fonts.files) if file is not None),
    )


def _check_maps(file: ThemeFile, diagnostics: Diagnostics) -> None:
    """Warn of a map that has no template to be a map of."""
    for key, template, found in (
        ("deck.layouts", file.deck.template, file.deck.layouts),
        ("word.styles", file.word.template, file.word.styles),
    ):
        if template is None and found:
            place = next(iter(found.values())).origin
            what = key.partition(".")[0]
            diagnostics.warn(
                "template-decides",
                f"{key} has no effect without {what}.template.",
                place,
                "Name the template, or take the map out.",
            )


def _check_overruled(file: ThemeFile, diagnostics: Diagnostics) -> None:
    """Warn of settings that an agency's own template overrules: nobody should believe in a large print that is none."""
    for part, template, settings in (
        ("deck", file.deck.template, {"size", "text"} & file.deck.model_fields_set),
        ("word", file.word.template, {"page", "text_size"} & file.word.model_fields_set),
    ):
        if template is not None and settings:
            named = " and ".join(f"{part}.{name}" for name in sorted(settings))
            has = "has" if len(settings) == 1 else "have"
            diagnostics.warn(
                "template-decides",
                f"{named} {has} no effect: with a template of the agency's own, it is the template that decides.",
                template.origin,
                "Take the setting out, or the template; for large print, a large-print template is needed.",
            )


def _chain(folder: Path, workspace: Workspace, diagnostics: Diagnostics) -> list[tuple[Path, Fields]]:
    """Read a theme and those it extends; empty, with a diagnostic, when one of them cannot be read."""
    chain: list[tuple[Path, Fields]] = []
    home: Path | None = folder.resolve()
    while home is not None:
        fields = _manifest(home, workspace, diagnostics)
        if fields is None:
            return []
        chain.append((home, fields))
        base = fields.get("extends")
        if not isinstance(base, Text) or not base:
            return chain  # a wrong kind of value is reported by the model
        below = _base(base, home, workspace)
        if below is None and base == home.name:
            below = home
        known = [path.name for path in workspace.themes() if path.resolve() != home]
        home = below
        if home is None:
            diagnostics.error(
                "unknown-theme", f"There is no theme “{base}” to extend.", base.origin, did_you_mean(base, known)
            )
            return []
        if home in [seen for seen, _ in chain]:
            names = " → ".join([path.name for path, _ in chain] + [home.name])
            diagnostics.error(
                "extends-loop", f"These themes extend each other without end: {names}.", base.origin,
                "Let one of them stand by itself.",
            )  # fmt: skip
            return []
    return chain


def _manifest(folder: Path, workspace: Workspace, diagnostics: Diagnostics) -> Fields | None:
    manifest = folder / "theme.yaml"
    if not manifest.is_file():
        diagnostics.error(
            "no-theme-file",
            "This folder has no theme.yaml, so it is no theme.",
            Origin(SourceFile(workspace.shown(folder))),
            _no_manifest_hint(folder),
        )
        return None
    return read_yaml(manifest, workspace.shown(manifest), diagnostics)


def _no_manifest_hint(folder: Path) -> str:
    # Editors add endings of their own, and others write YAML's in three letters.
    for name in ("theme.yml", "theme.yaml.txt", "theme.txt"):
        if (folder / name).is_file():
            return f"There is a {name}: rename it to theme.yaml."
    return "Write a theme.yaml with name, agency and brand, or let `deckbuilder new theme` write one."


def _base(name: Text, home: Path, workspace: Workspace) -> Path | None:
    """Find a theme that another extends: beside it, then in the workspace, then among those the package carries."""
    beside = home.parent / name
    if is_there(beside / "theme.yaml") and beside.resolve() != home:
        return beside.resolve()
    try:
        found = workspace.theme(name, apart_from=home)
    except OSError:  # a name that no folder could have, such as a whole sentence
        return None
    return found.resolve() if found and is_there(found / "theme.yaml") else None


def _extended(base: Fields, own: Fields) -> Fields:
    """Give a theme's fields with those of the theme it extends where it has none of its own."""
    inherited = Fields(base.origin)
    for key, value in base.items():
        # A map of layouts or styles belongs to the template it was made for.
        mine = own.get(key)
        if isinstance(value, Fields) and isinstance(mine, Fields) and "template" in mine:
            value = _without(value, "layouts", "styles")  # noqa: PLW2901
        if key not in {"name", "extends"}:
            inherited[key] = value
            inherited.key_origins[key] = base.key_origins[key]
    return _merged(inherited, own)


def _without(fields: Fields, *keys: str) -> Fields:
    kept = Fields(fields.origin)
    kept.update({key: value for key, value in fields.items() if key not in keys})
    kept.key_origins = fields.key_origins
    return kept


def _merged(base: Fields, own: Fields) -> Fields:
    """Lay one mapping over another, mapping by mapping; a list or a text takes the place of the other's."""
    both = Fields(own.origin)
    for fields in (base, own):
        for key, value in fields.items():
            below = both.get(key)
            merged: Node = _merged(below, value) if isinstance(below, Fields) and isinstance(value, Fields) else value
            both[key] = merged
            both.key_origins[key] = fields.key_origins[key]
    return both
