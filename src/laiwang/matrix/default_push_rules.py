"""The predefined push rules, once as data for clients and once as code for the write path.

Most members never change a rule, so the rules that an event matches are found once per event and not once per member.
Two rules name the user herself (an invite, a mention); they carry their audience. Source: client-server API v1.17 and
later, "Predefined rules". The rules that searched the body for names are gone since v1.17 and are not served.
"""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from laiwang.matrix.event import Event
from laiwang.matrix.globs import fold

Rule = dict[str, Any]
Action = str | dict[str, Any]

NOTIFICATION_LEVEL_DEFAULT: Final = 50
"""The power level a sender needs for a kind of notification that m.room.power_levels does not mention."""


class RoomContext(NamedTuple):
    """What push rules need to know of the room at the event. One for all recipients.

    `member_count` counts joined members. `sender_level` is the sender's power level, infinite for a creator.
    `notification_levels` is `notifications` of m.room.power_levels.
    """

    member_count: int
    sender_level: float
    notification_levels: Mapping[str, int]

    def sender_may(self, kind: str) -> bool:
        """Whether the sender has the power for this kind of notification, as in `room`."""
        return self.sender_level >= self.notification_levels.get(kind, NOTIFICATION_LEVEL_DEFAULT)


class Outcome(NamedTuple):
    """What an event means to one member. `actions` are those of the rule that matched, for the gateway's tweaks."""

    notify: bool
    highlight: bool
    sound: str | None
    actions: tuple[Action, ...]


SILENT: Final = Outcome(False, False, None, ())


def outcome_of(actions: tuple[Action, ...]) -> Outcome:
    """The outcome of a rule with these actions. Without `notify` there is neither highlight nor sound."""
    if "notify" not in actions:
        return Outcome(False, False, None, actions) if actions else SILENT
    highlight = False
    sound: str | None = None
    for action in actions:
        if isinstance(action, dict):
            if action.get("set_tweak") == "highlight":
                highlight = action.get("value", True) is True
            elif action.get("set_tweak") == "sound" and isinstance(action.get("value"), str):
                sound = action["value"]
    return Outcome(True, highlight, sound, actions)


class Match(NamedTuple):
    """A predefined rule that matches an event, for everybody or (`audience`) only for these users."""

    rule_id: str
    outcome: Outcome
    audience: frozenset[str] | None


_HIGHLIGHT: Final[dict[str, Any]] = {"set_tweak": "highlight"}
_SOUND: Final[dict[str, Any]] = {"set_tweak": "sound", "value": "default"}
_RING: Final[dict[str, Any]] = {"set_tweak": "sound", "value": "ring"}

MASTER: Final = ".m.rule.master"
_INVITE: Final = ".m.rule.invite_for_me"
_MENTION: Final = ".m.rule.is_user_mention"


def _is(key: str, pattern: str) -> Rule:
    return {"kind": "event_match", "key": key, "pattern": pattern}


def _rule(rule_id: str, conditions: list[Rule], *actions: Action, enabled: bool = True) -> Rule:
    return {
        "rule_id": rule_id,
        "default": True,
        "enabled": enabled,
        "conditions": conditions,
        "actions": list(actions),
    }


def default_override_rules(user_id: str) -> list[Rule]:
    """The predefined override rules of this user, most important first, .m.rule.master leading."""
    user_ids, room = r"content.m\.mentions.user_ids", r"content.m\.mentions.room"
    me_mentioned = {"kind": "event_property_contains", "key": user_ids, "value": user_id}
    room_mentioned = {"kind": "event_property_is", "key": room, "value": True}
    permitted = {"kind": "sender_notification_permission", "key": "room"}
    edit = {"kind": "event_property_is", "key": r"content.m\.relates_to.rel_type", "value": "m.replace"}
    member = _is("type", "m.room.member")
    return [
        _rule(MASTER, [], enabled=False),
        _rule(".m.rule.suppress_notices", [_is("content.msgtype", "m.notice")]),
        _rule(
            _INVITE, [member, _is("content.membership", "invite"), _is("state_key", user_id)], "notify", dict(_SOUND)
        ),
        _rule(".m.rule.member_event", [member]),
        _rule(_MENTION, [me_mentioned], "notify", dict(_SOUND), dict(_HIGHLIGHT)),
        _rule(".m.rule.is_room_mention", [room_mentioned, permitted], "notify", dict(_HIGHLIGHT)),
        _rule(
            ".m.rule.tombstone",
            [_is("type", "m.room.tombstone"), _is("state_key", "")],
            "notify",
            dict(_HIGHLIGHT),
        ),
        _rule(".m.rule.reaction", [_is("type", "m.reaction")]),
        _rule(".m.rule.room.server_acl", [_is("type", "m.room.server_acl"), _is("state_key", "")]),
        _rule(".m.rule.suppress_edits", [edit]),
    ]


#: polls have no rules in the specification yet; clients know these of MSC3930
POLL: Final = "org.matrix.msc3381.poll.start"
_POLL_RULE: Final = ".org.matrix.msc3930.rule.poll_start"
_POLL_RULE_OF_TWO: Final = ".org.matrix.msc3930.rule.poll_start_one_to_one"
#: nor have stickers, of which people want to hear as of any message
STICKER: Final = "m.sticker"
_STICKER_RULE: Final = ".im.laiwang.rule.sticker"
_STICKER_RULE_OF_TWO: Final = ".im.laiwang.rule.sticker_one_to_one"


