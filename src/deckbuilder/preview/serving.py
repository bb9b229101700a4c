"""Running the server: on this computer only, and until it is ended."""

import errno
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

USUAL_PORT = 8377
"""The port where none is asked for and it is free, so that the address stays the same."""
_TRIES = 20
_GRACE = 2
"""Seconds that answers under way may take once the server is ended."""


class PortTakenError(OSError):
    """Another program listens on a port, or may not be disturbed on it."""


def listen(port: int | None) -> list[socket.socket]:
    """Open the sockets: on 127.0.0.1, and on ::1 where there is one, with the same port.

    Without a port, the usual one is taken, or any where it is not free; one that was asked for and is not raises
    `PortTakenError`.
    """
    if port is not None:
        return _pair(port)
    for wanted in (USUAL_PORT, *(0,) * _TRIES):
        with suppress(PortTakenError):
            return _pair(wanted)
    raise PortTakenError


def port_of(sockets: list[socket.socket]) -> int:
    """Give the port that sockets listen on."""
    port: int = sockets[0].getsockname()[1]
    return port


def _pair(port: int) -> list[socket.socket]:
    first = _bound(socket.AF_INET, "127.0.0.1", port)
    if first is None:
        raise PortTakenError
    try:
        second = _bound(socket.AF_INET6, "::1", port_of([first]))
    except PortTakenError:
        first.close()
        raise
    return [first] if second is None else [first, second]


def _bound(family: socket.AddressFamily, host: str, port: int) -> socket.socket | None:
    """Bind a socket; None where this computer has no such address."""
    try:
        made = socket.socket(family, socket.SOCK_STREAM)
    except OSError:
        return None
    try:
        if sys.platform == "win32":
            # Otherwise another program could listen on the same port beside us.
            made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        made.bind((host, port))
        made.listen(128)
    except OSError as error:
        made.close()
        if family == socket.AF_INET6 and not _is_taken(error):
            return None
        raise PortTakenError(error.errno, error.strerror) from error
    return made


def _is_taken(error: OSError) -> bool:
    return error.errno in {errno.EADDRINUSE, errno.EACCES, getattr(errno, "WSAEADDRINUSE", None)}


class _Server(uvicorn.Server):
    """A server that tells pages when it ends, so that none keeps it waiting."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None], ending: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready
        self._ending = ending

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        # Not kept, as uvicorn does to raise it once more: whoever called has something to put away.
        del frame
        self._ending()
        self.force_exit = self.should_exit and sig == signal.SIGINT
        self.should_exit = True


def serve(app: ASGIApp, sockets: list[socket.socket], ready: Callable[[], None], ending: Callable[[], None]) -> None:
    """Serve until Ctrl+C; `ready` is called when pages can be asked for, `ending` when the server is to end."""
    config = uvicorn.Config(
        app,
        log_level="error",
        access_log=False,
        server_header=False,
        date_header=False,
        ws="none",
        http="h11",
        proxy_headers=False,
        timeout_graceful_shutdown=_GRACE,
    )
    _Server(config, ready, ending).run(sockets)
