"""The manifest of encryption."""

from __future__ import annotations

import asyncio
from typing import Annotated

from msgspec import Meta

from laiwang.chat.encryption.cross_signing import CrossSigning
from laiwang.chat.encryption.keys import KEY_COUNTS, Keys
from laiwang.chat.encryption.model import DEVICE_LISTS, DeviceDirectory
from laiwang.chat.encryption.queries import KeyQueries
from laiwang.chat.encryption.routes import EncryptionRoutes
from laiwang.chat.encryption.sharing import Sharing
from laiwang.chat.encryption.sync import EncryptionSync
from laiwang.chat.encryption.to_device import ToDevice
from laiwang.kernel.capability import Capability, Settings
from laiwang.kernel.machine import Kernel
from laiwang.kernel.mirror import note, noted
from laiwang.kernel.ports import Fact, Unit
from laiwang.people.devices import REMOVED

__all__ = ["Encryption", "EncryptionSettings"]


class EncryptionSettings(Settings, frozen=True, forbid_unknown_fields=True):
    """Section `encryption`."""

    messages_kept_max: Annotated[
        int, Meta(ge=100, description="Messages kept for a device that does not fetch them; the oldest go first.")
    ] = 10_000
    targets_max: Annotated[int, Meta(ge=1, description="Devices that one sendToDevice request may address.")] = 5_000


class Encryption:
    """End-to-end encryption and messages between devices."""

    def __init__(self, kernel: Kernel, settings: EncryptionSettings, directory: DeviceDirectory) -> None:
        self.sharing = Sharing(kernel)
        self.keys = Keys(kernel)
        self.queries = KeyQueries(kernel.database, directory)
        self.cross_signing = CrossSigning(kernel, directory)
        self.to_device = ToDevice(
            kernel, directory, kept_max=settings.messages_kept_max, targets_max=settings.targets_max
        )
        self.sync = EncryptionSync(self.keys, self.to_device, self.sharing)
        self._routes = EncryptionRoutes(
            kernel, self.keys, self.queries, self.cross_signing, self.to_device, self.sharing
        )
        self._rings: set[asyncio.Task[None]] = set()
        directory.device_removal_hooks.append(self.remove_device)

    def manifest(self) -> Capability:
        """What it adds to the server."""
        return Capability(
            name="encryption",
            purpose="Carries device keys and sealed messages between devices.",
            routes=self._routes.routes(),
            global_parts=self.sync.parts(),
            mirrors={
                "event": self.sharing.heard_event,
                "device_lists": self._heard_keys,
                "backlog": self.to_device.heard_backlog,
                KEY_COUNTS: self.keys.heard,
                REMOVED: self._heard_removed,
            },
            on_start=self.start,
            on_stop=self.stop,
        )

    async def start(self) -> None:
        """After the database has started."""
        self.sharing.start()
        await self.to_device.start()

    async def stop(self) -> None:
        """Before the database closes."""
        for ring in list(self._rings):
            ring.cancel()
        await asyncio.gather(*self._rings, return_exceptions=True)
        await self.to_device.stop()

    def remove_device(self, unit: Unit, user_id: str, device_id: str) -> None:
        """Adds to the unit that removes a device what takes its keys and messages away and tells those who share rooms."""
        self.keys.remove_device(unit, user_id, device_id)
        self.to_device.remove_device(unit, user_id, device_id)
        note(unit, REMOVED, f"{user_id}/{device_id}")

    def _heard_removed(self, fact: Fact) -> None:
        user_id, _, device_id = noted(fact).rpartition("/")
        self.keys.removed(user_id, device_id)
        self.to_device.removed(user_id, device_id, fact.position)

    def _heard_keys(self, fact: Fact) -> None:
        """Keys of a person have changed: whoever shares a room with her looks."""
        if fact.topic == DEVICE_LISTS and fact.key is not None:
            self._ring(fact.key)

    def _ring(self, user_id: str) -> None:
        ring = asyncio.get_running_loop().create_task(self.sharing.ring(user_id))
        self._rings.add(ring)
        ring.add_done_callback(self._rings.discard)
