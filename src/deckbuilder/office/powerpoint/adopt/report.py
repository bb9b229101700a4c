"""What is said of an adopted template, once: which layouts were added, and what was mended."""

from collections.abc import Iterator

from msgspec import Struct

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.theme import TemplateFile


class Mends(Struct, frozen=True):
    """What was done to a template so that slides can be put into it."""

    slides: int
    """How many sample slides were left out."""
    masters: tuple[str, ...]
    master: str
    """The name of the master used."""
    feet: tuple[str, ...]
    """What the foot of its slides lacked."""
    renumbered: tuple[str, ...]
    """The layouts with placeholders of the same number."""
    ids: bool
    lifted: bool
    notes: bool
    title: bool
    """Whether the master's title cannot be used."""
    small: tuple[str, ...]
    """Our layouts whose text the template sets small."""
    fonts: tuple[str, ...]
    """Fonts whose widths are not known."""

    def sentences(self) -> Iterator[str]:
        """Say each in a sentence."""
        if self.slides:
            yield f"its {_counted(self.slides, 'sample slide')} {'is' if self.slides == 1 else 'are'} left out"
        if len(self.masters) > 1:
            named = f"“{self.master}”" if self.master else "one"
            yield f"of its {len(self.masters)} slide masters {named} is used, which serves the most layouts"
        if self.lifted:
            yield "its masters style sample text only, so that style was made the placeholders’ own"
        if self.feet:
            yield f"its master lacks {_listed(self.feet)}, which {'was' if len(self.feet) == 1 else 'were'} added at the foot"
        yield from self._oddities()

    def _oddities(self) -> Iterator[str]:
        if self.title:
            yield "its master has no title that holds two lines, so the layouts that are added have their own"
        if self.renumbered:
            yield f"placeholders of the same number were told apart in {_listed([f'“{name}”' for name in self.renumbered])}"
        if self.ids:
            yield "numbers of masters and layouts that stood twice were changed"
        if self.notes:
            yield "it has no master for notes pages, so one was added"
        if self.small:
            yield f"it sets text smaller than 18 points on the layouts for {_listed(self.small)}"
        if self.fonts:
            yield f"the widths of {_listed(self.fonts)} are not known, so texts are fitted as if in Arial"


def report(file: TemplateFile, added: tuple[str, ...], mends: Mends, diagnostics: Diagnostics) -> None:
    """Say what a brand's owner should know of how the template is used."""
    if added:
        diagnostics.advise(
            "template-layouts-added",
            f"“{file.name}” has no layout for {_listed(added)}: layouts in its fonts and colours are added to it.",
            file.name.origin,
            "Where you have layouts for them, name them under `layouts:`; `deckbuilder theme inspect` shows what there is.",
        )
    sentences = list(mends.sentences())
    if sentences:
        diagnostics.advise(
            "template-mended",
            f"“{file.name}” was completed for use: {'; '.join(sentences)}.",
            file.name.origin,
            "The file itself stays as it is; mend it in PowerPoint to be rid of this.",
        )


def _counted(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def _listed(names: tuple[str, ...] | list[str]) -> str:
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)
