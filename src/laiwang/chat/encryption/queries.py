"""Keys of people as /keys/query shows them: with every signature that the reader may see.

Source: Matrix client-server API, POST /keys/query.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from laiwang.chat.encryption import rules, store
from laiwang.chat.encryption.model import DeviceDirectory
from laiwang.kernel.ports import Reads

__all__ = ["KeyQueries"]

IN_MAX = 500
_SECTIONS = {"master": "master_keys", "self_signing": "self_signing_keys", "user_signing": "user_signing_keys"}


class KeyQueries:
    """Reads keys."""

    def __init__(self, reads: Reads, directory: DeviceDirectory) -> None:
        self._reads = reads
        self._directory = directory

    async def keys_of(self, reader: str, wanted: Mapping[str, Any]) -> dict[str, Any]:
        """The answer of /keys/query to `reader`, for user → device ids (none: all). People who do not exist are left out."""
        query = rules.check_query(wanted)
        answer: dict[str, Any] = {
            "failures": {},
            "device_keys": {},
            "master_keys": {},
            "self_signing_keys": {},
            "user_signing_keys": {},
        }
        users = list(query)
        for start in range(0, len(users), IN_MAX):
            await self._add(answer, reader, query, users[start : start + IN_MAX])
        return answer

    async def _add(
        self, answer: dict[str, Any], reader: str, query: Mapping[str, Sequence[str]], users: list[str]
    ) -> None:
        known = await self._directory.devices_of(users)
        for user_id in known:
            answer["device_keys"][user_id] = {}
        for user_id, device_id, body in await self._reads.fetch(store.DEVICE_KEYS_OF_USERS, {"users": users}):
            names = known.get(user_id, {})
            only = query[user_id]
            # Keys outlive their device for a moment when an upload and a logout cross: such a device is not shown.
            if device_id not in names or (only and device_id not in only):
                continue
            keys = orjson.loads(body)
            if names[device_id]:
                keys["unsigned"] = {"device_display_name": names[device_id]}
            answer["device_keys"][user_id][device_id] = keys
        for user_id, usage, _, body in await self._reads.fetch(store.CROSS_SIGNING_KEYS, {"users": users}):
            if user_id in known and (usage != "user_signing" or user_id == reader):
                answer[_SECTIONS[usage]][user_id] = orjson.loads(body)
        rows = await self._reads.fetch(store.SIGNATURES, {"users": users, "reader": reader})
        for target, key_id, signer, signer_key, signature in rows:
            signed = answer["device_keys"].get(target, {}).get(key_id)
            if signed is None:
                signed = answer["master_keys"].get(target)
                if signed is None or rules.public_key(signed) != key_id:
                    continue
            signed.setdefault("signatures", {}).setdefault(signer, {})[signer_key] = signature
