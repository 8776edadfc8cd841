"""Push rules evaluated slowly, rule by rule from what clients are served, straight from the specification's prose."""

from typing import Any

from laiwang.matrix.event import Event
from laiwang.matrix.globs import fold
from laiwang.matrix.push_evaluation import RoomContext

WORD = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_")
ABSENT = object()


def glob_matches(pattern: str, text: str, *, question_mark: bool = True) -> bool:
    """Whether the whole text matches: every way to spend a star is tried, in a table."""
    reachable = {0}
    for character in pattern:
        if character == "*":
            reachable = set(range(min(reachable, default=len(text) + 1), len(text) + 1))
        elif character == "?" and question_mark:
            reachable = {at + 1 for at in reachable if at < len(text)}
        else:
            reachable = {at + 1 for at in reachable if at < len(text) and text[at] == character}
    return len(text) in reachable


def is_boundary(text: str, at: int) -> bool:
    """Not between two characters of a word."""
    return at == 0 or at == len(text) or text[at - 1] not in WORD or text[at] not in WORD


def words_match(pattern: str, text: str) -> bool:
    """Whether any substring from boundary to boundary matches."""
    places = [at for at in range(len(text) + 1) if is_boundary(text, at)]
    return any(glob_matches(pattern, text[start:end]) for start in places for end in places if start <= end)


def names_of(key: str) -> list[str]:
    """The names of a path; a backslash before a dot or backslash makes it a part of the name."""
    names = [""]
    at = 0
    while at < len(key):
        if key[at] == "\\" and key[at + 1 : at + 2] in ("\\", "."):
            names[-1] += key[at + 1]
            at += 2
        elif key[at] == ".":
            names.append("")
            at += 1
        else:
            names[-1] += key[at]
            at += 1
    return names


def as_client_sees(event: Event) -> dict[str, Any]:
    """The event as JSON."""
    json = {
        name: getattr(event, name) for name in ("type", "sender", "room_id", "event_id", "origin_server_ts", "content")
    }
    if event.state_key is not None:
        json["state_key"] = event.state_key
    return json


def holds(condition: dict[str, Any], event: dict[str, Any], room: RoomContext, display_name: str | None) -> bool:
    """Whether a condition holds."""
    kind = condition["kind"]
    if kind == "contains_display_name":
        body = event["content"].get("body")
        if not display_name or not isinstance(body, str):
            return False
        body, name = fold(body), fold(display_name)
        return any(
            body[at : at + len(name)] == name and is_boundary(body, at) and is_boundary(body, at + len(name))
            for at in range(len(body))
        )
    if kind == "room_member_count":
        digits = condition["is"].lstrip("<>=")
        sign = condition["is"][: -len(digits)]
        have, want = room.member_count, int(digits)
        return {"": have == want, "==": have == want, "<": have < want, ">": have > want}.get(
            sign, have <= want if sign == "<=" else have >= want
        )
    if kind == "sender_notification_permission":
        return room.sender_level >= room.notification_levels.get(condition["key"], 50)
    if kind not in ("event_match", "event_property_is", "event_property_contains"):
        return False
    value: Any = event
    for name in names_of(condition["key"]):
        value = value.get(name, ABSENT) if isinstance(value, dict) else ABSENT
    if kind == "event_match":
        if not isinstance(value, str):
            return False
        matches = words_match if condition["key"] == "content.body" else glob_matches
        return matches(fold(condition["pattern"]), fold(value))
    wanted = condition["value"]
    if kind == "event_property_is":
        return type(value) is type(wanted) and bool(value == wanted)
    return isinstance(value, list) and any(type(item) is type(wanted) and item == wanted for item in value)


def actions_for(
    served: dict[str, dict[str, list[dict[str, Any]]]],
    event: Event,
    room: RoomContext,
    user_id: str,
    display_name: str | None,
) -> list[Any]:
    """The actions of the first enabled rule whose conditions all hold; none for one's own event."""
    if event.sender == user_id:
        return []
    json = as_client_sees(event)
    for kind in ("override", "content", "room", "sender", "underride"):
        for rule in served["global"][kind]:
            if kind == "content":
                conditions = [{"kind": "event_match", "key": "content.body", "pattern": rule["pattern"]}]
            elif kind in ("room", "sender"):
                key = {"room": "room_id", "sender": "sender"}[kind]
                conditions = [{"kind": "event_property_is", "key": key, "value": rule["rule_id"]}]
            else:
                conditions = rule["conditions"]
            if rule["enabled"] and all(holds(condition, json, room, display_name) for condition in conditions):
                return list(rule["actions"])
    return []
