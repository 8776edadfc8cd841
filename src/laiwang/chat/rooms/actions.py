"""Making rooms and setting their state."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from laiwang.chat.directory import Directory
from laiwang.chat.rooms.membership import Memberships, Profile
from laiwang.kernel.capability import Caller
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Conflict
from laiwang.kernel.room import Draft, Room
from laiwang.kit.refusals import Busy, Refused, bad_json, forbidden, invalid_param
from laiwang.matrix import room_create
from laiwang.matrix.ids import is_alias, new_room_id

__all__ = ["Actions"]

INVITES_MAX = 100
#: state that either of two people in a direct chat may set: the timer of messages that burn
SET_BY_BOTH = "im.laiwang.burn"


class Actions:
    """Writes on rooms."""

    def __init__(self, kernel: Kernel, directory: Directory, memberships: Memberships, profile_of: Profile) -> None:
        self._kernel = kernel
        self._directory = directory
        self._memberships = memberships
        self._profile_of = profile_of

    async def create(self, caller: Caller, body: dict[str, Any], *, invitation: Mapping[str, Any] | None = None) -> str:
        """createRoom: everything in one unit, or nothing. `invitation` is what the invitations say besides.

        Raises Refused 400 (M_ROOM_IN_USE when the alias is taken, M_INVALID_ROOM_STATE when the maker could not send it all), 403,
        404, 429.
        """
        profile = await self._profile_of(caller.user_id)
        plan = room_create.plan(
            body,
            creator=caller.user_id,
            server=self._kernel.server_name,
            default_version=self._kernel.rooms.default_version,
            profile={name: profile[name] for name in ("displayname", "avatar_url") if profile.get(name)},
        )
        if plan.invite_3pid:
            raise Refused("M_THREEPID_DENIED", 400, "Inviting by e-mail address or phone number is not available")
        invited = list(dict.fromkeys(plan.invite))
        if len(invited) > INVITES_MAX:
            raise invalid_param(f"At most {INVITES_MAX} people can be invited at once")
        for user_id in invited:
            if user_id == caller.user_id:
                raise forbidden("You are in the room already")
            await self._memberships.check_invitable(user_id)
        if plan.alias is not None:
            self._directory.actions.check_alias(caller, plan.alias)
        if plan.alias is not None and await self._directory.queries.resolve(plan.alias) is not None:
            raise Refused("M_ROOM_IN_USE", 400, "This alias is taken")
        self._memberships.check_limit("join", caller.user_id)
        if invited:
            self._memberships.check_limit("invite", caller.user_id, len(invited))
        drafts = [Draft(one.type, caller.user_id, one.content, state_key=one.state_key) for one in plan.drafts]
        if plan.is_direct:
            for one in plan.drafts:
                events = one.content.get("events")
                if one.type == "m.room.power_levels" and isinstance(events, dict):
                    one.content["events"] = {SET_BY_BOTH: one.content.get("users_default", 0), **events}
        for user_id in invited:
            theirs = await self._profile_of(user_id)
            content: dict[str, Any] = {**(invitation or {}), "membership": "invite"}
            content |= {name: theirs[name] for name in ("displayname", "avatar_url") if theirs.get(name)}
            if plan.is_direct:
                content["is_direct"] = True
            drafts.append(Draft("m.room.member", caller.user_id, content, state_key=user_id))
        version = plan.version
        if version.room_id_is_create_hash:
            drafts[0], room_id = self._kernel.rooms.plan_create(version, drafts[0])
        else:
            room_id = new_room_id(self._kernel.chance, self._kernel.server_name)
        drafts[-1] = self._with_rows(drafts[-1], plan, room_id, caller)
        try:
            await self._kernel.rooms.create(version, drafts, room_id=room_id)
        except Conflict as error:
            raise Refused("M_ROOM_IN_USE", 400, "This alias is taken") from error
        except Refused as error:
            # An event that its own maker may not send: the request contradicts itself (API/create_room).
            if error.errcode == "M_FORBIDDEN":
                raise Refused("M_INVALID_ROOM_STATE", 400, f"The room cannot be made: {error.text}") from error
            raise
        return room_id

    def _with_rows(self, draft: Draft, plan: room_create.RoomPlan, room_id: str, caller: Caller) -> Draft:
        rows = list(draft.writes)
        if plan.alias is not None:
            rows.append(self._directory.actions.alias_row(plan.alias, room_id, caller.user_id))
        if plan.published:
            rows.append(self._directory.actions.published_row(room_id))
        return replace(draft, writes=tuple(rows))

    async def set_state(
        self,
        caller: Caller,
        room: Room,
        type: str,
        state_key: str,
        content: dict[str, Any],
        *,
        ts: int | None = None,
    ) -> str:
        """Sets a state event and answers its id; one that says what stands already is not sent again.

        Raises Refused 400, 403, 429.
        """
        if type == "m.room.member":
            return await self._set_member(caller, room, state_key, content, ts)
        if room.membership(caller.user_id) != "join":
            raise forbidden("You are not in this room")
        current = room.state_event(type, state_key)
        if type == "m.room.canonical_alias":
            await self._check_aliases(room, content)
        if (
            type == "m.room.encryption"
            and current is not None
            and current.content.get("algorithm")
            and not content.get("algorithm")
        ):
            raise forbidden("Encryption cannot be switched off")
        if current is not None and current.content == content and current.sender == caller.user_id:
            return current.event_id
        self._memberships.check_limit("message", caller.user_id)
        try:
            decided = await self._kernel.rooms.submit(
                room, (Draft(type, caller.user_id, content, state_key=state_key, origin_server_ts=ts),)
            )
        except Conflict as error:
            raise Busy() from error
        return decided[0].event_id

    async def _set_member(
        self, caller: Caller, room: Room, target: str, content: dict[str, Any], ts: int | None
    ) -> str:
        membership = content.get("membership")
        if not isinstance(membership, str):
            raise bad_json("membership must be a string")
        now = room.membership(target)
        if membership == "invite" and now != "invite":
            await self._memberships.check_invitable(target)
        return await self._memberships.set(caller, room, target, content, ts=ts)

    async def _check_aliases(self, room: Room, content: dict[str, Any]) -> None:
        """Aliases that are newly named must point to this room (400 M_BAD_ALIAS)."""
        alias, others = content.get("alias"), content.get("alt_aliases", [])
        if alias is not None and not isinstance(alias, str):
            raise bad_json("alias must be a string")
        if not isinstance(others, list) or not all(isinstance(one, str) for one in others):
            raise bad_json("alt_aliases must be a list of strings")
        before = room.state_content("m.room.canonical_alias")
        # What stands may have come with createRoom, where anything goes.
        known = before.get("alt_aliases")
        for one in ([alias] if alias else []) + others:
            if one == before.get("alias") or (isinstance(known, list) and one in known):
                continue
            if not is_alias(one):
                raise invalid_param(f"{one} is not an alias")
            if await self._directory.queries.resolve(one) != room.room_id:
                raise Refused("M_BAD_ALIAS", 400, f"{one} does not point to this room")
