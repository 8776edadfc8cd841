"""Reading backups. A whole one can be large, so it is read page by page and never held as a whole."""

from __future__ import annotations

from collections.abc import AsyncIterator

import orjson

from laiwang.chat.key_backup import store
from laiwang.chat.key_backup.model import BackedUpKey, BackupVersion
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Row
from laiwang.kit.refusals import not_found

__all__ = ["Queries"]

KEYS_PER_PAGE = 1000


class Queries:
    """Reads."""

    def __init__(self, kernel: Kernel) -> None:
        self._database = kernel.database

    async def current(self, user_id: str) -> BackupVersion:
        """The newest backup. Raises Refused 404 when there is none."""
        row = await self._database.fetch_one(store.CURRENT, {"user": user_id})
        if row is None:
            raise not_found("There is no backup")
        return BackupVersion(*row)

    async def version(self, user_id: str, version: int) -> BackupVersion:
        """One backup. Raises Refused 404."""
        row = await self._database.fetch_one(store.VERSION, {"user": user_id, "of_version": version})
        if row is None:
            raise not_found("There is no such backup")
        return BackupVersion(*row)

    async def key(self, user_id: str, version: int, room_id: str, session_id: str) -> bytes:
        """One key as JSON. Raises Refused 404."""
        params = {"user": user_id, "of_version": version, "room": room_id, "session": session_id}
        row = await self._database.fetch_one(store.KEY, params)
        if row is None:
            raise not_found("There is no such key in the backup")
        return _key(row)

    async def of_room(self, user_id: str, version: int, room_id: str) -> AsyncIterator[bytes]:
        """The keys of a room as a JSON object, in chunks."""
        yield b'{"sessions":{'
        after = ""
        is_first = True
        while True:
            params = {
                "user": user_id,
                "of_version": version,
                "room": room_id,
                "after_session": after,
                "most": KEYS_PER_PAGE,
            }
            rows = await self._database.fetch(store.KEYS_OF_ROOM_AFTER, params)
            if rows:
                parts = [b"%b:%b" % (orjson.dumps(row[1]), _key(row[2:])) for row in rows]
                yield (b"" if is_first else b",") + b",".join(parts)
                is_first = False
            if len(rows) < KEYS_PER_PAGE:
                break
            after = rows[-1][1]
        yield b"}}"

    async def everything(self, user_id: str, version: int) -> AsyncIterator[bytes]:
        """All keys of a backup as a JSON object, in chunks."""
        yield b'{"rooms":{'
        room, session = "", ""
        is_first = True
        while True:
            params = {
                "user": user_id,
                "of_version": version,
                "after_room": room,
                "after_session": session,
                "most": KEYS_PER_PAGE,
            }
            rows = await self._database.fetch(store.KEYS_AFTER, params)
            parts = []
            for room_id, session_id, *key in rows:
                if is_first or room_id != room:
                    parts.append((b"" if is_first else b"}},") + orjson.dumps(room_id) + b':{"sessions":{')
                else:
                    parts.append(b",")
                parts.append(b"%b:%b" % (orjson.dumps(session_id), _key(tuple(key))))
                room, session, is_first = room_id, session_id, False
            if parts:
                yield b"".join(parts)
            if len(rows) < KEYS_PER_PAGE:
                break
        yield b"}}" if is_first else b"}}}}"


def _key(row: Row) -> bytes:
    first, forwarded, verified, data = row
    return BackedUpKey(first, forwarded, bool(verified), data).json
