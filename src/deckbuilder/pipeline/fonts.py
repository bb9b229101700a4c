"""The fonts of a theme: the agency's own files, by which text is measured, and what is to be said of them."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.fit import FACES, FontFileError, faces_in, family_faces, is_known
from deckbuilder.ir.template import Fonts
from deckbuilder.office import DeckTemplate, WordTemplate, deck_template, word_template
from deckbuilder.theme import FontFile, Theme

_FACES = dict(zip(FACES, ("regular", "bold", "italic", "bold italic"), strict=True))


class _OwnFonts(Struct, frozen=True):
    """The font files of a theme that could be read."""

    files: tuple[FontFile, ...] = ()

    @property
    def data(self) -> tuple[bytes, ...]:
        """What the files hold."""
        return tuple(file.data for file in self.files)

    def know(self, family: str) -> bool:
        """Say whether the widths of a family are known, from a file or without one."""
        return bool(family_faces(family, self.data)) or is_known(family)


def templates_of(theme: Theme, diagnostics: Diagnostics) -> tuple[DeckTemplate | None, WordTemplate | None]:
    """Make the templates of a theme, in which text is measured by its font files; None for one that cannot be made."""
    own = _read(theme, diagnostics)
    _check_fonts(theme, own, diagnostics)
    deck, word = deck_template(theme, diagnostics, own.know), word_template(theme, diagnostics)
    if own.files and deck is not None and word is not None:
        _check_names(theme, own, (deck.look.fonts, word.page.fonts), diagnostics)
        deck = replace(deck, look=replace(deck.look, fonts=replace(deck.look.fonts, files=own.data)))
        word = replace(word, page=replace(word.page, fonts=replace(word.page.fonts, files=own.data)))
    return deck, word


def _read(theme: Theme, diagnostics: Diagnostics) -> _OwnFonts:
    """Read the font files of a theme; one that is none, or is damaged, is reported and left out."""
    sound = []
    for file in theme.font_files:
        try:
            faces_in(file.data)
        except FontFileError as error:
            diagnostics.error(
                "damaged-font",
                f"“{file.name}” cannot be read as a font: {error}.",
                file.name.origin,
                "Open it on a computer to see whether it is whole, or take it out: the font's fallback then counts.",
            )
        else:
            sound.append(file)
    return _OwnFonts(tuple(sound))


def _check_fonts(theme: Theme, own: _OwnFonts, diagnostics: Diagnostics) -> None:
    """Say which of a theme's fonts cannot be measured truly, since readers may lack them or a face has no file."""
    fonts = theme.brand.fonts
    pair = tuple(dict.fromkeys((fonts.heading, fonts.body)))
    for family in pair:
        _check_faces(family, own, diagnostics)
    unknown = [family for family in pair if not own.know(family)]
    if not unknown or (fonts.fallback is not None and is_known(fonts.fallback)):
        return
    if fonts.fallback is not None:
        diagnostics.advise(
            "font-not-known",
            f"The widths of the fallback “{fonts.fallback}” are not known either.",
            fonts.fallback.origin,
            "Known are Arial, Calibri, Cambria, Times New Roman and Verdana.",
        )
        return
    for family in unknown:
        diagnostics.advise(
            "font-not-known",
            f"The widths of “{family}” are not known, and not everyone has it: it is measured as a very wide font.",
            family.origin,
            "Name its files under brand.fonts.files, or a near font that everyone has as brand.fonts.fallback, such as "
            "Arial.",
        )


def _check_names(theme: Theme, own: _OwnFonts, used: Sequence[Fonts], diagnostics: Diagnostics) -> None:
    """Warn of font files with another font than those the documents are in; `used` are the fonts of the templates.

    Nothing is said of a file that comes from a theme below, where this one names other fonts.
    """
    fonts = theme.brand.fonts
    families = [fonts.heading, fonts.body, *(name for pair in used for name in (pair.heading, pair.body))]
    homes = {family.origin.path for family in (fonts.heading, fonts.body) if family.origin}
    for file in own.files:
        serves = any(family_faces(family, (file.data,)) for family in families)
        if not serves and file.name.origin and file.name.origin.path in homes:
            has = _listed([f"“{name}”" for name in _names(file)])
            wanted = _listed([f"“{name}”" for name in dict.fromkeys((fonts.heading, fonts.body))])
            diagnostics.warn(
                "font-of-another-name",
                f"“{file.name}” has the font {has}, and the theme's text is in {wanted}: the file serves nothing.",
                file.name.origin,
                "Write the font's name as the file has it, or name the file of the font that is meant.",
            )


def _check_faces(family: str, own: _OwnFonts, diagnostics: Diagnostics) -> None:
    """Say which faces of a family have no file, where others have."""
    faces = family_faces(family, own.data)
    missing = [name for face, name in _FACES.items() if face not in faces]
    if faces and missing:
        first = next(file for file in own.files if family_faces(family, (file.data,)))
        diagnostics.advise(
            "font-faces-missing",
            f"No file has the {_listed(missing)} of “{family}”.",
            first.name.origin,
            "Name these files too, if the font has such faces: until then they are measured by the nearest one, bold "
            "as a tenth wider than regular.",
        )


def _names(file: FontFile) -> Sequence[str]:
    return tuple(dict.fromkeys(name for face in faces_in(file.data) for name in face.families))[:4]


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
