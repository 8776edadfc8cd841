"""Which state events an event names as the ones that allow it.

Source: server-server API, "Auth events selection"; rooms/v11 rule 2, rooms/v12 rule 3.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from laiwang.matrix.event import Event
from laiwang.matrix.rejection import reject
from laiwang.matrix.state import StateKey
from laiwang.matrix.versions import RoomVersion


def auth_event_keys(
    version: RoomVersion, type: str, sender: str, state_key: str | None, content: Mapping[str, Any]
) -> list[StateKey]:
    """The (type, state_key) of the state events that go into `auth_events`, where they exist. Without duplicates.

    Source: server-server API, "Auth events selection".
    """
    if type == "m.room.create":
        return []
    keys: list[StateKey] = [] if version.room_id_is_create_hash else [("m.room.create", "")]
    keys.append(("m.room.power_levels", ""))
    keys.append(("m.room.member", sender))
    if type != "m.room.member":
        return keys
    membership = content.get("membership")
    if state_key is not None and state_key != sender:
        keys.append(("m.room.member", state_key))
    if membership in ("join", "invite", "knock"):
        keys.append(("m.room.join_rules", ""))
    if membership == "invite":
        token = _third_party_token(content)
        if token is not None:
            keys.append(("m.room.third_party_invite", token))
    if membership == "join":
        via = content.get("join_authorised_via_users_server")
        if isinstance(via, str) and ("m.room.member", via) not in keys:
            keys.append(("m.room.member", via))
    return keys


def _third_party_token(content: Mapping[str, Any]) -> str | None:
    invite = content.get("third_party_invite")
    signed = invite.get("signed") if isinstance(invite, dict) else None
    token = signed.get("token") if isinstance(signed, dict) else None
    return token if isinstance(token, str) else None


def check_auth_events(
    version: RoomVersion, event: Event, auth_events: Sequence[Event], *, rejected: Collection[str] = ()
) -> None:
    """Rule 2 (3 since version 12): what an event from elsewhere names as its auth events. Raises AuthFailed.

    `auth_events` are the events behind `event.auth_events`; `rejected` the ids of those that were rejected themselves.
    """
    if event.type == "m.room.create":
        if auth_events:
            reject(version, "2.2", "the create event needs no auth events")
        return
    keys = [(found.type, found.state_key) for found in auth_events]
    # 2.1
    if len(set(keys)) != len(keys):
        reject(version, "2.1", "an auth event is named twice")
    # 2.2
    selection = auth_event_keys(version, event.type, event.sender, event.state_key, event.content)
    if not set(keys) <= set(selection):
        reject(version, "2.2", "an auth event is not one of the selection")
    # 2.3
    if any(found.event_id in rejected for found in auth_events):
        reject(version, "2.3", "an auth event was rejected itself")
    # 2.4
    if not version.room_id_is_create_hash and ("m.room.create", "") not in keys:
        reject(version, "2.4", "the create event is not among the auth events")
    # 2.5
    if any(found.room_id != event.room_id for found in auth_events):
        reject(version, "2.5", "an auth event is of another room")
