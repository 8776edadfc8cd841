"""All connections that are open, and what they ask for their answers."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Protocol

from laiwang.edge.exchange import Exchange
from laiwang.edge.gate import Gate
from laiwang.kernel.capability import Response

if TYPE_CHECKING:
    from laiwang.edge.connection import Connection

__all__ = ["Answerer", "Connections"]


class Answerer(Protocol):
    """What is asked: `laiwang.edge.http.Application`."""

    def plan(self, exchange: Exchange, *, is_surplus: bool) -> None:
        """Called when the head of a request is there: decides the route and how much body there may be, or answers at once. On a
        connection that is a surplus one nothing is taken in."""
        ...

    def overflow(self, exchange: Exchange) -> None:
        """The body turned out to be larger than the plan allows: sets the answer, which is not to wait for the rest."""
        ...

    def crowd_out(self, exchange: Exchange) -> None:
        """There is no memory left for the body: sets the answer, which is not to wait for the rest."""
        ...

    def malformed(self, exchange: Exchange, status: int) -> None:
        """Sets the answer to what is no HTTP request."""
        ...

    async def answer(self, exchange: Exchange) -> Response:
        """The answer, errors included. Raises ClientGone when nobody waits for it any more."""
        ...


class Connections:
    """All that are open, and the gate that they go through."""

    def __init__(self, gate: Gate | None = None) -> None:
        self.gate = gate or Gate()
        self.open: set[Connection] = set()
        self._none_left: asyncio.Future[None] | None = None

    def made(self, connection: Connection) -> tuple[bool, bool]:
        """There is one more: whether it is one too many, and whether there are too many even of those."""
        count, gate = len(self.open), self.gate
        self.open.add(connection)
        gate.connections_open = count + 1
        is_hopeless = count >= gate.connections_bound
        if is_hopeless:
            gate.busy("connections")
        return count >= gate.limits.connections_max, is_hopeless

    def lost(self, connection: Connection) -> None:
        """One is gone."""
        self.open.discard(connection)
        self.gate.connections_open = len(self.open)
        if not self.open and self._none_left is not None and not self._none_left.done():
            self._none_left.set_result(None)

    def sweep(self, now: float) -> None:
        """Closes those whose clients have gone silent, and where clients leave too much unfetched, those that leave the most."""
        unfetched: list[tuple[int, Connection]] = []
        for connection in list(self.open):
            connection.sweep(now)
            if connection.unfetched_bytes:
                unfetched.append((connection.unfetched_bytes, connection))
        total = sum(size for size, _ in unfetched)
        unfetched.sort(key=lambda one: one[0])
        while total > self.gate.answers_bytes_max:
            size, connection = unfetched.pop()
            self.gate.busy("answers")
            connection.abort()
            total -= size

    async def wait_for_none(self) -> None:
        """Returns when the last one is gone."""
        if self.open:
            self._none_left = asyncio.get_running_loop().create_future()
            await self._none_left