def default_underride_rules() -> list[Rule]:
    """The predefined underride rules, most important first."""
    two = {"kind": "room_member_count", "is": "2"}
    message, encrypted = _is("type", "m.room.message"), _is("type", "m.room.encrypted")
    return [
        _rule(".m.rule.call", [_is("type", "m.call.invite")], "notify", dict(_RING)),
        _rule(".m.rule.encrypted_room_one_to_one", [dict(two), encrypted], "notify", dict(_SOUND)),
        _rule(".m.rule.room_one_to_one", [dict(two), message], "notify", dict(_SOUND)),
        _rule(".m.rule.message", [dict(message)], "notify"),
        _rule(".m.rule.encrypted", [dict(encrypted)], "notify"),
        _rule(_POLL_RULE_OF_TWO, [dict(two), _is("type", POLL)], "notify", dict(_SOUND)),
        _rule(_POLL_RULE, [_is("type", POLL)], "notify"),
        _rule(_STICKER_RULE_OF_TWO, [dict(two), _is("type", STICKER)], "notify", dict(_SOUND)),
        _rule(_STICKER_RULE, [_is("type", STICKER)], "notify"),
    ]


_OUTCOMES: Final = {
    rule["rule_id"]: outcome_of(tuple(rule["actions"]))
    for rule in default_override_rules("") + default_underride_rules()
}
DEFAULT_KINDS: Final[Mapping[str, str]] = {
    **{rule["rule_id"]: "override" for rule in default_override_rules("")},
    **{rule["rule_id"]: "underride" for rule in default_underride_rules()},
}
"""The kind of each predefined rule."""


def _for_all(rule_id: str) -> Match:
    return Match(rule_id, _OUTCOMES[rule_id], None)


_NOTICES: Final = _for_all(".m.rule.suppress_notices")
_MEMBER_EVENT: Final = _for_all(".m.rule.member_event")
_ROOM_MENTION: Final = _for_all(".m.rule.is_room_mention")
_EDIT: Final = _for_all(".m.rule.suppress_edits")
# What the type alone decides. These rules stand in the order of the list above and exclude each other.
_STATE_TYPES: Final = {
    "m.room.tombstone": _for_all(".m.rule.tombstone"),
    "m.room.server_acl": _for_all(".m.rule.room.server_acl"),
}
_REACTION: Final = _for_all(".m.rule.reaction")
_IN_GROUPS: Final = {
    "m.call.invite": (_for_all(".m.rule.call"),),
    "m.room.message": (_for_all(".m.rule.message"),),
    "m.room.encrypted": (_for_all(".m.rule.encrypted"),),
    POLL: (_for_all(_POLL_RULE),),
    STICKER: (_for_all(_STICKER_RULE),),
}
_ONE_TO_ONE: Final = {
    "m.call.invite": (_for_all(".m.rule.call"),),
    "m.room.message": (_for_all(".m.rule.room_one_to_one"), _for_all(".m.rule.message")),
    "m.room.encrypted": (_for_all(".m.rule.encrypted_room_one_to_one"), _for_all(".m.rule.encrypted")),
    POLL: (_for_all(_POLL_RULE_OF_TWO), _for_all(_POLL_RULE)),
    STICKER: (_for_all(_STICKER_RULE_OF_TWO), _for_all(_STICKER_RULE)),
}


def matching_overrides(event: Event, room: RoomContext) -> tuple[Match, ...]:
    """The predefined override rules that match, most important first, as if all but .m.rule.master were enabled.

    User ids are compared exactly, although event_match would ignore case: two ids are two users.
    """
    content = event.content
    found: list[Match] = []
    msgtype = content.get("msgtype")
    if isinstance(msgtype, str) and fold(msgtype) == "m.notice":
        found.append(_NOTICES)
    type_ = fold(event.type)
    if type_ == "m.room.member":
        membership = content.get("membership")
        if event.state_key is not None and isinstance(membership, str) and fold(membership) == "invite":
            found.append(Match(_INVITE, _OUTCOMES[_INVITE], frozenset((event.state_key,))))
        found.append(_MEMBER_EVENT)
    mentions = content.get("m.mentions")
    if isinstance(mentions, dict):
        user_ids = mentions.get("user_ids")
        if isinstance(user_ids, list) and user_ids:
            audience = frozenset(user_id for user_id in user_ids if isinstance(user_id, str))
            found.append(Match(_MENTION, _OUTCOMES[_MENTION], audience))
        if mentions.get("room") is True and room.sender_may("room"):
            found.append(_ROOM_MENTION)
    if type_ == "m.reaction":
        found.append(_REACTION)
    elif event.state_key == "" and type_ in _STATE_TYPES:
        found.append(_STATE_TYPES[type_])
    relates_to = content.get("m.relates_to")
    if isinstance(relates_to, dict) and relates_to.get("rel_type") == "m.replace":
        found.append(_EDIT)
    return tuple(found)


def matching_underrides(event: Event, room: RoomContext) -> tuple[Match, ...]:
    """The predefined underride rules that match, most important first, as if all were enabled."""
    return (_ONE_TO_ONE if room.member_count == 2 else _IN_GROUPS).get(fold(event.type), ())
