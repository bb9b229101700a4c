"""The files that a theme names: its logo, its fonts and its own Office templates."""

from pathlib import Path, PurePosixPath

from msgspec import Struct

from deckbuilder.diagnostics import Diagnostics, did_you_mean
from deckbuilder.source import Text
from deckbuilder.source.pictures import PictureFile, is_there, leads_outside, load_picture
from deckbuilder.theme.model import Logo

DECK_SUFFIXES = (".pptx", ".potx")
WORD_SUFFIXES = (".docx", ".dotx")
"""How the files of templates end."""

MAX_TEMPLATE_BYTES = 100 * 1024 * 1024
"""The largest Office template taken."""
FONT_SUFFIXES = (".ttf", ".otf", ".ttc")
"""How the files of fonts end."""

MAX_FONT_BYTES = 30 * 1024 * 1024
"""The largest font file taken: fonts with all Chinese characters have 20 MiB."""
MAX_SVG_BYTES = 2 * 1024 * 1024
"""The largest SVG taken."""


class LogoFile(Struct, frozen=True):
    """One form of a logo."""

    name: Text
    picture: PictureFile
    svg: bytes | None
    """The drawing that the picture stands for, as the file holds it: not yet looked into."""


class LogoFiles(Struct, frozen=True):
    """A logo, and its form for the brand's own colour."""

    usual: LogoFile
    on_brand: LogoFile | None
    description: str


class TemplateFile(Struct, frozen=True):
    """An agency's own Office template, not yet looked into."""

    name: Text
    data: bytes


class FontFile(Struct, frozen=True):
    """A font file, not yet looked into."""

    name: Text
    data: bytes


class ThemeFolder:
    """Finds the files that a theme, or one that it extends, names: each from the folder of the theme that names it."""

    def __init__(self, folders: dict[str, Path], diagnostics: Diagnostics) -> None:
        self._folders = folders
        self._diagnostics = diagnostics

    def logo(self, logo: Logo) -> LogoFiles | None:
        """Read a logo; None, with a diagnostic, when it cannot be used."""
        usual = self._picture(logo.file)
        on_brand = self._picture(logo.on_brand) if logo.on_brand is not None else None
        if usual is None or (logo.on_brand is not None and on_brand is None):
            return None
        return LogoFiles(usual, on_brand, str(logo.description))

    def template(self, name: Text, suffixes: tuple[str, ...]) -> TemplateFile | None:
        """Read a template; None, with a diagnostic, when it is not there."""
        path = self._path(name, suffixes, "missing-template")
        data = self._bytes(path, name, MAX_TEMPLATE_BYTES) if path else None
        return TemplateFile(name, data) if data is not None else None

    def font(self, name: Text) -> FontFile | None:
        """Read a font file; None, with a diagnostic, when it is not there."""
        path = self._path(name, FONT_SUFFIXES, "missing-font-file")
        data = self._bytes(path, name, MAX_FONT_BYTES) if path else None
        return FontFile(name, data) if data is not None else None

    def _picture(self, name: Text) -> LogoFile | None:
        path = self._path(name, (".svg", ".png", ".jpg", ".jpeg"), "missing-logo")
        if path is None:
            return None
        if path.suffix.lower() != ".svg":
            picture = load_picture(path, name, self._diagnostics)
            return LogoFile(name, picture, None) if picture else None
        twin = path.with_suffix(".png")
        if not is_there(twin):
            self._diagnostics.error(
                "missing-logo",
                f"“{name}” needs a PNG of the same name beside it, for programs that do not show SVG.",
                name.origin,
                f"Save the logo as {twin.name} too, 1,000 pixels wide or more.",
            )
            return None
        svg = self._bytes(path, name, MAX_SVG_BYTES)
        picture = load_picture(twin, Text(twin.name, name.origin), self._diagnostics)
        return LogoFile(name, picture, svg) if picture and svg is not None else None

    def _path(self, name: Text, suffixes: tuple[str, ...], missing: str) -> Path | None:
        folder = self._folders[name.origin.path] if name.origin else next(iter(self._folders.values()))
        if leads_outside(folder, name):
            self._diagnostics.error(
                "outside-theme",
                f"“{name}” leads outside the theme's folder.",
                name.origin,
                "Copy the file into the theme and name it from there, with forward slashes.",
            )
            return None
        path = folder / PurePosixPath(name)
        if path.suffix.lower() not in suffixes:
            self._diagnostics.error(
                "wrong-file-format",
                f"“{name}” is no {' or '.join(suffixes)} file.",
                name.origin,
                SAVE_AS.get(path.suffix.lower(), "Save it in one of these formats, or name another file."),
            )
            return None
        if not is_there(path):
            others = [
                file.relative_to(folder).as_posix()
                for file in sorted(folder.rglob("*"))
                if file.suffix.lower() in suffixes
            ]
            self._diagnostics.error(
                missing, f"There is no file “{name}” in the theme.", name.origin, did_you_mean(name, others)
            )
            return None
        return path

    def _bytes(self, path: Path, name: Text, most: int) -> bytes | None:
        if path.stat().st_size > most:
            self._diagnostics.error(
                "file-too-large", f"“{name}” is larger than {most // 2**20} MiB.", name.origin, "Make it smaller."
            )
            return None
        try:
            return path.read_bytes()
        except OSError as error:
            self._diagnostics.error("unreadable-file", f"“{name}” cannot be read: {error.strerror}.", name.origin)
            return None


SAVE_AS = {
    ".ppt": "This is the format of PowerPoint 97 to 2003: open it in PowerPoint and save it as .potx.",
    ".pot": "This is the format of PowerPoint 97 to 2003: open it in PowerPoint and save it as .potx.",
    ".pptm": "Macros are refused: save it in PowerPoint as .potx.",
    ".potm": "Macros are refused: save it in PowerPoint as .potx.",
    ".doc": "This is the format of Word 97 to 2003: open it in Word and save it as .dotx.",
    ".dot": "This is the format of Word 97 to 2003: open it in Word and save it as .dotx.",
    ".docm": "Macros are refused: save it in Word as .dotx.",
    ".dotm": "Macros are refused: save it in Word as .dotx.",
    ".odp": "Open it and save it as a PowerPoint template (.potx).",
    ".otp": "Open it and save it as a PowerPoint template (.potx).",
    ".odt": "Open it and save it as a Word template (.dotx).",
    ".ott": "Open it and save it as a Word template (.dotx).",
    ".woff": "This is a font for web pages: ask for the font as .ttf or .otf.",
    ".woff2": "This is a font for web pages: ask for the font as .ttf or .otf.",
    ".eot": "This is a font for web pages: ask for the font as .ttf or .otf.",
    ".pfb": "This is a format that Office no longer takes: ask for the font as .otf.",
    ".fon": "This is a font for screens of long ago: ask for the font as .ttf or .otf.",
    ".dfont": "This is a format of old Macs: ask for the font as .ttf or .otf.",
    ".gif": "Save it as PNG.",
    ".emf": "Save it as SVG, with a PNG of the same name beside it.",
    ".eps": "Save it as SVG, with a PNG of the same name beside it.",
    ".pdf": "Save it as SVG, with a PNG of the same name beside it.",
}
"""What to do about formats that are often tried."""
