"""The manifest of rooms."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from laiwang.chat.directory import Directory
from laiwang.chat.rooms.actions import Actions
from laiwang.chat.rooms.membership import CheckLimit, Memberships, Profile
from laiwang.chat.rooms.queries import Queries
from laiwang.chat.rooms.routes import Routes
from laiwang.kernel.capability import Capability, Route
from laiwang.kernel.machine import Kernel

__all__ = ["Rooms"]

CLIENT = "/_matrix/client/v3"
CLIENT_V1 = "/_matrix/client/v1"
#: where clients ask which do not know that mutual rooms are specified
MUTUAL_UNSTABLE = "/_matrix/client/unstable/uk.half-shot.msc2666/user/mutual_rooms"
ROOM = f"{CLIENT}/rooms/{{roomId}}"


class Rooms:
    """Making rooms, memberships and state. See `Memberships` for what the callables do."""

    def __init__(
        self,
        kernel: Kernel,
        directory: Directory,
        *,
        profile_of: Profile,
        exists: Callable[[str], Awaitable[bool]],
        check_limit: CheckLimit,
        blocks_invites: Callable[[str], Awaitable[bool]],
    ) -> None:
        self._kernel = kernel
        self.memberships = Memberships(
            kernel,
            directory,
            profile_of=profile_of,
            exists=exists,
            check_limit=check_limit,
            blocks_invites=blocks_invites,
        )
        self.actions = Actions(kernel, directory, self.memberships, profile_of)
        self.queries = Queries(kernel)

    def manifest(self) -> Capability:
        """Routes."""
        routes = Routes(self._kernel, self.actions, self.memberships, self.queries)
        state = f"{ROOM}/state/{{eventType}}"
        return Capability(
            name="rooms",
            purpose="Making rooms, who is in them, and their state",
            routes=(
                Route("POST", f"{CLIENT}/createRoom", routes.create, operation="createRoom"),
                Route("POST", f"{CLIENT}/join/{{roomIdOrAlias}}", routes.join, operation="joinRoom"),
                Route("POST", f"{CLIENT}/knock/{{roomIdOrAlias}}", routes.knock, operation="knockRoom"),
                Route("GET", f"{CLIENT}/joined_rooms", routes.joined_rooms, operation="getJoinedRooms"),
                Route("GET", f"{CLIENT_V1}/mutual_rooms", routes.mutual_rooms, operation="getMutualRooms"),
                Route("GET", MUTUAL_UNSTABLE, routes.mutual_rooms),
                Route("POST", f"{ROOM}/join", routes.join, operation="joinRoomById"),
                Route("POST", f"{ROOM}/leave", routes.leave, operation="leaveRoom"),
                Route("POST", f"{ROOM}/forget", routes.forget, operation="forgetRoom"),
                Route("POST", f"{ROOM}/invite", routes.invite, operation="inviteUser"),
                Route("POST", f"{ROOM}/kick", routes.kick, operation="kick"),
                Route("POST", f"{ROOM}/ban", routes.ban, operation="ban"),
                Route("POST", f"{ROOM}/unban", routes.unban, operation="unban"),
                Route("GET", f"{ROOM}/state", routes.state, operation="getRoomState"),
                Route("GET", state, routes.state_event, operation="getRoomStateWithKey"),
                Route("PUT", state, routes.set_state, operation="setRoomStateWithKey"),
                Route("GET", f"{state}/{{stateKey}}", routes.state_event, operation="getRoomStateWithKey"),
                Route("PUT", f"{state}/{{stateKey}}", routes.set_state, operation="setRoomStateWithKey"),
                Route("GET", f"{ROOM}/members", routes.members, operation="getMembersByRoom"),
                Route("GET", f"{ROOM}/joined_members", routes.joined_members, operation="getJoinedMembersByRoom"),
            ),
            unstable_features={
                "uk.half-shot.msc2666.query_mutual_rooms": True,
                "uk.half-shot.msc2666.query_mutual_rooms.stable": True,
            },
        )
