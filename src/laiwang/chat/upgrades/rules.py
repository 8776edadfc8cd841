"""What the successor of a room begins with, what is left of the old room, and what follows a person. Source: CS "Room Upgrades"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from laiwang.kit.refusals import Refused, bad_json, invalid_param
from laiwang.matrix.ids import is_user_id
from laiwang.matrix.push_rules import Ruleset
from laiwang.matrix.versions import RoomVersion

__all__ = [
    "check_additional_creators",
    "create_content",
    "followed_direct",
    "followed_rules",
    "is_transferable",
    "power_levels",
    "restricted",
]

#: state that goes along, apart from power levels, which come last
TRANSFERABLE: Final = frozenset(
    {
        "m.room.server_acl",
        "m.room.encryption",
        "m.room.name",
        "m.room.avatar",
        "m.room.topic",
        "m.room.guest_access",
        "m.room.history_visibility",
        "m.room.join_rules",
        "m.room.canonical_alias",
        "im.laiwang.burn",
        "m.space.child",
        "m.space.parent",
    }
)
CREATORS_MAX: Final = 50
TOMBSTONE: Final = "m.room.tombstone"
TOMBSTONE_LEVEL_BEFORE: Final = 100
TOMBSTONE_LEVEL: Final = 150


def check_additional_creators(value: Any) -> tuple[str, ...]:
    """`additional_creators` of the request. Raises Refused 400."""
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise bad_json("additional_creators must be a list of user ids")
    if not all(is_user_id(one) for one in value) or len(value) > CREATORS_MAX:
        raise invalid_param(f"additional_creators must be a list of at most {CREATORS_MAX} user ids")
    return tuple(dict.fromkeys(value))


def is_transferable(type: str, state_key: str, content: Mapping[str, Any]) -> bool:
    """Whether a state event goes along. Emptied ones, as children taken out of a space, have nothing to say."""
    return type in TRANSFERABLE and bool(content) and (state_key == "" or type.startswith("m.space."))


def create_content(
    old: Mapping[str, Any], version: RoomVersion, *, room_id: str, head: str, creator: str, additional: Sequence[str]
) -> dict[str, Any]:
    """The content of the successor's m.room.create. Its type and whether it is open to other servers stay."""
    content: dict[str, Any] = {
        "room_version": version.id,
        "predecessor": {"room_id": room_id, "event_id": head},
    }
    for name in ("type", "m.federate"):
        if name in old:
            content[name] = old[name]
    if version.creator_in_content:
        content["creator"] = creator
    others = [one for one in additional if one != creator]
    if version.creators_are_infinite and others:
        content["additional_creators"] = others
    return content


def power_levels(
    old: Mapping[str, Any],
    *,
    old_version: RoomVersion,
    old_creators: frozenset[str],
    version: RoomVersion,
    creators: frozenset[str],
) -> dict[str, Any]:
    """The successor's power levels: those of the old room, with creators as its version has them."""
    content = dict(old)
    users = dict(old.get("users") or {})
    events = dict(old.get("events") or {})
    if version.creators_are_infinite:
        for user_id in creators:
            users.pop(user_id, None)
        if events.get(TOMBSTONE, TOMBSTONE_LEVEL_BEFORE) == TOMBSTONE_LEVEL_BEFORE:
            events[TOMBSTONE] = TOMBSTONE_LEVEL
    elif old_version.creators_are_infinite:
        # Who stood above all levels stands at the top of them.
        top = max([100, *(level for level in users.values() if type(level) is int)])
        for user_id in (*old_creators, *creators):
            users[user_id] = top
        if events.get(TOMBSTONE, 0) > top:
            events[TOMBSTONE] = top
    return {**content, "users": users, "events": events}


def restricted(old: Mapping[str, Any]) -> dict[str, Any] | None:
    """Power levels of the old room after which ordinary members neither talk nor invite there; None when that is so already."""
    default = old.get("users_default", 0)
    needed = max(50, (default if type(default) is int else 0) + 1)
    changed = dict(old)
    for name in ("events_default", "invite"):
        value = old.get(name, 0)
        changed[name] = max(needed, value if type(value) is int else 0)
    return None if changed == dict(old) else changed


# --- what follows a person ------------------------------------------------------------------------------------------------


def followed_direct(direct: Mapping[str, Any] | None, old: str, new: str) -> dict[str, Any] | None:
    """The content of m.direct with the successor beside the old room; None when nothing changes."""
    changed = False
    found: dict[str, Any] = {}
    for user_id, rooms in (direct or {}).items():
        found[user_id] = rooms
        if isinstance(rooms, list) and old in rooms and new not in rooms:
            found[user_id] = [*rooms, new]
            changed = True
    return found if changed else None


def followed_rules(rules: Ruleset, old: str, new: str) -> Ruleset:
    """A person's push rules, those of her own that are about the old room said of the new one as well."""
    for kind in ("override", "room", "underride"):
        custom = rules.custom.get(kind, ())
        if any(rule.rule_id == new for rule in custom):
            continue
        for rule in custom:
            if rule.rule_id != old:
                continue
            body: dict[str, Any] = {"actions": list(rule.actions)}
            if rule.conditions is not None:
                body["conditions"] = [_said_of(condition, old, new) for condition in rule.conditions]
            try:
                rules = rules.put(kind, new, body)
            except Refused:
                break  # she has as many rules as there may be
            if not rule.enabled:
                rules = rules.set_enabled(kind, new, False)
    return rules


def _said_of(condition: Mapping[str, Any], old: str, new: str) -> dict[str, Any]:
    is_about = condition.get("key") == "room_id" and condition.get("pattern") == old
    return {**condition, "pattern": new} if is_about else dict(condition)
