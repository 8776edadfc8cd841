"""Making backups, putting keys into them, deleting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from laiwang.chat.key_backup import store
from laiwang.chat.key_backup.model import BackedUpKey, BackupVersion, Keys
from laiwang.chat.key_backup.rules import check_auth_data, is_better, wrong_version
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Tx
from laiwang.kit.refusals import invalid_param, not_found, too_large

__all__ = ["Actions"]

SESSIONS_PER_QUERY = 500
VERSIONS_MAX = 50


class Actions:
    """Writes; each is one transaction, so that etag and count always tell what is there."""

    def __init__(self, kernel: Kernel, *, keys_max: int) -> None:
        self._database = kernel.database
        self._keys_max = keys_max

    async def create(self, user_id: str, body: dict[str, Any]) -> int:
        """Begins a new backup, which is the current one from now on; answers its number. Raises Refused 400, 413."""
        algorithm, auth_data = check_auth_data(body)

        async def work(tx: Tx) -> int:
            if len(await tx.fetch(store.COUNT_OF_VERSIONS, {"user": user_id})) >= VERSIONS_MAX:
                raise too_large(f"There are at most {VERSIONS_MAX} backups: delete an old one first")
            last = await tx.fetch_one(store.LAST_VERSION, {"user": user_id})
            version = 1 if last is None else int(last[0]) + 1
            await tx.execute(store.SET_LAST_VERSION, {"user_id": user_id, "version": version})
            await tx.execute(
                store.NEW_VERSION,
                {
                    "user_id": user_id,
                    "version": version,
                    "algorithm": algorithm,
                    "auth_data": auth_data,
                    "etag": 0,
                    "count": 0,
                },
            )
            return version

        return await self._database.transaction(work)

    async def change(self, user_id: str, version: int, body: dict[str, Any]) -> None:
        """Gives a backup other `auth_data`. Raises Refused 400 when anything else differs, 404, 413."""
        algorithm, auth_data = check_auth_data(body)
        if body.get("version", str(version)) != str(version):
            raise invalid_param("The version in the body is not that of the path")

        async def work(tx: Tx) -> None:
            known = await _backup(tx, user_id, version)
            if known.algorithm != algorithm:
                raise invalid_param("The algorithm of a backup cannot change")
            params = {"user": user_id, "of_version": version, "new_auth_data": auth_data}
            await tx.execute(store.SET_AUTH_DATA, params)

        await self._database.transaction(work)

    async def delete(self, user_id: str, version: int) -> None:
        """Deletes a backup with its keys; one that is gone already is no error. Raises Refused 404 for one that never was."""
        params = {"user": user_id, "of_version": version}

        async def work(tx: Tx) -> None:
            last = await tx.fetch_one(store.LAST_VERSION, {"user": user_id})
            if last is None or not 0 < version <= int(last[0]):
                raise not_found("There is no such backup")
            if await tx.execute(store.DROP_VERSION, params):
                await tx.execute(store.DROP_KEYS, params)

        await self._database.transaction(work)

    async def forget(self, user_id: str) -> None:
        """Deletes every backup of a person: nobody will log in to open them."""

        async def work(tx: Tx) -> None:
            await tx.execute(store.DROP_ALL_VERSIONS, {"user": user_id})
            await tx.execute(store.DROP_ALL_KEYS, {"user": user_id})

        await self._database.transaction(work)

    # --- keys ---------------------------------------------------------------------------------------------------------

    async def put(self, user_id: str, version: int, keys: Keys) -> BackupVersion:
        """Keeps those keys that are new or better; answers the backup after it. Raises Refused 404 without a backup,
        403 M_WRONG_ROOM_KEYS_VERSION when it is not the current one, 413 when it is full."""

        async def work(tx: Tx) -> BackupVersion:
            row = await tx.fetch_one(store.CURRENT, {"user": user_id})
            if row is None:
                raise not_found("There is no backup")
            current = BackupVersion(*row)
            if current.version != version:
                raise wrong_version(current.version)
            kept, more = [], 0
            for room_id, sessions in keys.items():
                known = await _known(tx, user_id, version, room_id, list(sessions))
                for session_id, key in sessions.items():
                    old = known.get(session_id)
                    if old is None or is_better(key, old):
                        more += old is None
                        kept.append(_row(user_id, version, room_id, session_id, key))
            if current.count + more > self._keys_max:
                raise too_large(f"A backup has at most {self._keys_max} keys")
            if kept:
                await tx.execute(store.SET_KEY, kept)
                await tx.execute(store.MOVE, {"user": user_id, "of_version": version, "more": more})
            return await _backup(tx, user_id, version)

        return await self._database.transaction(work)

    async def delete_keys(
        self, user_id: str, version: int, room_id: str | None = None, session_id: str | None = None
    ) -> BackupVersion:
        """Deletes all keys of a backup, of a room in it, or one; answers the backup after it. Raises Refused 404."""
        params: dict[str, Any] = {"user": user_id, "of_version": version}
        statement = store.DROP_KEYS
        if room_id is not None:
            params["room"] = room_id
            statement = store.DROP_KEYS_OF_ROOM
        if session_id is not None:
            params["session"] = session_id
            statement = store.DROP_KEY

        async def work(tx: Tx) -> BackupVersion:
            await _backup(tx, user_id, version)
            gone = await tx.execute(statement, params)
            if gone:
                await tx.execute(store.MOVE, {"user": user_id, "of_version": version, "more": -gone})
            return await _backup(tx, user_id, version)

        return await self._database.transaction(work)


async def _backup(tx: Tx, user_id: str, version: int) -> BackupVersion:
    row = await tx.fetch_one(store.VERSION, {"user": user_id, "of_version": version})
    if row is None:
        raise not_found("There is no such backup")
    return BackupVersion(*row)


async def _known(tx: Tx, user_id: str, version: int, room_id: str, sessions: list[str]) -> Mapping[str, BackedUpKey]:
    found: dict[str, BackedUpKey] = {}
    for start in range(0, len(sessions), SESSIONS_PER_QUERY):
        params = {
            "user": user_id,
            "of_version": version,
            "room": room_id,
            "sessions": sessions[start : start + SESSIONS_PER_QUERY],
        }
        for session_id, first, forwarded, verified, data in await tx.fetch(store.KNOWN, params):
            found[session_id] = BackedUpKey(first, forwarded, bool(verified), data)
    return found


def _row(user_id: str, version: int, room_id: str, session_id: str, key: BackedUpKey) -> dict[str, Any]:
    return {
        "user_id": user_id,
        "version": version,
        "room_id": room_id,
        "session_id": session_id,
        "first_message_index": key.first_message_index,
        "forwarded_count": key.forwarded_count,
        "is_verified": int(key.is_verified),
        "session_data": key.session_data,
    }
