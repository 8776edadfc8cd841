"""An interactive transaction: whoever runs it sends calls, the writer's task does them one after the other on its connection."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from asyncpg import Connection
from sqlalchemy.sql.expression import Executable

from laiwang.adapters.postgres.errors import translated
from laiwang.adapters.postgres.pulse import Pulse
from laiwang.adapters.postgres.statements import compiled
from laiwang.adapters.units import OpenTransaction
from laiwang.kernel.ports import Row

__all__ = ["PostgresTx", "Session"]

Call = Callable[[Connection], Awaitable[Any]]


class Session:
    """What passes between the two tasks. Calls run in the writer's task, so that who gives up never stops one half way."""

    def __init__(self) -> None:
        loop = asyncio.get_running_loop()
        self._calls: asyncio.Queue[tuple[Call, asyncio.Future[Any]] | None] = asyncio.Queue()
        self.opened: asyncio.Future[None] = loop.create_future()
        self.failed = False

    async def call(self, work: Call) -> Any:
        """Has something done inside the transaction."""
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._calls.put_nowait((work, future))
        return await future

    def end(self) -> None:
        """No more calls come."""
        self._calls.put_nowait(None)

    async def serve(self, connection: Connection, pulse: Pulse) -> None:
        """Does what is called for, until the end."""
        if not self.opened.done():
            self.opened.set_result(None)
        while True:
            with pulse.excused(connection):  # the database waits for whoever runs the transaction, as we do
                call = await self._calls.get()
            if call is None:
                return
            work, future = call
            try:
                result = await work(connection)
            except Exception as error:
                if not future.done():
                    future.set_exception(translated(error))
                    future.exception()
            else:
                if not future.done():
                    future.set_result(result)


class PostgresTx(OpenTransaction):
    """Runs its statements in the writer's task."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    async def fetch(self, statement: Executable, params: Mapping[str, Any] | None = None) -> list[Row]:
        """All rows."""
        text = compiled(statement, params)
        bound = text.bind(params or {})
        rows: list[Row] = await self._session.call(lambda connection: _fetch(connection, text.sql, bound))
        return rows

    async def _run(self, statement: Executable, rows: Sequence[Mapping[str, Any]]) -> int:
        text = compiled(statement, rows[0])
        bound = [text.bind(one) for one in rows]
        count: int = await self._session.call(lambda connection: _execute(connection, text.sql, bound))
        return count


async def _fetch(connection: Connection, sql: str, bound: Sequence[Any]) -> list[Row]:
    return list(map(tuple, await connection.fetch(sql, *bound)))


async def _execute(connection: Connection, sql: str, rows: Sequence[Sequence[Any]]) -> int:
    """A statement that is refused takes nothing with it: the transaction goes on behind a savepoint."""
    await connection.execute("SAVEPOINT statement")
    try:
        count = 0
        for bound in rows:
            status = await connection.execute(sql, *bound)
            count += int(status.rpartition(" ")[2])
    except Exception:
        if not connection.is_closed():
            await connection.execute("ROLLBACK TO statement; RELEASE statement")
        raise
    await connection.execute("RELEASE statement")
    return count
