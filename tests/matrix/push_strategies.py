"""Events, rooms and rulesets of every sort, for the push rules."""

import math
from typing import Any

from hypothesis import strategies as st

from laiwang.matrix.event import Event
from laiwang.matrix.push_evaluation import RoomContext
from laiwang.matrix.push_rules import KINDS, Ruleset, default_ruleset

ALICE, BOB, CAROL = "@alice:x", "@bob:x", "@carol:x"
USERS = (ALICE, BOB, CAROL)
ROOMS = ("!one:x", "!two:x")

scalars = st.sampled_from([True, False, None, 0, 1, "", "1", "m.notice", "M.Notice", "m.replace", "invite", ALICE, BOB])
mentions = st.fixed_dictionaries(
    {},
    optional={
        "user_ids": st.lists(st.one_of(st.sampled_from(USERS), scalars), max_size=3) | scalars,
        "room": scalars,
    },
)
contents = st.fixed_dictionaries(
    {},
    optional={
        "msgtype": st.sampled_from(["m.text", "m.notice", "M.Notice"]) | scalars,
        "body": st.text(alphabet="abAB *?_!", max_size=8) | st.sampled_from(["Bob, hi", "cake time"]) | scalars,
        "m.mentions": mentions | scalars,
        "membership": st.sampled_from(["invite", "join", "leave"]) | scalars,
        "m.relates_to": st.fixed_dictionaries({"rel_type": scalars}) | scalars,
        "list": st.lists(scalars, max_size=3),
        "flag": scalars,
    },
)
TYPES = (
    "m.room.message",
    "m.room.encrypted",
    "m.room.member",
    "m.reaction",
    "m.room.tombstone",
    "m.room.server_acl",
    "m.call.invite",
    "m.room.topic",
    "M.Room.Message",
    "org.example",
)
events = st.builds(
    lambda type_, room_id, sender, state_key, content: Event(
        "$e", room_id, type_, sender, state_key, content, 1, 1, (), (), ""
    ),
    st.sampled_from(TYPES),
    st.sampled_from(ROOMS),
    st.sampled_from(USERS),
    st.none() | st.sampled_from(["", *USERS]),
    contents,
)
rooms = st.builds(
    RoomContext,
    st.integers(1, 4),
    st.sampled_from([0, 49, 50, 100, math.inf]),
    st.dictionaries(st.sampled_from(["room", "here"]), st.sampled_from([0, 50, 100]), max_size=2),
)
KEYS = (
    "type",
    "sender",
    "room_id",
    "state_key",
    "content.body",
    "content.msgtype",
    "content.flag",
    "content.list",
    r"content.m\.mentions.room",
    r"content.m\.relates_to.rel_type",
    "content.flag.deeper",
    "type.deeper",
    "nothing",
)
keys = st.sampled_from(KEYS)
patterns = st.sampled_from(["*", "m.room.*", "M.room.message", "?", "a*", "*b", "cake", "@bob:?", "", "invite"])
conditions = st.one_of(
    st.builds(lambda key, pattern: {"kind": "event_match", "key": key, "pattern": pattern}, keys, patterns),
    st.builds(lambda key, value: {"kind": "event_property_is", "key": key, "value": value}, keys, scalars),
    st.builds(lambda key, value: {"kind": "event_property_contains", "key": key, "value": value}, keys, scalars),
    st.builds(
        lambda sign, count: {"kind": "room_member_count", "is": f"{sign}{count}"},
        st.sampled_from(["", "==", "<", ">", "<=", ">="]),
        st.integers(0, 4),
    ),
    st.builds(
        lambda key: {"kind": "sender_notification_permission", "key": key}, st.sampled_from(["room", "here", "other"])
    ),
    st.just({"kind": "contains_display_name"}),
    st.just({"kind": "org.example.unknown"}),
)
actions = st.lists(
    st.sampled_from(
        [
            "notify",
            {"set_tweak": "highlight"},
            {"set_tweak": "highlight", "value": False},
            {"set_tweak": "sound", "value": "ding"},
        ]
    ),
    max_size=3,
)
DEFAULTS = [(kind, rule["rule_id"]) for kind, listed in default_ruleset(ALICE)["global"].items() for rule in listed]


@st.composite
def rulesets(draw: st.DrawFn) -> Ruleset:
    """A ruleset as the verbs of the API make it."""
    ruleset = Ruleset()
    for _ in range(draw(st.integers(0, 6))):
        kind = draw(st.sampled_from(KINDS))
        rule_id = draw(
            {"room": st.sampled_from(ROOMS), "sender": st.sampled_from(USERS)}.get(kind, st.sampled_from(["r1", "r2"]))
        )
        body: dict[str, Any] = {"actions": draw(actions)}
        if kind == "content":
            body["pattern"] = draw(patterns)
        elif kind in ("override", "underride"):
            body["conditions"] = draw(st.lists(conditions, max_size=3))
        ruleset = ruleset.put(kind, rule_id, body)
        if draw(st.integers(0, 4)) == 0:
            ruleset = ruleset.set_enabled(kind, rule_id, False)
    for _ in range(draw(st.integers(0, 2))):
        kind, rule_id = draw(st.sampled_from(DEFAULTS))
        ruleset = ruleset.set_enabled(kind, rule_id, draw(st.booleans()))
        if draw(st.booleans()):
            ruleset = ruleset.set_actions(kind, rule_id, draw(actions))
    return ruleset
