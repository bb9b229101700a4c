"""A bell that rings when there is something new to see."""

import asyncio
from itertools import count
from secrets import token_hex


class Bell:
    """Counts what is new. It may be rung from any thread, and is waited for in the server's loop."""

    def __init__(self) -> None:
        self._run = token_hex(4)  # so that a page of an earlier server knows that this is another
        self._counter = count(1)
        self._count = 0
        self._loop: asyncio.AbstractEventLoop | None = None
        self._waiting: set[asyncio.Event] = set()
        self.closed = False
        """Whether the server is about to end."""

    @property
    def now(self) -> str:
        """What a page that has everything up to now is called."""
        return f"{self._run}-{self._count}"

    def start(self) -> None:
        """Say that the running loop is where it is waited for."""
        self._loop = asyncio.get_running_loop()

    def ring(self) -> None:
        """Say that there is something new."""
        self._count = next(self._counter)
        self._wake()

    def close(self) -> None:
        """Let nobody wait any longer."""
        self.closed = True
        self._wake()

    async def wait(self, seen: str, seconds: float) -> bool:
        """Wait until there is something that was not seen, or so many seconds; says whether there is."""
        event = asyncio.Event()
        self._waiting.add(event)
        try:
            if seen == self.now and not self.closed:
                await asyncio.wait_for(event.wait(), seconds)
        except TimeoutError:
            pass
        finally:
            self._waiting.discard(event)
        return seen != self.now

    def _wake(self) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._set_all)

    def _set_all(self) -> None:
        for event in self._waiting:
            event.set()
