"""What is said of a template: each thing once, gathered into few messages."""

from msgspec import Struct, field

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.theme import TemplateFile


class Notes(Struct):
    """What was changed in a template, or is missing from it, as it is looked through."""

    mended: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    """The names of the styles that it lacks."""
    faint: list[str] = field(default_factory=list)
    """What is hard to read in it, as clauses."""

    def mend(self, what: str) -> None:
        """Say what was changed, as a clause such as `two columns became one`."""
        if what not in self.mended:
            self.mended.append(what)

    def tell(self, file: TemplateFile, diagnostics: Diagnostics) -> None:
        """Say it as advice, at the line that names the template."""
        if self.mended:
            diagnostics.advise(
                "word-template-mended",
                f"“{file.name}” is not used quite as it is: {'; '.join(self.mended)}.",
                file.name.origin,
                "Nothing has to be done; a template without these needs no mending.",
            )
        if self.faint:
            diagnostics.advise(
                "faint-template-style",
                f"In “{file.name}”, {'; '.join(self.faint)}.",
                file.name.origin,
                "Ask whoever keeps the template for darker colours, or name other styles under “word.styles”.",
            )
        if self.added:
            diagnostics.advise(
                "template-styles-added",
                f"“{file.name}” has no style for {_listed(self.added)}: ours are added, in its fonts and colours.",
                file.name.origin,
                "Where it has one under another name, say so under “word.styles”, as in “Quote: Pull quotation”.",
            )


def _listed(names: list[str]) -> str:
    quoted = [f"“{name}”" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"
