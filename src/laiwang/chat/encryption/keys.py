"""Device keys, one-time keys and fallback keys: upload, count, claim.

The counts that every /sync carries are kept in memory by device; a change drops them, and the next reader counts again.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import orjson

from laiwang.chat.encryption import rules, store
from laiwang.chat.encryption.model import DEVICE_LISTS, device_topic
from laiwang.kernel.capability import Caller
from laiwang.kernel.machine import Kernel
from laiwang.kernel.mirror import note, noted
from laiwang.kernel.ports import Conflict, Fact, Tx, Unit
from laiwang.kit.compact import compact
from laiwang.kit.refusals import Busy, Refused, invalid_param

__all__ = ["KEY_COUNTS", "Keys", "device_of"]

#: kind of the note that keys of a device were brought or taken
KEY_COUNTS = "key_counts"

DEVICES_CACHED_MAX = 50_000
ATTEMPTS = 4
#: clients count as "unknown" what is not listed, and old ones then never upload again
ALWAYS_COUNTED = "signed_curve25519"

Fragments = Mapping[str, bytes]


def device_of(caller: Caller) -> str:
    """The caller's device. Raises Refused 400: keys and messages belong to devices, and an application service has none."""
    if caller.device_id is None:
        raise Refused("M_MISSING_PARAM", 400, "This needs an access token that belongs to a device")
    return caller.device_id


