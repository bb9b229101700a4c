"""Reading slides one by one, each by its kind, so that a fault in one hides none in another."""

from collections.abc import Iterable
from pathlib import Path
from typing import cast

from deckbuilder.content.pictures import read_picture
from deckbuilder.content.slides import KINDS, PictureSlide, Slide
from deckbuilder.diagnostics import Diagnostics, Origin, did_you_mean
from deckbuilder.source import Fields, Items, Node, Text, validated
from deckbuilder.source.pictures import PictureFile

MAX_SLIDES = 500
"""The most slides of a file; the largest pack known has a tenth in all of its files."""
MAX_ITEMS = 60
"""The most items of one list on a slide; cutting a slide in pieces takes longer with the fourth power of them."""
MAX_ROWS = 200
"""The most rows of a table."""
MAX_CHARACTERS = 20_000
"""The most characters of a slide without its notes, in all."""


def read_slides(node: Node | None, diagnostics: Diagnostics) -> list[Slide | None]:
    """Read a list of slides, with None for each that has a fault; what is no list gives none."""
    if not isinstance(node, Items):
        return []
    if len(node) > MAX_SLIDES:
        diagnostics.error(
            "wrong-number-of-items", f"“slides” takes at most {MAX_SLIDES} items.", node.origin,
            "Put them into several files.",
        )  # fmt: skip
        return [None]
    return [_slide(item, diagnostics) for item in node]


def without_slides(fields: Fields, key: str) -> Fields:
    """Copy a mapping with one sound slide for those under `key`, so that only the rest of it is validated.

    A list without slides, and what is no list, stay: the model says what is wrong with them.
    """
    shell = Fields(fields.origin)
    shell.update(fields)
    shell.key_origins = fields.key_origins
    slides = fields.get(key)
    if isinstance(slides, Items) and slides:
        shell[key] = _one_sound_slide(slides.origin)
    return shell


def read_pictures(folder: Path, slides: Iterable[Slide], diagnostics: Diagnostics) -> dict[str, PictureFile]:
    """Read the pictures that slides name, by the path they name them by."""
    pictures: dict[str, PictureFile] = {}
    for slide in slides:
        if not isinstance(slide, PictureSlide):
            continue
        found = read_picture(folder, slide.picture, diagnostics)
        if found:
            pictures[str(slide.picture)] = found
    return pictures


def _one_sound_slide(origin: Origin) -> Items:
    slide = Fields(origin)
    slide.update({"id": Text("x"), "kind": Text("section"), "title": Text("x")})
    slides = Items(origin)
    slides.append(slide)
    return slides


def _slide(node: Node, diagnostics: Diagnostics) -> Slide | None:
    if not isinstance(node, Fields):
        diagnostics.error("wrong-type", "A slide is made of keys and values.", node.origin, "Begin it with “- id:”.")
        return None
    kind = node.get("kind")
    if kind is None:
        diagnostics.error("missing-field", "“kind” is missing from this slide.", node.origin, "Add “kind: points”.")
        return None
    if not isinstance(kind, Text):
        diagnostics.error("wrong-type", "“kind”: a text is wanted here.", kind.origin, "Write “kind: points”.")
        return None
    model = KINDS.get(kind)
    if model is None:
        hint = did_you_mean(kind, list(KINDS))
        diagnostics.error("unknown-slide-kind", f"There is no slide kind “{kind}”.", kind.origin, hint)
        return None
    if _is_too_long(node, diagnostics):
        return None
    # KINDS holds just the members of the union.
    return cast("Slide | None", validated(model, node, f"a {kind} slide", diagnostics))


def _is_too_long(slide: Fields, diagnostics: Diagnostics) -> bool:
    """Report a slide that says more than any slide does; no author writes one, and placing it would take hours."""
    characters, waiting = 0, [(value, key) for key, value in slide.items() if key != "notes"]
    while waiting:
        value, key = waiting.pop()
        if isinstance(value, Text):
            characters += len(value)
        elif isinstance(value, Fields):
            waiting += [(inner, name) for name, inner in value.items()]
        else:
            most = MAX_ROWS if key == "rows" else MAX_ITEMS
            if len(value) > most:
                diagnostics.error(
                    "slide-too-long", f"“{key}” has {len(value)} items; {most} are the most.", value.origin,
                    "Make several slides of it.",
                )  # fmt: skip
                return True
            waiting += [(item, key if key != "rows" else "") for item in value]
    if characters > MAX_CHARACTERS:
        diagnostics.error(
            "slide-too-long",
            f"This slide has {characters:,} characters; {MAX_CHARACTERS:,} are the most.",
            slide.origin,
            "Make several slides of it, or put what is to be said into the notes.",
        )
        return True
    return False
