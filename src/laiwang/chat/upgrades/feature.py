"""The manifest of upgrades."""

from __future__ import annotations

from laiwang.chat.account_data import AccountData
from laiwang.chat.directory import Directory
from laiwang.chat.rooms import Rooms
from laiwang.chat.upgrades.actions import Actions, ChangeRules
from laiwang.chat.upgrades.routes import Routes
from laiwang.kernel.capability import Capability, Route
from laiwang.kernel.machine import Kernel

__all__ = ["Upgrades"]

UPGRADE = "/_matrix/client/v3/rooms/{roomId}/upgrade"


class Upgrades:
    """Successors of rooms. `change_rules` is that of `laiwang.chat.push`."""

    def __init__(
        self,
        kernel: Kernel,
        rooms: Rooms,
        directory: Directory,
        account_data: AccountData,
        *,
        change_rules: ChangeRules,
    ) -> None:
        self._rooms = rooms
        self.actions = Actions(kernel, rooms, directory, account_data, change_rules)
        rooms.memberships.on_join.append(self.actions.follow)

    def manifest(self) -> Capability:
        """Routes."""
        routes = Routes(self.actions, self._rooms)
        return Capability(
            name="upgrades",
            purpose="Rooms get successors of another version, and people follow with what they had set",
            routes=(Route("POST", UPGRADE, routes.upgrade, operation="upgradeRoom"),),
        )
