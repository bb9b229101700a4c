"""The whole preview, put together and run until it is ended."""

import asyncio
import socket
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from deckbuilder.office import find_libreoffice
from deckbuilder.preview.app import Preview
from deckbuilder.preview.bell import Bell
from deckbuilder.preview.choice import Choice
from deckbuilder.preview.following import saves, watched_folders
from deckbuilder.preview.pictures import Pictures
from deckbuilder.preview.reading import Sources
from deckbuilder.preview.rendering import Renderer
from deckbuilder.preview.serving import port_of, serve
from deckbuilder.preview.showing import Showing
from deckbuilder.preview.studio import Studio
from deckbuilder.source import Workspace


class Wish(Struct, frozen=True):
    """What the page shows at first. Packs and themes are given by their folders."""

    pack: Path
    theme: Path
    beside: Path | None = None
    plan: str = ""
    """Empty for the pack's own default."""
    rendered: bool = True
    """Whether LibreOffice is to render the slides, where it is installed."""


def run(around: Workspace, wish: Wish, sockets: list[socket.socket], ready: Callable[[], None]) -> None:
    """Serve until Ctrl+C; `ready` is called as soon as the page can be opened."""
    bell, pictures = Bell(), Pictures()
    office = find_libreoffice() if wish.rendered else None
    renderer = Renderer(office, pictures, bell.ring) if office else None

    def wanted(name: str, showing: Showing) -> None:
        if renderer is not None:
            renderer.want(name, showing)

    def rendering() -> str:
        return renderer.standing if renderer else "off"

    named = [wish.theme, *([wish.beside] if wish.beside else [])]
    sources = Sources(around, {wish.pack.name: wish.pack}, {folder.name: folder for folder in named})
    usual = Choice(wish.pack.name, wish.theme.name, wish.plan, wish.beside.name if wish.beside else "")
    preview = Preview(Studio(sources, pictures, wanted), bell, usual, rendering)

    rooms = [around.root / "content"] if around.root else []
    folders = watched_folders(around, [*rooms, wish.pack], named)

    async def follow(stop: asyncio.Event) -> None:
        async for _ in saves(folders, stop):
            bell.ring()

    try:
        serve(preview.application(port_of(sockets), follow), sockets, ready, bell.close)
    finally:
        if renderer is not None:
            renderer.close()
