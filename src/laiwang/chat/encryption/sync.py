"""What encryption adds to /sync: messages for the device, whose keys changed, and how many one-time keys are left."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping

import orjson

from laiwang.chat.encryption.keys import Keys
from laiwang.chat.encryption.model import device_topic
from laiwang.chat.encryption.sharing import Sharing
from laiwang.chat.encryption.to_device import ToDevice
from laiwang.kernel.capability import GlobalPart
from laiwang.kernel.members import user_topic
from laiwang.kernel.sync import SyncContext

__all__ = ["EncryptionSync"]

Fragments = Mapping[str, bytes]
_NOTHING: Fragments = {}
DEVICES_TOLD_MAX = 100_000


class EncryptionSync:
    """The parts of a /sync answer."""

    def __init__(self, keys: Keys, to_device: ToDevice, sharing: Sharing) -> None:
        self._keys = keys
        self._to_device = to_device
        self._sharing = sharing
        #: what each device was told last of its keys, so that a change of it alone is worth an answer
        self._told: OrderedDict[tuple[str, str], Fragments] = OrderedDict()

    def parts(self) -> tuple[GlobalPart, ...]:
        """`device_lists` must be read whenever anything rang: an entry into a room rings only the bell of the room."""
        return (
            GlobalPart(
                topic=lambda user_id, device_id: device_topic(user_id, device_id) if device_id is not None else None,
                read=self.to_device,
                always=self.counts,
            ),
            GlobalPart(topic=lambda user_id, device_id: user_topic(user_id), read=self.device_lists, on_any=True),
        )

    async def to_device(self, context: SyncContext) -> Fragments:
        """`to_device`: the next messages; and the counts of keys when they are not what the device was told last."""
        if context.device_id is None:
            return _NOTHING
        facts = await self._to_device.receive(context.user_id, context.device_id, context.since, context.upto)
        if facts:
            return {"to_device": b'{"events":[%b]}' % b",".join(fact.body for fact in facts)}
        told = self._told.get((context.user_id, context.device_id))
        if told is None:
            return _NOTHING
        counts = await self._keys.fragments(context.user_id, context.device_id)
        return _NOTHING if counts == told else counts

    async def device_lists(self, context: SyncContext) -> Fragments:
        """`device_lists`: only incremental."""
        if context.is_initial or self._sharing.quiet(context.user_id, context.since):
            return _NOTHING
        changes = await self._sharing.changes(
            context.user_id,
            context.since,
            context.upto,
            context.memberships,
            context.joined_since,
            context.left_since,
        )
        if not changes:
            return _NOTHING
        shown = {"changed": sorted(changes.changed), "left": sorted(changes.left)}
        return {"device_lists": orjson.dumps(shown)}

    async def counts(self, context: SyncContext) -> Fragments:
        """`device_one_time_keys_count` and `device_unused_fallback_key_types`."""
        if context.device_id is None:
            return _NOTHING
        # An answer with nothing in it reads no parts, but the question it answers acknowledged the messages before.
        self._to_device.acknowledge(device_topic(context.user_id, context.device_id), context.since)
        device = (context.user_id, context.device_id)
        told = self._told[device] = await self._keys.fragments(*device)
        self._told.move_to_end(device)
        if len(self._told) > DEVICES_TOLD_MAX:
            self._told.popitem(last=False)
        return told
