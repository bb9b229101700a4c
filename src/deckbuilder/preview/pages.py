"""The pages as HTML. Every text of a pack is escaped by the templates; what is markup already was made of escaped text.

Parts of a page that change by themselves are leaves: elements with a key, and a digest of what they hold. The script
fetches a page again after a save, and puts in only the leaves whose digest is another.
"""

from collections.abc import Mapping, Sequence
from functools import cache, partial
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined
from msgspec import Struct

from deckbuilder.preview.choice import Choice
from deckbuilder.preview.documents import KINDS, documents_of
from deckbuilder.preview.pictures import Pictures
from deckbuilder.preview.rows import rows_of
from deckbuilder.preview.showing import Showing
from deckbuilder.preview.studio import State

VIEWS = {"": "Slides", "guide": "Guide", "worksheet": "Worksheet", "problems": "Problems"}
"""The pages by their addresses, and what they are called."""

_WIDTH = 1_440
_SHAPES = {round(16 / 9, 2): "wide", round(4 / 3, 2): "classic"}
"""The shapes of slides that are shown as large as there is room; others are as large as their pictures at most."""


class Frame(Struct, frozen=True):
    """What every page says around its own subject."""

    choice: Choice
    packs: Sequence[str]
    themes: Sequence[str]
    version: str
    """What the page has seen, as the bell says it."""
    rendering: str
    """How slides are shown: `off` where they are drawn only; otherwise as `Renderer.standing` says it."""


def page(view: str, frame: Frame, state: State, beside: State | None, pictures: Pictures) -> str:
    """Give a page; `view` is one of `VIEWS`, `beside` the state under the theme beside where there is one."""
    showing = state.showing
    made: dict[str, object] = {
        "view": view,
        "views": VIEWS,
        "frame": frame,
        "choice": frame.choice,
        "state": state,
        "showing": showing,
        "picture": partial(_address, pictures),
    }
    if view in KINDS:
        made["documents"] = documents_of(showing, view, _by_number(showing, pictures)) if showing else []
    elif not view:
        other = beside.showing if beside else None
        others = beside.open_problems if beside else ()
        made["rows"] = rows_of(showing, other, state.open_problems, others) if showing else []
        made["beside"] = beside
        made["size"] = size = _size(showing)
        made["shape"] = _SHAPES.get(round(size[0] / size[1], 2), "")
    name = "document.html" if view in KINDS else f"{view or 'slides'}.html"
    return _environment().get_template(name).render(made)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("deckbuilder.preview"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["digest"] = _digest
    return environment


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]


def _size(showing: Showing | None) -> tuple[int, int]:
    """Give the measures of slides in pixels, whatever they are shown at."""
    if showing is None:
        return _WIDTH, _WIDTH * 9 // 16
    look = showing.template.look
    return _WIDTH, round(_WIDTH * look.height / look.width)


def _address(pictures: Pictures, drawing: str) -> str:
    """Give the address of the best picture of a drawing."""
    return f"/picture/{pictures.best(drawing)}"


def _by_number(showing: Showing, pictures: Pictures) -> list[Mapping[int, str]]:
    return [
        {slide.number: _address(pictures, slide.drawing) for slide in showing.of_session(index)}
        for index in range(len(showing.sessions))
    ]
