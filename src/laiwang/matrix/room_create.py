"""From a createRoom request to the first events of the room. Pure: nothing is looked up, nothing is written.

Source: client-server API, POST /createRoom, whose order of events this keeps; rooms/v12 for creators.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from laiwang.kit.refusals import Refused, bad_json, invalid_param
from laiwang.matrix.ids import is_user_id, make_alias
from laiwang.matrix.versions import RoomVersion, get_version

_PRESETS: Final[Mapping[str, tuple[str, str, str, int]]] = {
    # join_rule, history_visibility, guest_access, level needed to invite
    "private_chat": ("invite", "shared", "can_join", 0),
    "trusted_private_chat": ("invite", "shared", "can_join", 0),
    "public_chat": ("public", "shared", "forbidden", 50),
}
_NOT_INITIAL: Final = ("m.room.create", "m.room.member")

_Kind = TypeVar("_Kind")


@dataclass(frozen=True, slots=True)
class StateDraft:
    """A state event to be sent by the creator."""

    type: str
    state_key: str
    content: dict[str, Any]


@dataclass(frozen=True, slots=True)
class RoomPlan:
    """What a createRoom request asks for. The invites are left to the caller, after `drafts`."""

    version: RoomVersion
    drafts: tuple[StateDraft, ...]
    """In the order in which they are to be sent; the first is m.room.create, the second the creator's join."""
    alias: str | None
    published: bool
    invite: tuple[str, ...]
    invite_3pid: tuple[dict[str, Any], ...]
    is_direct: bool


def plan(
    request: Mapping[str, Any],
    *,
    creator: str,
    server: str,
    default_version: str,
    profile: Mapping[str, str] | None = None,
) -> RoomPlan:
    """Work out the plan of a createRoom request body.

    `profile` (displayname, avatar_url) goes into the creator's join. Members that are null count as absent.
    Raises Refused 400: M_UNSUPPORTED_ROOM_VERSION, M_BAD_JSON for wrong types, M_INVALID_PARAM for wrong values,
    M_INVALID_ROOM_STATE when a creator is given a power level where creators have none.
    """
    version = get_version(_member(request, "room_version", str, default_version))
    visibility = _one_of(request, "visibility", ("public", "private"), "private")
    preset = _one_of(request, "preset", tuple(_PRESETS), "public_chat" if visibility == "public" else "private_chat")
    invite = _user_ids(request, "invite")
    invite_3pid = tuple(_objects(request, "invite_3pid"))
    alias_localpart = _member(request, "room_alias_name", str, "")
    alias = make_alias(alias_localpart, server) if alias_localpart else None
    initial = _initial_state(request)
    trusted = invite if preset == "trusted_private_chat" else ()

    create = _create_content(version, request, creator, trusted)
    levels = initial.pop(("m.room.power_levels", ""), None)
    if levels is None:
        levels = default_power_levels(version, creator, trusted=trusted, invite_level=_PRESETS[preset][3])
    levels = {**levels, **_member(request, "power_level_content_override", dict, {})}
    _check_creators_unnamed(version, creator, create, levels)

    drafts = [
        StateDraft("m.room.create", "", create),
        StateDraft("m.room.member", creator, {"membership": "join", **(profile or {})}),
        StateDraft("m.room.power_levels", "", levels),
    ]
    if alias is not None:
        drafts.append(StateDraft("m.room.canonical_alias", "", {"alias": alias}))
    join_rule, history_visibility, guest_access, _ = _PRESETS[preset]
    by_preset = (
        StateDraft("m.room.join_rules", "", {"join_rule": join_rule}),
        StateDraft("m.room.history_visibility", "", {"history_visibility": history_visibility}),
        StateDraft("m.room.guest_access", "", {"guest_access": guest_access}),
    )
    # What initial_state or name and topic would replace at once is not sent in the first place.
    drafts.extend(draft for draft in by_preset if (draft.type, draft.state_key) not in initial)
    name = _member(request, "name", str, None)
    topic = _member(request, "topic", str, None)
    if name is not None:
        initial.pop(("m.room.name", ""), None)
    if topic is not None:
        initial.pop(("m.room.topic", ""), None)
    drafts.extend(StateDraft(type, state_key, content) for (type, state_key), content in initial.items())
    if name is not None:
        drafts.append(StateDraft("m.room.name", "", {"name": name}))
    if topic is not None:
        rich: dict[str, Any] = {"m.text": [{"body": topic, "mimetype": "text/plain"}]}
        drafts.append(StateDraft("m.room.topic", "", {"topic": topic, "m.topic": rich}))
    return RoomPlan(
        version=version,
        drafts=tuple(drafts),
        alias=alias,
        published=visibility == "public",
        invite=invite,
        invite_3pid=invite_3pid,
        is_direct=_member(request, "is_direct", bool, False),
    )


