"""What an application service needs to encrypt: messages to devices of its people, whose devices changed, how many keys are left.

Messages and changes stand in the log, so they are in the transactions that are kept until they are taken. Counts of keys are told as they
are now, with a message for the device and whenever they change; like typing they are lost with the process.
Source: MSC2409, MSC3202, MSC4203.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import orjson

from laiwang.chat.bridging.interest import Interest
from laiwang.chat.encryption import DEVICE_LISTS, Encryption, device_in
from laiwang.kernel.events import stored
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Fact
from laiwang.people.services import Service

__all__ = ["Sealed"]

DEVICES_TOLD_MAX = 1000


class Sealed:
    """Of one service. `changed` is called when there are counts to tell."""

    def __init__(
        self,
        kernel: Kernel,
        service: Service,
        interest: Interest,
        encryption: Encryption,
        changed: Callable[[], None],
    ) -> None:
        self._kernel = kernel
        self._service = service
        self._interest = interest
        self._encryption = encryption
        self._changed = changed
        #: devices whose counts are to be told
        self._counts: dict[tuple[str, str], None] = {}
        if service.takes_devices:
            encryption.keys.watchers.append(self._watch)

    def _watch(self, user_id: str, device_id: str) -> None:
        if self._service.owns_user(user_id) and len(self._counts) < DEVICES_TOLD_MAX:
            self._counts[user_id, device_id] = None
            self._changed()

    async def concerns(self, fact: Fact) -> bool:
        """Whether a fact that is no event of a room is told to the service."""
        service = self._service
        if fact.topic == DEVICE_LISTS:
            return service.takes_devices and await self._interest.shares(fact.key or "")
        to = device_in(fact.topic)
        return to is not None and (service.takes_devices or service.receive_ephemeral) and service.owns_user(to[0])

    async def parts(self, facts: Sequence[Fact]) -> dict[str, bytes]:
        """Members of the body of a transaction that carries these facts, by name."""
        parts: dict[str, bytes] = {}
        messages = []
        for fact in facts:
            to = device_in(fact.topic)
            if to is not None:
                names = b'"to_user_id":%b,"to_device_id":%b' % (orjson.dumps(to[0]), orjson.dumps(to[1]))
                messages.append(b"%b,%b}" % (fact.body[:-1], names))
                if self._service.takes_devices:
                    self._counts[to] = None
        if messages:
            parts["de.sorunome.msc2409.to_device"] = b"[%b]" % b",".join(messages)
        if not self._service.takes_devices:
            return parts
        changed, left = await self._lists(facts)
        if changed or left:
            lists = {"changed": sorted(changed), "left": sorted(left)}
            parts["org.matrix.msc3202.device_lists"] = orjson.dumps(lists)
        counts: dict[str, list[bytes]] = {}
        fallback: dict[str, list[bytes]] = {}
        told, self._counts = self._counts, {}
        for user_id, device_id in told:
            one = await self._encryption.keys.fragments(user_id, device_id)
            name = orjson.dumps(device_id)
            counts.setdefault(user_id, []).append(b"%b:%b" % (name, one["device_one_time_keys_count"]))
            fallback.setdefault(user_id, []).append(b"%b:%b" % (name, one["device_unused_fallback_key_types"]))
        if told:
            # Bridges know the counts under either name.
            parts["org.matrix.msc3202.device_one_time_keys_count"] = _by_user(counts)
            parts["org.matrix.msc3202.device_one_time_key_counts"] = _by_user(counts)
            parts["org.matrix.msc3202.device_unused_fallback_key_types"] = _by_user(fallback)
        return parts

    def again(self, told: Sequence[tuple[str, str]]) -> None:
        """Counts that could not be brought are told the next time."""
        for one in told:
            self._counts.setdefault(one)

    @property
    def waiting(self) -> list[tuple[str, str]]:
        """Devices whose counts are to be told."""
        return list(self._counts)

    async def _lists(self, facts: Sequence[Fact]) -> tuple[set[str], set[str]]:
        """Whose devices changed or came into view, and who is out of it."""
        changed = {fact.key for fact in facts if fact.topic == DEVICE_LISTS and fact.key}
        left = set()
        for fact in facts:
            if not fact.topic.startswith("room:"):
                continue
            event = stored(fact).event
            if event.type != "m.room.member" or event.state_key is None or self._service.is_mine(event.state_key):
                continue
            if event.content.get("membership") == "join":
                changed.add(event.state_key)
            elif not await self._interest.shares(event.state_key):
                left.add(event.state_key)
        return changed - left, left

    def taken(self, facts: Sequence[Fact]) -> None:
        """The service has them: a device that it speaks for does not get its messages over /sync as well."""
        if not self._service.takes_devices:
            return
        for fact in facts:
            to = device_in(fact.topic)
            if to is not None:
                self._encryption.to_device.taken(*to, fact.position)


def _by_user(found: dict[str, list[bytes]]) -> bytes:
    return b"{%b}" % b",".join(b"%b:{%b}" % (orjson.dumps(user), b",".join(parts)) for user, parts in found.items())
