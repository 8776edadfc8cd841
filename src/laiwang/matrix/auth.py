"""Who may put which event into a room: the authorisation rules, leaf by leaf.

Source: rooms/v10, v11, v12 "Authorisation rules"; server-server API, "Auth events selection". The numbers in comments
are those of version 11 (which 10 shares, but for 1.4); version 12 inserts a rule 2 and a rule 10.4, and
`AuthFailed.rule` is numbered for the room's version. Pure: they look at the event and
the room state before it, at nothing else.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final, Protocol

from laiwang.kit import signatures
from laiwang.matrix.auth_events import auth_event_keys, check_auth_events
from laiwang.matrix.event import Event
from laiwang.matrix.ids import is_user_id, server_name
from laiwang.matrix.membership import Transition, transition
from laiwang.matrix.power_levels import PowerLevels, creator
from laiwang.matrix.power_rules import check_power_levels
from laiwang.matrix.rejection import AuthFailed, reject
from laiwang.matrix.versions import ROOM_VERSIONS, RoomVersion

__all__ = [
    "AuthFailed",
    "AuthState",
    "Transition",
    "auth_event_keys",
    "check",
    "check_auth_events",
    "check_create",
    "transition",
]

_RESTRICTED: Final = ("restricted", "knock_restricted")
_KNOCKABLE: Final = ("knock", "knock_restricted")


class AuthState(Protocol):
    """The room state before an event, as far as the rules ask for it."""

    def get(self, type: str, state_key: str) -> Event | None:
        """The state event of this type and state key."""
        ...

    @property
    def power_levels(self) -> PowerLevels:
        """The power levels of this state; worked out once and kept."""
        ...


def check(version: RoomVersion, event: Event, state: AuthState, *, signed_by: Collection[str] | None = None) -> None:
    """Let `event` pass or raise AuthFailed.

    `state` is the room state before the event. `signed_by` names the servers whose signature of the event has been
    verified; by default the sender's alone. Rules about the event's own list of auth events, which an event made here
    keeps by construction, are in `check_auth_events`.
    """
    type = event.type
    if type == "m.room.create":
        check_create(version, event)
        return
    sender = event.sender
    create = state.get("m.room.create", "")
    if create is None:
        reject(version, "2.4", "the room has no create event")
    if version.room_id_is_create_hash and event.room_id[1:] != create.event_id[1:]:
        raise AuthFailed("the room id is not that of the create event", "2")
    # 3
    if create.content.get("m.federate") is False and server_name(sender) != server_name(create.sender):
        reject(version, "3", "the room is closed to other servers")
    # 4
    if type == "m.room.member":
        _check_member(version, event, state, create, signed_by)
        return
    # 5
    own = state.get("m.room.member", sender)
    if own is None or own.content.get("membership") != "join":
        reject(version, "5", f"{sender} is not in the room")
    levels = state.power_levels
    level = levels.user(sender)
    # 6
    if type == "m.room.third_party_invite":
        if level < levels.invite:
            reject(version, "6.1", f"inviting needs power level {levels.invite}")
        return
    # 7
    state_key = event.state_key
    needed = levels.event(type, state_key is not None)
    if needed > level:
        reject(version, "7", f"{type} needs power level {needed}, {sender} has {level}")
    # 8
    if state_key is not None and state_key[:1] == "@" and state_key != sender:
        reject(version, "8", "the state key is another user")
    # 9
    if type == "m.room.power_levels":
        check_power_levels(version, event, state.get("m.room.power_levels", ""), levels)
    # 10: allow


def check_create(version: RoomVersion, event: Event) -> None:
    """Rule 1: the m.room.create event. Raises AuthFailed."""
    # 1.1
    if event.prev_events:
        raise AuthFailed("the create event is not the first", "1.1")
    # 1.2
    if version.room_id_is_create_hash:
        # The federation format has no room_id, and what stands here follows from the event id.
        if event.room_id[1:] != event.event_id[1:]:
            raise AuthFailed("the create event brings a room id", "1.2")
    elif server_name(event.room_id) != server_name(event.sender):
        raise AuthFailed("the room id is of another server than the creator", "1.2")
    # 1.3
    named = event.content.get("room_version", version.id)
    if not isinstance(named, str) or named not in ROOM_VERSIONS:
        raise AuthFailed("the room version is not known", "1.3")
    # 1.4 of version 10
    if version.creator_in_content and "creator" not in event.content:
        raise AuthFailed("the create event names no creator", "1.4")
    # 1.4 of version 12
    if version.creators_are_infinite and "additional_creators" in event.content:
        additional = event.content["additional_creators"]
        if not isinstance(additional, list) or not all(isinstance(who, str) and is_user_id(who) for who in additional):
            raise AuthFailed("additional_creators is not a list of user ids", "1.4")
    # 1.4 of version 11, 1.5 of 10 and 12: allow


def _check_member(
    version: RoomVersion, event: Event, state: AuthState, create: Event, signed_by: Collection[str] | None
) -> None:
    content = event.content
    # 4.1
    if event.state_key is None or "membership" not in content:
        reject(version, "4.1", "a member event needs a state key and a membership")
    # 4.2
    if "join_authorised_via_users_server" in content:
        via = content["join_authorised_via_users_server"]
        signers = (server_name(event.sender),) if signed_by is None else signed_by
        if not isinstance(via, str) or server_name(via) not in signers:
            reject(version, "4.2.1", "the authorising server has not signed")
    match content["membership"]:
        case "join":
            _check_join(version, event, state, create)
        case "invite":
            _check_invite(version, event, state)
        case "leave":
            _check_leave(version, event, state)
        case "ban":
            _check_ban(version, event, state)
        case "knock":
            _check_knock(version, event, state)
        case _:
            reject(version, "4.8", "the membership is not known")


def _check_join(version: RoomVersion, event: Event, state: AuthState, create: Event) -> None:
    target = event.state_key
    # 4.3.1
    if event.prev_events == (create.event_id,) and target == creator(version, create):
        return
    # 4.3.2
    if event.sender != target:
        reject(version, "4.3.2", "nobody can join for somebody else")
    membership = _membership(state, target)
    # 4.3.3
    if membership == "ban":
        reject(version, "4.3.3", f"{target} is banned from the room")
    rule = _join_rule(state)
    # 4.3.4
    if rule in ("invite", "knock") and membership in ("invite", "join"):
        return
    # 4.3.5
    if rule in _RESTRICTED:
        # 4.3.5.1
        if membership in ("join", "invite"):
            return
        # 4.3.5.2
        via = event.content.get("join_authorised_via_users_server")
        levels = state.power_levels
        if not isinstance(via, str) or _membership(state, via) != "join" or levels.user(via) < levels.invite:
            reject(version, "4.3.5.2", "nobody who may invite has authorised the join")
        # 4.3.5.3
        return
    # 4.3.6
    if rule == "public":
        return
    # 4.3.7
    reject(version, "4.3.7", f"{target} is not invited to the room")


def _check_invite(version: RoomVersion, event: Event, state: AuthState) -> None:
    assert event.state_key is not None
    # 4.4.1
    if "third_party_invite" in event.content:
        _check_third_party_invite(version, event, state, event.content["third_party_invite"])
        return
    # 4.4.2
    if _membership(state, event.sender) != "join":
        reject(version, "4.4.2", f"{event.sender} is not in the room")
    # 4.4.3
    membership = _membership(state, event.state_key)
    if membership in ("join", "ban"):
        was = "in the room already" if membership == "join" else "banned from the room"
        reject(version, "4.4.3", f"{event.state_key} is {was}")
    # 4.4.4
    levels = state.power_levels
    if levels.user(event.sender) >= levels.invite:
        return
    # 4.4.5
    reject(version, "4.4.5", f"inviting needs power level {levels.invite}")


def _check_third_party_invite(version: RoomVersion, event: Event, state: AuthState, invite: object) -> None:
    # 4.4.1.1
    if _membership(state, event.state_key) == "ban":
        reject(version, "4.4.1.1", f"{event.state_key} is banned from the room")
    # 4.4.1.2
    signed = invite.get("signed") if isinstance(invite, dict) else None
    if not isinstance(signed, dict):
        reject(version, "4.4.1.2", "the third-party invite is not signed")
    # 4.4.1.3
    if "mxid" not in signed or not isinstance(signed.get("token"), str):
        reject(version, "4.4.1.3", "the third-party invite has no mxid or token")
    # 4.4.1.4
    if signed["mxid"] != event.state_key:
        reject(version, "4.4.1.4", "the third-party invite is for somebody else")
    # 4.4.1.5
    issued = state.get("m.room.third_party_invite", signed["token"])
    if issued is None:
        reject(version, "4.4.1.5", "the third-party invite has not been issued")
    # 4.4.1.6
    if issued.sender != event.sender:
        reject(version, "4.4.1.6", "the third-party invite was issued by somebody else")
    # 4.4.1.7
    if _signed_by_any(signed, _public_keys(issued.content)):
        return
    # 4.4.1.8
    reject(version, "4.4.1.8", "the third-party invite is signed by no known key")


def _public_keys(content: Mapping[str, Any]) -> list[str]:
    keys = [content.get("public_key")]
    listed = content.get("public_keys")
    if isinstance(listed, list):
        keys.extend(entry.get("public_key") for entry in listed if isinstance(entry, dict))
    return [key for key in keys if isinstance(key, str)]


def _signed_by_any(signed: Mapping[str, Any], public_keys: Sequence[str]) -> bool:
    servers = signed.get("signatures")
    if not isinstance(servers, dict):
        return False
    made = [
        signature
        for by_key in servers.values()
        if isinstance(by_key, dict)
        for key_id, signature in by_key.items()
        if key_id.startswith("ed25519:") and isinstance(signature, str)
    ]
    return any(signatures.verify(key, signature, signed) for key in public_keys for signature in made)


def _check_leave(version: RoomVersion, event: Event, state: AuthState) -> None:
    sender, target = event.sender, event.state_key
    assert target is not None
    membership = _membership(state, target)
    # 4.5.1
    if sender == target:
        if membership in ("invite", "join", "knock"):
            return
        reject(version, "4.5.1", f"{target} is not in the room")
    # 4.5.2
    if _membership(state, sender) != "join":
        reject(version, "4.5.2", f"{sender} is not in the room")
    levels = state.power_levels
    level = levels.user(sender)
    # 4.5.3
    if membership == "ban" and level < levels.ban:
        reject(version, "4.5.3", f"lifting a ban needs power level {levels.ban}")
    # 4.5.4
    if level >= levels.kick and levels.user(target) < level:
        return
    # 4.5.5
    reject(version, "4.5.5", f"removing {target} needs power level {levels.kick} and more than {target} has")


def _check_ban(version: RoomVersion, event: Event, state: AuthState) -> None:
    sender, target = event.sender, event.state_key
    assert target is not None
    # 4.6.1
    if _membership(state, sender) != "join":
        reject(version, "4.6.1", f"{sender} is not in the room")
    # 4.6.2
    levels = state.power_levels
    level = levels.user(sender)
    if level >= levels.ban and levels.user(target) < level:
        return
    # 4.6.3
    reject(version, "4.6.3", f"banning {target} needs power level {levels.ban} and more than {target} has")


def _check_knock(version: RoomVersion, event: Event, state: AuthState) -> None:
    # 4.7.1
    if _join_rule(state) not in _KNOCKABLE:
        reject(version, "4.7.1", "the room does not accept knocks")
    # 4.7.2
    if event.sender != event.state_key:
        reject(version, "4.7.2", "nobody can knock for somebody else")
    # 4.7.3
    membership = _membership(state, event.sender)
    if membership not in ("ban", "invite", "join"):
        return
    # 4.7.4
    reject(version, "4.7.4", f"{event.sender} cannot knock with membership {membership}")


def _membership(state: AuthState, user_id: str | None) -> object:
    event = None if user_id is None else state.get("m.room.member", user_id)
    return None if event is None else event.content.get("membership")


def _join_rule(state: AuthState) -> object:
    event = state.get("m.room.join_rules", "")
    return "invite" if event is None else event.content.get("join_rule", "invite")