class Keys:
    """Keys of devices."""

    def __init__(self, kernel: Kernel) -> None:
        self._kernel = kernel
        self._database = kernel.database
        self._counts: OrderedDict[tuple[str, str], Fragments] = OrderedDict()
        #: told of each device whose counts are not what they were: user id, device id
        self.watchers: list[Callable[[str, str], None]] = []
        #: how often something was dropped from `_counts`: a count that was read before a drop must not be kept after it
        self._drops = 0

    # --- upload -----------------------------------------------------------------------------------------------------

    async def upload(self, caller: Caller, body: Mapping[str, Any]) -> dict[str, int]:
        """Stores what the body has of device keys, one-time keys and fallback keys; answers the one-time keys held, by algorithm.

        All or nothing, and repeatable. Raises Refused 400 where a key is malformed, belongs to somebody else, or is another
        one under an id that was used.
        """
        return await self.store(caller.user_id, device_of(caller), body)

    async def store(
        self, user_id: str, device_id: str, body: Mapping[str, Any], *, also: Callable[[Unit], None] | None = None
    ) -> dict[str, int]:
        """As `upload`, for any device. `also` adds to the unit; it is called again when the unit has to be made again."""
        device_keys = body.get("device_keys")
        if device_keys is not None:
            device_keys = rules.check_device_keys(device_keys, user_id, device_id)
            rules.encoded(device_keys)
        one_time = rules.check_one_time_keys(rules.object_at(body, "one_time_keys"))
        fallback = rules.check_fallback_keys(rules.object_at(body, "fallback_keys"))
        for _ in range(ATTEMPTS):
            unit = Unit()
            if also is not None:
                also(unit)
            await self._add_device_keys(unit, user_id, device_id, device_keys)
            await self._add_one_time_keys(unit, user_id, device_id, one_time)
            await self._add_fallback_keys(unit, user_id, device_id, fallback)
            if not unit.writes:
                return await self.counts(user_id, device_id)
            note(unit, KEY_COUNTS, f"{user_id}/{device_id}")
            try:
                await self._kernel.log.append(unit)
            except Conflict:
                continue  # the same upload on another connection was faster: look again
            return await self.counts(user_id, device_id)
        raise Busy()

    async def _add_device_keys(
        self, unit: Unit, user_id: str, device_id: str, device_keys: Mapping[str, Any] | None
    ) -> None:
        if device_keys is None:
            return
        row = await self._database.fetch_one(store.DEVICE_KEYS, {"of_user": user_id, "of_device": device_id})
        # Key order is kept as it was sent: it is the client's document.
        body = orjson.dumps(device_keys)
        if row is not None:
            old = orjson.loads(row[0])
            if old == device_keys:
                return
            if not rules.same_but_signatures(old, device_keys):
                unit.write(store.DELETE_SIGNATURES_ON, {"of_user": user_id, "of_key": device_id})
        unit.write(store.SET_DEVICE_KEYS, {"user_id": user_id, "device_id": device_id, "json": body})
        unit.append(DEVICE_LISTS, "device_lists", b"{}", key=user_id)

    async def _add_one_time_keys(
        self, unit: Unit, user_id: str, device_id: str, keys: Mapping[tuple[str, str], bytes]
    ) -> None:
        if not keys:
            return
        rows = await self._database.fetch(store.ONE_TIME_KEYS, {"of_user": user_id, "of_device": device_id})
        held = {(row[0], row[1]): row[2] for row in rows}
        new = []
        for (algorithm, key_id), key in keys.items():
            old = held.get((algorithm, key_id))
            if old is None:
                new.append(
                    {
                        "user_id": user_id,
                        "device_id": device_id,
                        "algorithm": algorithm,
                        "key_id": key_id,
                        "json": key,
                    }
                )
            elif not rules.same_one_time_key(old, key):
                raise invalid_param(f"One-time key {algorithm}:{key_id} exists with another value")
        if len(held) + len(new) > rules.KEYS_STORED_MAX:
            raise invalid_param(f"At most {rules.KEYS_STORED_MAX} one-time keys are kept for a device")
        if new:
            unit.write(store.ADD_ONE_TIME_KEY, new)

    async def _add_fallback_keys(
        self, unit: Unit, user_id: str, device_id: str, keys: Mapping[str, tuple[str, bytes]]
    ) -> None:
        if not keys:
            return
        rows = await self._database.fetch(store.FALLBACK_KEYS, {"of_user": user_id, "of_device": device_id})
        held = {row[0]: (row[1], row[2]) for row in rows}
        for algorithm, (key_id, key) in keys.items():
            old = held.get(algorithm)
            if old is not None and old[0] == key_id and rules.same_one_time_key(old[1], key):
                continue  # a retry must not make a used key look unused
            unit.write(
                store.SET_FALLBACK_KEY,
                {
                    "user_id": user_id,
                    "device_id": device_id,
                    "algorithm": algorithm,
                    "key_id": key_id,
                    "json": key,
                    "used": 0,
                },
            )

    # --- counts -----------------------------------------------------------------------------------------------------

    async def counts(self, user_id: str, device_id: str) -> dict[str, int]:
        """Unclaimed one-time keys by algorithm."""
        counts: dict[str, int] = orjson.loads((await self.fragments(user_id, device_id))["device_one_time_keys_count"])
        return counts

    async def fragments(self, user_id: str, device_id: str) -> Fragments:
        """`device_one_time_keys_count` and `device_unused_fallback_key_types` as /sync shows them."""
        device = (user_id, device_id)
        found = self._counts.get(device)
        if found is not None:
            self._counts.move_to_end(device)
            return found
        drops = self._drops
        params = {"of_user": user_id, "of_device": device_id}
        counts = {ALWAYS_COUNTED: 0}
        for algorithm, count in await self._database.fetch(store.ONE_TIME_KEY_COUNTS, params):
            counts[algorithm] = count
        rows = await self._database.fetch(store.FALLBACK_KEYS, params)
        unused = sorted(row[0] for row in rows if not row[3])
        fragments = {
            "device_one_time_keys_count": compact(orjson.dumps(counts)),
            "device_unused_fallback_key_types": compact(orjson.dumps(unused)),
        }
        if drops == self._drops:
            self._counts[device] = fragments
            if len(self._counts) > DEVICES_CACHED_MAX:
                self._counts.popitem(last=False)
        return fragments

    def heard(self, fact: Fact) -> None:
        """Keys of a device were brought or taken: it should bring new ones before they run out."""
        user_id, _, device_id = noted(fact).rpartition("/")
        self._drop(user_id, device_id)
        self._kernel.bells.ring((device_topic(user_id, device_id),))

    def _drop(self, user_id: str, device_id: str) -> None:
        self._drops += 1
        self._counts.pop((user_id, device_id), None)
        for watcher in self.watchers:
            watcher(user_id, device_id)

    # --- claim ------------------------------------------------------------------------------------------------------

    async def claim(self, wanted: Mapping[str, Any]) -> dict[str, dict[str, dict[str, Any]]]:
        """Takes one key for each wanted (user → device → algorithm): the oldest one-time key, else the fallback key.

        A one-time key is given to one claim only, however many ask at once: it is deleted in the transaction that reads it.
        """
        claims = sorted(set(rules.check_claims(wanted)))
        if not claims:
            return {}

        async def work(tx: Tx) -> Sequence[tuple[Any, ...]]:
            taken = await tx.fetch(store.TAKE_ONE_TIME_KEYS, {"wanted": claims})
            got = {(row[0], row[1], row[2]) for row in taken}
            rest = [claim for claim in claims if claim not in got]
            if rest:
                taken = [*taken, *await tx.fetch(store.USE_FALLBACK_KEYS, {"wanted": rest})]
            for row in taken:
                note(tx.unit, KEY_COUNTS, f"{row[0]}/{row[1]}")
            return taken

        rows = await self._database.transaction(work)
        answer: dict[str, dict[str, dict[str, Any]]] = {}
        for user_id, device_id, algorithm, key_id, key in rows:
            answer.setdefault(user_id, {}).setdefault(device_id, {})[f"{algorithm}:{key_id}"] = orjson.loads(key)
        return answer

    # --- removal ----------------------------------------------------------------------------------------------------

    def remove_device(self, unit: Unit, user_id: str, device_id: str) -> None:
        """Adds to a unit what takes the keys of a device away. The counts are dropped by `removed`, after the commit."""
        params = {"of_user": user_id, "of_device": device_id}
        unit.write(store.DELETE_DEVICE_KEYS, params)
        unit.write(store.DELETE_ONE_TIME_KEYS, params)
        unit.write(store.DELETE_FALLBACK_KEYS, params)
        unit.write(store.DELETE_SIGNATURES_ON, {"of_user": user_id, "of_key": device_id})
        unit.write(store.DELETE_SIGNATURES_BY, {"of_user": user_id, "of_key": f"ed25519:{device_id}"})
        unit.append(DEVICE_LISTS, "device_lists", b"{}", key=user_id)

    def removed(self, user_id: str, device_id: str) -> None:
        """The device is gone for good: one that gets its id later starts with no keys."""
        self._drop(user_id, device_id)
