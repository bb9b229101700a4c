"""The preview's pages in this process, without a server: what a browser would be given."""

import asyncio
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx

from deckbuilder.preview.app import Preview
from deckbuilder.preview.bell import Bell
from deckbuilder.preview.choice import Choice
from deckbuilder.preview.pictures import Pictures
from deckbuilder.preview.reading import Sources
from deckbuilder.preview.studio import Studio
from deckbuilder.source import Workspace

PORT = 8377


async def _nothing_is_saved(stop: asyncio.Event) -> None:
    await stop.wait()


class Pages:
    """The preview of a workspace."""

    def __init__(self, root: Path) -> None:
        studio = Studio(Sources(Workspace.around(root), {}, {}), Pictures(), lambda _name, _showing: None)
        preview = Preview(studio, Bell(), Choice("small", "north"), lambda: "off")
        self._transport = httpx.ASGITransport(preview.application(PORT, _nothing_is_saved))

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> httpx.Response:
        return self.ask("GET", path, headers)

    def ask(self, method: str, path: str, headers: Mapping[str, str] | None = None) -> httpx.Response:
        async def asked() -> httpx.Response:
            async with httpx.AsyncClient(transport=self._transport, base_url=f"http://127.0.0.1:{PORT}") as client:
                return await client.request(method, path, headers=headers)

        # In a thread of its own: a browser that is driven in this one has its loop here.
        with ThreadPoolExecutor(1) as pool:
            return pool.submit(lambda: asyncio.run(asked())).result()
