"""The manifest of the directory."""

from __future__ import annotations

from laiwang.chat.directory.actions import ALIASES, Actions
from laiwang.chat.directory.queries import Queries
from laiwang.chat.directory.routes import Routes
from laiwang.kernel.capability import Capability, Route
from laiwang.kernel.machine import Kernel
from laiwang.people.services import Services

__all__ = ["Directory"]

CLIENT = "/_matrix/client/v3"


class Directory:
    """Aliases and published rooms."""

    def __init__(self, kernel: Kernel, services: Services) -> None:
        self._kernel = kernel
        self.queries = Queries(kernel, services)
        self.actions = Actions(kernel, self.queries, services)

    def manifest(self) -> Capability:
        """Routes."""
        routes = Routes(self._kernel, self.actions, self.queries)
        alias = f"{CLIENT}/directory/room/{{roomAlias}}"
        listed = f"{CLIENT}/directory/list/room/{{roomId}}"
        on_network = f"{CLIENT}/directory/list/appservice/{{networkId}}/{{roomId}}"
        return Capability(
            name="directory",
            purpose="Aliases of rooms and the published list",
            routes=(
                Route("GET", alias, routes.resolve, auth="none", operation="getRoomIdByAlias"),
                Route("PUT", alias, routes.set_alias, operation="setRoomAlias"),
                Route("DELETE", alias, routes.delete_alias, operation="deleteRoomAlias"),
                Route("GET", f"{CLIENT}/rooms/{{roomId}}/aliases", routes.aliases, operation="getLocalAliases"),
                Route("GET", listed, routes.visibility, auth="none", operation="getRoomVisibilityOnDirectory"),
                Route("PUT", listed, routes.set_visibility, operation="setRoomVisibilityOnDirectory"),
                Route(
                    "PUT",
                    on_network,
                    routes.set_visibility_on_network,
                    operation="updateAppserviceRoomDirectoryVisibility",
                ),
                Route("GET", f"{CLIENT}/publicRooms", routes.public_rooms, auth="none", operation="getPublicRooms"),
                Route("POST", f"{CLIENT}/publicRooms", routes.query_public_rooms, operation="queryPublicRooms"),
            ),
            mirrors={ALIASES: self.actions.heard},
        )