def default_power_levels(
    version: RoomVersion, creator: str, *, trusted: tuple[str, ...] = (), invite_level: int = 0
) -> dict[str, Any]:
    """The power levels of a new room. `trusted` stand beside the creator."""
    users = {} if version.creators_are_infinite else dict.fromkeys((creator, *trusted), 100)
    return {
        "users": users,
        "users_default": 0,
        "events": {
            "m.room.name": 50,
            "m.room.avatar": 50,
            "m.room.canonical_alias": 50,
            "m.room.power_levels": 100,
            "m.room.history_visibility": 100,
            "m.room.encryption": 100,
            "m.room.server_acl": 100,
            "m.room.tombstone": 150 if version.creators_are_infinite else 100,
        },
        "events_default": 0,
        "state_default": 50,
        "ban": 50,
        "kick": 50,
        "redact": 50,
        "invite": invite_level,
    }


def _create_content(
    version: RoomVersion, request: Mapping[str, Any], creator: str, trusted: tuple[str, ...]
) -> dict[str, Any]:
    content: dict[str, Any] = dict(_member(request, "creation_content", dict, {}))
    content.pop("creator", None)
    content["room_version"] = version.id
    if version.creator_in_content:
        content["creator"] = creator
    if version.creators_are_infinite:
        if content.get("additional_creators", ()) is None:
            del content["additional_creators"]
        additional = dict.fromkeys((*_user_ids(content, "additional_creators"), *trusted))
        additional.pop(creator, None)
        if additional or "additional_creators" in content:
            content["additional_creators"] = list(additional)
    return content


def _check_creators_unnamed(
    version: RoomVersion, creator: str, create: Mapping[str, Any], levels: Mapping[str, Any]
) -> None:
    if not version.creators_are_infinite:
        return
    users = levels.get("users")
    if isinstance(users, dict) and not users.keys().isdisjoint((creator, *create.get("additional_creators", ()))):
        raise Refused("M_INVALID_ROOM_STATE", 400, "Creators cannot be given a power level in this room version")


def _initial_state(request: Mapping[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    initial: dict[tuple[str, str], dict[str, Any]] = {}
    for entry in _objects(request, "initial_state"):
        type = _member(entry, "type", str, None)
        content = _member(entry, "content", dict, None)
        if not type or content is None:
            raise bad_json("initial_state: an entry needs type and content")
        if type in _NOT_INITIAL:
            raise invalid_param(f"initial_state cannot hold {type}")
        key = (type, _member(entry, "state_key", str, ""))
        initial.pop(key, None)  # the later one stands, at its own place
        initial[key] = content
    return initial


def _member(holder: Mapping[str, Any], name: str, kind: type[_Kind], default: Any) -> Any:
    value = holder.get(name)
    if value is None:
        return default
    if not isinstance(value, kind):
        raise bad_json(f"{name} has the wrong type")
    return value


def _one_of(holder: Mapping[str, Any], name: str, allowed: tuple[str, ...], default: str) -> str:
    value: str = _member(holder, name, str, default)
    if value not in allowed:
        raise invalid_param(f"{name} must be one of {', '.join(allowed)}")
    return value


def _objects(holder: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    entries: list[Any] = _member(holder, name, list, [])
    if not all(isinstance(entry, dict) for entry in entries):
        raise bad_json(f"{name} must be a list of objects")
    return entries


def _user_ids(holder: Mapping[str, Any], name: str) -> tuple[str, ...]:
    entries: list[Any] = _member(holder, name, list, [])
    if not all(isinstance(entry, str) for entry in entries):
        raise bad_json(f"{name} must be a list of user ids")
    if not all(is_user_id(entry) for entry in entries):
        raise invalid_param(f"{name} must be a list of user ids")
    return tuple(dict.fromkeys(entries))
