"""What the successor of a room begins with: whatever the old room was like, its maker can send it."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from laiwang.chat.upgrades.rules import followed_direct, followed_rules, power_levels, restricted
from laiwang.matrix.push_rules import Ruleset
from laiwang.matrix.versions import ROOM_VERSIONS

PEOPLE = [f"@{letter}:x" for letter in "abcd"]
versions = st.sampled_from(list(ROOM_VERSIONS.values()))
levels = st.fixed_dictionaries(
    {},
    optional={
        "users": st.dictionaries(st.sampled_from(PEOPLE), st.integers(-5, 200)),
        "events": st.dictionaries(st.sampled_from(["m.room.tombstone", "m.room.name"]), st.integers(-5, 200)),
        "events_default": st.integers(-5, 200),
        "users_default": st.integers(-5, 200),
        "invite": st.integers(-5, 200),
        "notifications": st.just({"room": 20}),
    },
)
creators = st.frozensets(st.sampled_from(PEOPLE), min_size=1)


@given(levels, versions, versions, creators, creators)
def test_creators_have_levels_where_they_need_them(old: Any, before: Any, after: Any, theirs: Any, ours: Any) -> None:
    """Named where creators are ordinary members, unnamed where they are not; everything else stays."""
    new = power_levels(old, old_version=before, old_creators=theirs, version=after, creators=ours)
    if after.creators_are_infinite:
        assert not ours & new["users"].keys()
    elif before.creators_are_infinite:
        assert all(new["users"][one] == max(new["users"].values()) for one in theirs | ours)
        assert new["events"].get("m.room.tombstone", 0) <= max(new["users"].values())
    for name in old.keys() - {"users", "events"}:
        assert new[name] == old[name]
    others = old.get("users", {}).keys() - theirs - ours
    assert {one: new["users"][one] for one in others} == {one: old["users"][one] for one in others}


@given(levels)
def test_the_old_room_is_restricted_once(old: Any) -> None:
    """Nobody without a level of her own talks or invites; doing it again changes nothing."""
    new = restricted(old)
    settled = old if new is None else new
    assert settled["events_default"] > settled.get("users_default", 0)
    assert settled["invite"] > settled.get("users_default", 0)
    assert settled["events_default"] >= max(50, old.get("events_default", 0))
    assert restricted(settled) is None


rooms = st.lists(st.sampled_from(["!a:x", "!b:x", "!old:x", "!new:x"]), unique=True) | st.none() | st.just("odd")


@given(st.dictionaries(st.sampled_from(PEOPLE), rooms))
def test_direct_chats_follow_once(direct: dict[str, Any]) -> None:
    """The successor stands beside the old room, wherever that stood; whatever else is there stays."""
    new = followed_direct(direct, "!old:x", "!new:x")
    settled = direct if new is None else new
    for user_id, known in direct.items():
        if isinstance(known, list):
            assert ("!new:x" in settled[user_id]) == ("!new:x" in known or "!old:x" in known)
            assert [one for one in settled[user_id] if one != "!new:x"] == [one for one in known if one != "!new:x"]
        else:
            assert settled[user_id] == known
    assert followed_direct(settled, "!old:x", "!new:x") is None


@given(st.booleans(), st.booleans(), st.booleans())
def test_push_rules_follow_once(has_override: bool, has_room: bool, is_enabled: bool) -> None:
    """Rules about other rooms, and rules that the new room has, stay as they are."""
    rules = Ruleset().put("room", "!other:x", {"actions": []})
    if has_override:
        condition = {"kind": "event_match", "key": "room_id", "pattern": "!old:x"}
        rules = rules.put("override", "!old:x", {"actions": ["notify"], "conditions": [condition]})
        rules = rules.set_enabled("override", "!old:x", is_enabled)
    if has_room:
        rules = rules.put("room", "!old:x", {"actions": []})
    new = followed_rules(rules, "!old:x", "!new:x")
    assert followed_rules(new, "!old:x", "!new:x") == new
    for kind, expected in (("override", has_override), ("room", has_room)):
        found = [rule for rule in new.custom.get(kind, ()) if rule.rule_id == "!new:x"]
        assert len(found) == expected
        if kind == "override" and found:
            assert found[0].enabled is is_enabled
            assert found[0].conditions is not None
            assert found[0].conditions[0]["pattern"] == "!new:x"
    kept = {(kind, rule) for kind, custom in rules.custom.items() for rule in (one.rule_id for one in custom)}
    assert kept <= {(kind, rule.rule_id) for kind, custom in new.custom.items() for rule in custom}
