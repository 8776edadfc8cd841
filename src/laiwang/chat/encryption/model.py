"""The words of encryption: topics, and what is asked of whoever knows people and their devices."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from laiwang.kernel.capability import Request
from laiwang.kernel.ports import Unit

__all__ = ["DEVICE_LISTS", "DeviceDirectory", "DeviceHook", "device_in", "device_topic", "personal_topic"]

#: one keyed fact per person whose keys changed; the key is the user id
DEVICE_LISTS = "device_lists"

DeviceHook = Callable[[Unit, str, str], None]


class DeviceDirectory(Protocol):
    """People, their devices, and proof that somebody is who she says: what accounts know."""

    @property
    def device_removal_hooks(self) -> list[DeviceHook]:
        """Called with the unit that removes a device, the user id and the device id."""
        ...

    async def devices_of(self, user_ids: Sequence[str]) -> Mapping[str, Mapping[str, str | None]]:
        """Display names by device id by user id; people whom the server does not know are left out."""
        ...

    async def require_uia(self, request: Request, body: dict[str, Any]) -> object:
        """Returns when user-interactive authentication is complete. Raises Refused 401 with the flows otherwise."""
        ...


def device_topic(user_id: str, device_id: str) -> str:
    """The topic of the messages for one device."""
    return f"device:{user_id}/{device_id}"


def device_in(topic: str) -> tuple[str, str] | None:
    """(user id, device id) of a topic of messages for a device, None for another topic."""
    if not topic.startswith("device:"):
        return None
    localpart, _, rest = topic.removeprefix("device:").partition(":")
    server, _, device_id = rest.partition("/")  # a localpart may have slashes in it, the name of a server none
    return f"{localpart}:{server}", device_id


def personal_topic(user_id: str) -> str:
    """The topic of what changed for one person alone, keyed by user id: whom she signed with her user-signing key."""
    return f"device_lists:{user_id}"
