"""Who may ask, and what every answer says of itself.

The page shows what is not published yet. It is for the browser of whoever runs the command: a website in that browser
must neither read it nor make it do anything, whatever name it reaches the server by.
"""

from collections.abc import Collection, Mapping
from types import MappingProxyType

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_NAMES = ("127.0.0.1", "localhost", "[::1]")
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_SAID: Mapping[str, str] = MappingProxyType(
    {
        "Content-Security-Policy": _POLICY,
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
)
_OWN = ("same-origin", "none")
"""What a browser says of requests of the page itself, and of addresses that were typed (Fetch Metadata)."""


class Guard:
    """Answers only what comes from the page itself, or from an address that was typed."""

    def __init__(self, app: ASGIApp, port: int) -> None:
        self._app = app
        self._hosts = frozenset(f"{name}:{port}" for name in _NAMES)
        self._origins = frozenset(f"http://{host}" for host in self._hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _SAID.items():
                    headers[name] = value
            await send(message)

        refusal = self._refused(Headers(scope=scope))
        app: ASGIApp = PlainTextResponse(refusal, 403) if refusal else self._app
        await app(scope, receive, answer)

    def _refused(self, headers: Headers) -> str:
        """Say why a request is refused; empty when it is not."""
        if not _all(headers.getlist("host"), self._hosts) or not headers.getlist("host"):
            return "This preview answers only to localhost and its own port."
        if not _all(headers.getlist("origin"), self._origins):
            return "This preview answers only to its own pages."
        if not _all(headers.getlist("sec-fetch-site"), _OWN):
            return "This preview is not opened from another page: type its address, or copy it."
        return ""


def _all(values: Collection[str], allowed: Collection[str]) -> bool:
    return all(value.lower() in allowed for value in values)
