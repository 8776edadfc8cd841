"""Changes of membership: one path, whichever endpoint asks. Source: CS "Room membership"; RV "Authorisation rules"."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Protocol

from laiwang.chat.directory import Directory
from laiwang.chat.rooms import store
from laiwang.kernel.capability import Caller
from laiwang.kernel.events import stored
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Conflict, Unit, Write
from laiwang.kernel.room import Draft, Room
from laiwang.kit.refusals import Busy, Refused, bad_state, forbidden, invalid_param, not_found
from laiwang.matrix.ids import is_alias, is_room_id, is_user_id, server_name

__all__ = ["CheckLimit", "Memberships", "Profile"]

Profile = Callable[[str], Awaitable[Mapping[str, str]]]
OWN_COMING = ("join", "knock")


class CheckLimit(Protocol):
    """Takes so many from the bucket of a kind and a person. Raises Refused 429."""

    def __call__(self, kind: str, key: str, count: int = 1, /) -> None: ...


class Memberships:
    """`profile_of(user_id)` gives displayname and avatar_url; `exists(user_id)` whether there is such a person here;
    `blocks_invites(user_id)` says who wants none. What a person takes along when she follows a room to its successor hangs on
    `on_join`, called with (user id, room) after she has joined."""

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
        self._directory = directory
        self._profile_of = profile_of
        self._exists = exists
        self.check_limit = check_limit
        self._blocks_invites = blocks_invites
        #: asked before somebody leaves by herself, with (user id, room); raise Refused
        self.exit_checks: list[Callable[[str, Room], None]] = []
        #: asked before anybody joins, knocks or is invited; raise Refused
        self.entry_checks: list[Callable[[Room], None]] = []
        self.on_join: list[Callable[[str, Room], Awaitable[None]]] = []

    # --- finding ------------------------------------------------------------------------------------------------------

    async def room(self, room_id: str) -> Room:
        """The room. Raises Refused 403 for one that is not there, as for one that the caller may not see."""
        room = await self._kernel.rooms.get(room_id)
        if room is None:
            raise forbidden("You are not in this room")
        return room

    async def room_by_id_or_alias(self, text: str) -> Room:
        """The room of an id or alias. Raises Refused 404 for an unknown alias, 400 for what is neither."""
        if is_alias(text):
            room_id = await self._directory.queries.find(text)
            if room_id is None:
                raise not_found("There is no such alias")
            return await self.room(room_id)
        if not is_room_id(text):
            raise invalid_param("Neither a room id nor an alias")
        return await self.room(text)

    async def check_person(self, user_id: object) -> str:
        """A user id of somebody who exists. Raises Refused 400 or 404."""
        if not isinstance(user_id, str) or not is_user_id(user_id):
            raise invalid_param("user_id is not a user id")
        if server_name(user_id) != self._kernel.server_name or not await self._exists(user_id):
            raise not_found("There is no such person on this server")
        return user_id

    async def check_invitable(self, user_id: object) -> str:
        """A user id of somebody who exists and takes invitations. Raises Refused 400, 404, 403 M_INVITE_BLOCKED."""
        found = await self.check_person(user_id)
        if await self._blocks_invites(found):
            raise Refused("M_INVITE_BLOCKED", 403, "This person does not want to be invited")
        return found

    # --- one's own ----------------------------------------------------------------------------------------------------

    async def join(self, caller: Caller, room: Room, *, reason: str | None = None) -> None:
        """Joins; being in already is fine. Raises Refused 403, 429."""
        if room.membership(caller.user_id) == "join":
            return
        content = await self.content("join", caller.user_id, reason)
        await self.set(caller, room, caller.user_id, content)
        for hook in self.on_join:
            await hook(caller.user_id, room)

    async def knock(self, caller: Caller, room: Room, *, reason: str | None = None) -> None:
        """Asks to be let in. Raises Refused 403, 429."""
        content = await self.content("knock", caller.user_id, reason)
        await self.set(caller, room, caller.user_id, content)

    async def leave(
        self, caller: Caller, room: Room, *, reason: str | None = None, is_end_of_account: bool = False
    ) -> None:
        """Leaves, declines an invite or takes a knock back; having left already is fine. Raises Refused 403."""
        if not is_end_of_account:
            for check in self.exit_checks:
                check(caller.user_id, room)
        now = room.membership(caller.user_id)
        if now == "leave":
            return
        if now is None or now == "ban":
            raise forbidden("You are not in this room")
        await self.set(caller, room, caller.user_id, _with_reason({"membership": "leave"}, reason))

    async def forget(self, caller: Caller, room: Room) -> None:
        """Takes a room that one has left out of one's own history. Raises Refused 400 while one is still in it."""
        now = room.membership(caller.user_id)
        if now is None:
            raise forbidden("You are not in this room")
        if now not in ("leave", "ban"):
            raise Refused("M_UNKNOWN", 400, "Leave the room before you forget it")
        standing = (await self._kernel.memberships.of(caller.user_id)).get(room.room_id)
        if standing is None or standing.forgotten:
            return
        unit = Unit(writes=[Write(store.FORGET, {"user": caller.user_id, "room": room.room_id})])
        self._kernel.memberships.note_forgotten(unit, caller.user_id)
        await self._kernel.log.append(unit)

    async def leave_everything(self, user_id: str) -> None:
        """Leaves every room and declines every invite: an account ends."""
        caller = Caller(user_id, None)
        for room_id, standing in list((await self._kernel.memberships.of(user_id)).items()):
            if standing.membership in ("join", "invite", "knock"):
                room = await self._kernel.rooms.get(room_id)
                if room is not None:
                    await self.leave(caller, room, is_end_of_account=True)

    # --- other people's -----------------------------------------------------------------------------------------------

    async def invite(self, caller: Caller, room: Room, user_id: object, *, reason: str | None = None) -> None:
        """Invites somebody; inviting again is fine. Raises Refused 403, 404, 429."""
        if room.membership(caller.user_id) != "join":
            raise forbidden("You are not in this room")
        target = await self.check_invitable(user_id)
        await self.set(caller, room, target, await self.content("invite", target, reason))

    async def kick(self, caller: Caller, room: Room, user_id: object, *, reason: str | None = None) -> None:
        """Puts somebody out. Raises Refused 403."""
        target = _user_id(user_id)
        if room.membership(caller.user_id) != "join":
            raise forbidden("You are not in this room")
        if room.membership(target) not in ("join", "invite", "knock"):
            raise forbidden("This person is not in the room")
        await self.set(caller, room, target, _with_reason({"membership": "leave"}, reason))

    async def ban(self, caller: Caller, room: Room, user_id: object, *, reason: str | None = None) -> None:
        """Puts somebody out for good. Raises Refused 403."""
        target = _user_id(user_id)
        await self.set(caller, room, target, _with_reason({"membership": "ban"}, reason))

    async def unban(self, caller: Caller, room: Room, user_id: object, *, reason: str | None = None) -> None:
        """Lifts a ban. Raises Refused 403 (M_BAD_STATE when there is none)."""
        target = _user_id(user_id)
        if room.membership(caller.user_id) != "join":
            raise forbidden("You are not in this room")
        if room.membership(target) != "ban":
            refusal = bad_state("This person is not banned")
            raise Refused(refusal.errcode, 403, refusal.text)
        await self.set(caller, room, target, _with_reason({"membership": "leave"}, reason))

    # --- the one path -------------------------------------------------------------------------------------------------

    async def set(
        self, caller: Caller, room: Room, target: str, content: dict[str, Any], *, ts: int | None = None
    ) -> str:
        """Submits a member event as the caller, unless she has said just that already. Answers its event id.

        Raises Refused 403, 429.
        """
        if content.get("membership") in ("join", "invite", "knock"):
            for check in self.entry_checks:
                check(room)
        member = room.members.get(target)
        if member is not None and member.sender == caller.user_id and member.membership == content.get("membership"):
            found = await self._kernel.rooms.facts_at([member.position])
            same = found.get(member.position)
            if same is not None and stored(same).event.content == content:
                return member.event_id
        self._check_rate(caller, room, target, content.get("membership"))
        if content.get("membership") == "join" and target == caller.user_id:
            content = await self._authorise(room, target, content)
        try:
            decided = await self._kernel.rooms.submit(
                room, (Draft("m.room.member", caller.user_id, content, state_key=target, origin_server_ts=ts),)
            )
        except Conflict as error:
            raise Busy() from error
        return decided[0].event_id

    def _check_rate(self, caller: Caller, room: Room, target: str, membership: object) -> None:
        """Going, and putting somebody out, is never too fast."""
        if membership == room.membership(target):
            self.check_limit("message", caller.user_id)
        elif membership in OWN_COMING and target == caller.user_id:
            self.check_limit("join", caller.user_id)
        elif membership == "invite":
            self.check_limit("invite", caller.user_id)

    async def _authorise(self, room: Room, user_id: str, content: dict[str, Any]) -> dict[str, Any]:
        """Fills in who vouches for a restricted join, when the person is in a room that the rule allows (RV 4.3.5)."""
        content = {key: value for key, value in content.items() if key != "join_authorised_via_users_server"}
        rules = room.state_content("m.room.join_rules")
        if rules.get("join_rule") not in ("restricted", "knock_restricted"):
            return content
        if room.membership(user_id) in ("join", "invite"):
            return content
        allow = rules.get("allow")
        joined = await self._kernel.memberships.of(user_id)
        for condition in allow if isinstance(allow, list) else ():
            if not isinstance(condition, dict) or condition.get("type") != "m.room_membership":
                continue
            standing = joined.get(str(condition.get("room_id")))
            if standing is None or standing.membership != "join":
                continue
            levels = room.power_levels
            for candidate, member in room.members.items():
                if member.membership == "join" and levels.user(candidate) >= levels.invite:
                    return {**content, "join_authorised_via_users_server": candidate}
            raise Refused("M_UNABLE_TO_GRANT_JOIN", 400, "Nobody in the room can let you in")
        return content

    async def content(self, membership: str, user_id: str, reason: str | None = None) -> dict[str, Any]:
        """The content of a member event, with the person's name and picture."""
        profile = await self._profile_of(user_id)
        content: dict[str, Any] = {"membership": membership}
        for name in ("displayname", "avatar_url"):
            if profile.get(name):
                content[name] = profile[name]
        return _with_reason(content, reason)


def _with_reason(content: dict[str, Any], reason: str | None) -> dict[str, Any]:
    return content if reason is None else {**content, "reason": reason}


def _user_id(value: object) -> str:
    if not isinstance(value, str) or not is_user_id(value):
        raise invalid_param("user_id is not a user id")
    return value
