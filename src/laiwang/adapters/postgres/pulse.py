"""Finds connections that are dead without having said so: a line that was forgotten on its way, a machine that was switched off.

TCP says nothing of such a connection, and behind a pooler or a proxy nobody else does. So the database is asked over another connection:
where it waits for us while we wait for it, neither will ever hear of the other. Its session is ended, for it may hold the order of
positions (`order`), and so is our end, so that whoever waits is told to come again. Where ours waits for a session of another process
that waits for its client, in the middle of a commit and for long, that one is ended.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any

import structlog
from asyncpg import Connection

__all__ = ["Pulse"]

#: a use that takes longer is looked after; where it is found waiting twice, with nothing done in between, it is dead
OVERDUE_S = 1.0
LOOK_S = 0.5
_STATES = (
    "SELECT pid, state_change, wait_event_type IS NOT DISTINCT FROM 'Client' FROM pg_stat_activity"
    " WHERE pid = ANY ($1::int[])"
)
_END = "SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) AS pid"
#: of those that ours wait for: sessions of processes that stand still or are cut off. Inside of a statement that is sent in parts the
#: database's own limit for idle transactions does not see them
_END_BLOCKERS = (
    "SELECT pg_terminate_backend(blocker.pid) FROM (SELECT DISTINCT unnest(pg_blocking_pids(pid)) AS pid"
    " FROM unnest($1::int[]) AS pid) AS blocking JOIN pg_stat_activity AS blocker ON blocker.pid = blocking.pid"
    " WHERE blocker.wait_event_type = 'Client' AND blocker.application_name = $2"
    " AND blocker.state_change < clock_timestamp() - make_interval(secs => $3)"
)
APPLICATION = "laiwang"
#: how long a process may leave others waiting for it
BLOCKING_S_MAX = 5
log_ = structlog.get_logger(__name__)


class Pulse:
    """Of all connections of a process that are in use. `connect` makes one more."""

    def __init__(self, connect: Callable[[], Awaitable[Connection]]) -> None:
        self._connect = connect
        self._used_since: dict[Any, float] = {}
        self._task: asyncio.Task[None] | None = None

    @contextmanager
    def of(self, connection: Any) -> Iterator[None]:
        """Looks after a connection while the block runs, in which its answers are waited for."""
        self._used_since[connection] = asyncio.get_running_loop().time()
        try:
            yield
        finally:
            self._used_since.pop(connection, None)

    @contextmanager
    def excused(self, connection: Any) -> Iterator[None]:
        """Inside of `of`, while something else than the connection's answer is waited for."""
        self._used_since.pop(connection, None)
        try:
            yield
        finally:
            self._used_since[connection] = asyncio.get_running_loop().time()

    def start(self) -> None:
        """Begins to look."""
        self._task = asyncio.create_task(self._run(), name="postgres pulse")

    async def stop(self) -> None:
        """Ends looking."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        suspects: dict[tuple[Any, float], Any] = {}
        while True:
            await asyncio.sleep(LOOK_S)
            overdue = self._overdue()
            if not overdue:
                suspects = {}
                continue
            try:
                suspects = await self._look(overdue, suspects)
            except Exception:  # the database cannot be reached: nobody can say which connections are dead
                suspects = {}

    def _overdue(self) -> list[tuple[Any, float]]:
        now = asyncio.get_running_loop().time()
        return [
            (connection, since)
            for connection, since in self._used_since.items()
            if now - since > OVERDUE_S and not connection.is_closed()
        ]

    async def _look(
        self, overdue: list[tuple[Any, float]], suspects: dict[tuple[Any, float], Any]
    ) -> dict[tuple[Any, float], Any]:
        """Ends those that are as they were at the last look; answers those that wait for us now."""
        pids = {use: use[0].get_server_pid() for use in overdue}
        asking = await self._connect()
        try:
            found = {row[0]: (row[1], row[2]) for row in await asking.fetch(_STATES, list(pids.values()))}
            # A session that is not there at all has ended without our hearing of it.
            waiting = {
                use: found.get(pid, (None, True))[0] for use, pid in pids.items() if found.get(pid, (None, True))[1]
            }
            held_up = [pid for use, pid in pids.items() if use not in waiting]
            if held_up and await asking.fetch(_END_BLOCKERS, held_up, APPLICATION, BLOCKING_S_MAX):
                log_.warning("a process that left others waiting in the middle of a commit was ended at the database")
            dead = [use for use, state in waiting.items() if use in suspects and suspects[use] == state]
            if dead:
                log_.warning("connections to the database were dead", count=len(dead))
                await asking.fetch(_END, [pids[use] for use in dead])
                for connection, since in dead:
                    if self._used_since.get(connection) == since:
                        connection.terminate()
            return waiting
        finally:
            asking.terminate()
