"""What a browser asks for: pages, pictures, what has changed. Nothing in an address becomes a path."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from functools import partial
from importlib.resources import files
from types import MappingProxyType

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp

from deckbuilder.preview.bell import Bell
from deckbuilder.preview.choice import Choice
from deckbuilder.preview.guard import Guard
from deckbuilder.preview.pages import VIEWS, Frame, page
from deckbuilder.preview.studio import Studio

_BEAT = 20.0
"""Seconds after which a quiet stream says that it is still there."""
_KINDS: Mapping[str, str] = MappingProxyType({".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"})


class Preview:
    """The pages of a studio."""

    def __init__(self, studio: Studio, bell: Bell, usual: Choice, rendering: Callable[[], str]) -> None:
        """Set up; `usual` is shown where an address says nothing, `rendering` says how slides are shown."""
        self._studio = studio
        self._bell = bell
        self._usual = usual
        self._rendering = rendering
        self._assets = {
            file.name: file.read_bytes() for file in (files("deckbuilder.preview") / "assets").iterdir()
            if file.is_file()
        }  # fmt: skip

    def application(self, port: int, follow: Callable[[asyncio.Event], Awaitable[None]]) -> ASGIApp:
        """Give the application for a port; `follow` runs beside it, until the event is set that it is given."""

        @asynccontextmanager
        async def lifespan(_app: Starlette) -> AsyncIterator[None]:
            self._bell.start()
            # Made ready at once: what compiles takes a second to import, and the browser is only starting.
            ready = asyncio.create_task(run_in_threadpool(self._made, "", {}))
            stop = asyncio.Event()
            following = asyncio.ensure_future(follow(stop))
            yield
            stop.set()
            await asyncio.wait([ready, following])

        views = [Route(f"/{view}", partial(self._page, view)) for view in VIEWS]
        others = [
            Route("/picture/{name}", self._picture),
            Route("/assets/{name}", self._asset),
            Route("/events", self._events),
        ]
        return Guard(Starlette(routes=[*views, *others], lifespan=lifespan), port)

    async def _page(self, view: str, request: Request) -> Response:
        return HTMLResponse(await run_in_threadpool(self._made, view, dict(request.query_params)))

    def _made(self, view: str, query: Mapping[str, str]) -> str:
        packs, themes = self._studio.sources.packs, self._studio.sources.themes
        choice = Choice.asked(query, self._usual, packs, themes)
        # Read before the files are: what is saved meanwhile is told to the page again.
        version = self._bell.now
        state = self._studio.state(choice)
        beside = self._studio.state(choice.under(choice.beside)) if choice.beside and not view else None
        frame = Frame(choice, sorted(packs), sorted(themes), version, self._rendering())
        return page(view, frame, state, beside, self._studio.pictures)

    async def _picture(self, request: Request) -> Response:
        found = self._studio.pictures.get(request.path_params["name"])
        return _nothing() if found is None else Response(found.data, media_type=found.kind)

    async def _asset(self, request: Request) -> Response:
        name: str = request.path_params["name"]
        found = self._assets.get(name)
        if found is None:
            return _nothing()
        return Response(found, media_type=_KINDS.get(name[name.rfind(".") :], "application/octet-stream"))

    async def _events(self, request: Request) -> Response:
        seen = request.headers.get("last-event-id") or request.query_params.get("since", "")
        return StreamingResponse(self._news(seen), media_type="text/event-stream")

    async def _news(self, seen: str) -> AsyncIterator[str]:
        """Say each time when there is something new (HTML, “Server-sent events”)."""
        yield "retry: 1000\n\n"
        while not self._bell.closed:
            if await self._bell.wait(seen, _BEAT):
                seen = self._bell.now
                yield f"id: {seen}\nevent: news\ndata: {seen}\n\n"
            else:
                yield ": still here\n\n"


def _nothing() -> Response:
    return PlainTextResponse("There is no such page.", 404)
