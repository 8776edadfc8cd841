"""Who can be reached outside of the app, and how: pushers in the database, and who has one in memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import orjson

from laiwang.chat.push import store
from laiwang.kernel.machine import Kernel
from laiwang.kernel.mirror import note, noted
from laiwang.kernel.ports import Fact, Unit
from laiwang.kit.refusals import too_large

__all__ = ["CHANGED", "GATEWAY", "WEB", "Pusher", "PusherKey", "Pushers"]

#: kind of the note that pushers of a person have changed
CHANGED = "pushers"

GATEWAY = "http"
WEB = "web"
PUSHERS_PER_PERSON_MAX = 50


class PusherKey(NamedTuple):
    """What names a pusher."""

    user_id: str
    app_id: str
    pushkey: str

    @property
    def params(self) -> dict[str, str]:
        """For statements."""
        return {"user": self.user_id, "app": self.app_id, "key": self.pushkey}


class _Known(NamedTuple):
    device_id: str
    kind: str
    #: nothing up to this position is told
    since: int


@dataclass(frozen=True, slots=True)
class Pusher:
    """A pusher with what is needed to reach it. `shown` is what a client set."""

    key: PusherKey
    kind: str
    shown: Mapping[str, Any]
    created_ms: int


class Pushers:
    """`people` has everybody with a pusher: whoever is not in it costs nothing when something is said."""

    def __init__(self, kernel: Kernel) -> None:
        self._kernel = kernel
        self.people: dict[str, dict[PusherKey, _Known]] = {}
        self._owners: dict[tuple[str, str], set[str]] = {}
        #: people whose pushers have changed since they were read
        self._changed: dict[str, None] = {}

    async def start(self) -> None:
        """Reads who has one."""
        for user_id, app_id, pushkey, device_id, kind, since in await self._kernel.database.fetch(store.ALL_PUSHERS):
            self._take(PusherKey(user_id, app_id, pushkey), _Known(device_id, kind, since))

    def heard(self, fact: Fact) -> None:
        """Pushers of a person have changed."""
        self._changed[noted(fact)] = None

    async def refresh(self) -> None:
        """Brings `people` up to now. Call it before looking there."""
        while self._changed:
            user_id, _ = self._changed.popitem()
            try:
                rows = await self._kernel.database.fetch(store.KNOWN_PUSHERS, {"user": user_id})
            except BaseException:
                self._changed[user_id] = None
                raise
            for key in list(self.people.get(user_id, {})):
                self._forget(key)
            for app_id, pushkey, device_id, kind, since in rows:
                self._take(PusherKey(user_id, app_id, pushkey), _Known(device_id, kind, since))

    async def shown(self, user_id: str, kind: str) -> list[dict[str, Any]]:
        """What a person's clients set, oldest first."""
        rows = await self._kernel.database.fetch(store.PUSHERS, {"user": user_id, "kind": kind})
        return [orjson.loads(row[0]) for row in rows]

    async def find(self, key: PusherKey) -> Pusher | None:
        """The pusher, None when it is gone."""
        row = await self._kernel.database.fetch_one(store.PUSHER, key.params)
        return Pusher(key, row[0], orjson.loads(row[1]), row[2]) if row is not None else None

    async def set(self, key: PusherKey, device_id: str, kind: str, shown: Mapping[str, Any], *, alone: bool) -> None:
        """Makes or replaces a pusher; `alone` takes the same key away from other people. Raises Refused 413 when there are too many."""
        await self.refresh()
        mine = self.people.get(key.user_id, {})
        if key not in mine and len(mine) >= PUSHERS_PER_PERSON_MAX:
            raise too_large(f"A person may have {PUSHERS_PER_PERSON_MAX} pushers")
        unit = Unit()
        if alone:
            unit.write(store.DROP_PUSHERS_OF_OTHERS, key.params)
            for other in sorted(self._owners.get(key[1:], ())):
                note(unit, CHANGED, other)
        note(unit, CHANGED, key.user_id)
        known = mine.get(key)
        new = _Known(device_id, kind, known.since if known is not None else self._kernel.log.position)
        unit.write(
            store.SET_PUSHER,
            {
                "app_id": key.app_id,
                "pushkey": key.pushkey,
                "user_id": key.user_id,
                "device_id": device_id,
                "kind": kind,
                "shown": orjson.dumps(shown).decode(),
                "created_ms": self._kernel.clock.now_ms(),
                "since": new.since,
            },
        )
        await self._kernel.log.append(unit)

    async def drop(self, key: PusherKey) -> None:
        """Ends a pusher with what waits for it; no error when there is none."""
        unit = Unit()
        unit.write(store.DROP_PUSHER, key.params)
        unit.write(store.DONE_ALL, key.params)
        note(unit, CHANGED, key.user_id)
        await self._kernel.log.append(unit)

    def drop_device(self, unit: Unit, user_id: str, device_id: str) -> None:
        """Ends the pushers of a device, in the unit in which it is removed."""
        unit.write(store.DROP_PUSHERS_OF_DEVICE, {"user": user_id, "device": device_id})
        note(unit, CHANGED, user_id)

    def _take(self, key: PusherKey, known: _Known) -> None:
        self.people.setdefault(key.user_id, {})[key] = known
        self._owners.setdefault(key[1:], set()).add(key.user_id)

    def _forget(self, key: PusherKey) -> None:
        mine = self.people.get(key.user_id, {})
        mine.pop(key, None)
        if not mine:
            self.people.pop(key.user_id, None)
        owners = self._owners.get(key[1:], set())
        owners.discard(key.user_id)
        if not owners:
            self._owners.pop(key[1:], None)
