"""The verbs of the /pushrules API."""

import json
from typing import Any

import pytest
from hypothesis import given

from laiwang.kit.refusals import Refused
from laiwang.matrix.push_rules import KINDS, RULES_MAX, Ruleset, default_ruleset
from tests.matrix.push_strategies import rulesets

ME = "@me:x"


def ids(ruleset: Ruleset, kind: str) -> list[str]:
    return [rule["rule_id"] for rule in ruleset.served(ME)["global"][kind]]


def own(ruleset: Ruleset, kind: str = "content") -> list[str]:
    return [rule_id for rule_id in ids(ruleset, kind) if not rule_id.startswith(".")]


def put(ruleset: Ruleset, rule_id: str, **place: Any) -> Ruleset:
    return ruleset.put("content", rule_id, {"pattern": rule_id, "actions": ["notify"]}, **place)


def refused(call: Any) -> tuple[int, str]:
    with pytest.raises(Refused) as caught:
        call()
    return caught.value.status, caught.value.errcode


def test_the_predefined_rules_are_those_of_the_specification() -> None:
    """And two for polls (MSC3930) and two for stickers, which have none there yet."""
    served = default_ruleset(ME)["global"]
    assert set(served) == set(KINDS)
    assert [rule["rule_id"] for rule in served["override"]] == [
        ".m.rule.master",
        ".m.rule.suppress_notices",
        ".m.rule.invite_for_me",
        ".m.rule.member_event",
        ".m.rule.is_user_mention",
        ".m.rule.is_room_mention",
        ".m.rule.tombstone",
        ".m.rule.reaction",
        ".m.rule.room.server_acl",
        ".m.rule.suppress_edits",
    ]
    assert [rule["rule_id"] for rule in served["underride"]] == [
        ".m.rule.call",
        ".m.rule.encrypted_room_one_to_one",
        ".m.rule.room_one_to_one",
        ".m.rule.message",
        ".m.rule.encrypted",
        ".org.matrix.msc3930.rule.poll_start_one_to_one",
        ".org.matrix.msc3930.rule.poll_start",
        ".im.laiwang.rule.sticker_one_to_one",
        ".im.laiwang.rule.sticker",
    ]
    assert served["content"] == served["room"] == served["sender"] == []
    assert [rule["enabled"] for rule in served["override"]] == [False] + [True] * 9
    assert all(rule["default"] for listed in served.values() for rule in listed)
    assert served["override"][4] == {
        "rule_id": ".m.rule.is_user_mention",
        "default": True,
        "enabled": True,
        "conditions": [{"kind": "event_property_contains", "key": r"content.m\.mentions.user_ids", "value": ME}],
        "actions": ["notify", {"set_tweak": "sound", "value": "default"}, {"set_tweak": "highlight"}],
    }


def test_served_rules_are_the_callers_own() -> None:
    default_ruleset(ME)["global"]["override"][4]["actions"][1]["value"] = "spoilt"
    assert "spoilt" not in json.dumps(default_ruleset(ME))


def test_order() -> None:
    rules = put(put(put(Ruleset(), "a"), "b"), "c")
    assert own(rules) == ["c", "b", "a"]
    assert own(put(rules, "d", before="b")) == ["c", "d", "b", "a"]
    assert own(put(rules, "d", after="b")) == ["c", "b", "d", "a"]
    assert own(put(rules, "d", before="b", after="a")) == ["c", "d", "b", "a"]
    assert own(put(rules, "a")) == ["c", "b", "a"]
    assert own(put(rules, "a", before="c")) == ["a", "c", "b"]
    assert own(put(rules, "c", after="a")) == ["b", "a", "c"]
    assert refused(lambda: put(rules, "d", before="x")) == (400, "M_UNKNOWN")
    assert refused(lambda: put(rules, "d", after=".m.rule.master")) == (400, "M_INVALID_PARAM")


def test_own_override_rules_stand_between_master_and_the_predefined() -> None:
    rules = Ruleset().put("override", "mine", {"actions": []})
    assert ids(rules, "override")[:3] == [".m.rule.master", "mine", ".m.rule.suppress_notices"]
    assert rules.rule(ME, "override", "mine") == {
        "rule_id": "mine",
        "default": False,
        "enabled": True,
        "actions": [],
        "conditions": [],
    }


def test_an_update_keeps_the_rule_disabled() -> None:
    rules = put(Ruleset(), "a").set_enabled("content", "a", False)
    rules = rules.put("content", "a", {"pattern": "other", "actions": []})
    assert rules.rule(ME, "content", "a") == {
        "rule_id": "a",
        "default": False,
        "enabled": False,
        "actions": [],
        "pattern": "other",
    }
    assert rules.delete("content", "a").is_default


def test_predefined_rules_can_be_changed_and_put_back() -> None:
    rules = Ruleset().set_enabled("underride", ".m.rule.message", False)
    rules = rules.set_actions("underride", ".m.rule.call", ["notify"])
    assert rules.rule(ME, "underride", ".m.rule.message")["enabled"] is False
    assert rules.rule(ME, "underride", ".m.rule.call")["actions"] == ["notify"]
    assert not rules.is_default
    master = Ruleset().set_enabled("override", ".m.rule.master", True)
    assert master.rule(ME, "override", ".m.rule.master")["enabled"] is True
    assert master.set_enabled("override", ".m.rule.master", False).is_default


def test_historical_actions_are_dropped() -> None:
    rules = Ruleset().put("room", "!r:x", {"actions": ["dont_notify", "coalesce"]})
    assert rules.rule(ME, "room", "!r:x")["actions"] == []


@pytest.mark.parametrize("rule_id", [".mine", "a/b", "a\\b", "", "x" * 256])
def test_rule_ids_that_are_refused(rule_id: str) -> None:
    assert refused(lambda: put(Ruleset(), rule_id)) == (400, "M_INVALID_PARAM")


@pytest.mark.parametrize(
    ("kind", "body", "errcode"),
    [
        ("content", {"actions": []}, "M_MISSING_PARAM"),
        ("content", {"pattern": "x"}, "M_MISSING_PARAM"),
        ("content", {"pattern": 1, "actions": []}, "M_INVALID_PARAM"),
        ("content", {"pattern": "x" * 256, "actions": []}, "M_INVALID_PARAM"),
        ("content", {"pattern": "\ud800", "actions": []}, "M_INVALID_PARAM"),
        ("room", {"actions": "notify"}, "M_INVALID_PARAM"),
        ("room", {"actions": ["shout"]}, "M_INVALID_PARAM"),
        ("room", {"actions": [None]}, "M_INVALID_PARAM"),
        ("room", {"actions": [{"value": 1}]}, "M_INVALID_PARAM"),
        ("room", {"actions": [{"set_tweak": "x", "value": "x" * 9000}]}, "M_INVALID_PARAM"),
        ("nonsense", {"actions": []}, "M_INVALID_PARAM"),
        ("override", {"actions": [], "conditions": {}}, "M_INVALID_PARAM"),
        ("override", {"actions": [], "conditions": ["x"]}, "M_INVALID_PARAM"),
        ("override", {"actions": [], "conditions": [{}]}, "M_INVALID_PARAM"),
        ("override", {"actions": [], "conditions": [{"kind": "x"}] * 21}, "M_INVALID_PARAM"),
        ("override", {"actions": [], "conditions": [{"kind": "event_match", "key": "a"}]}, "M_INVALID_PARAM"),
        ("override", {"actions": [], "conditions": [{"kind": "event_match", "pattern": "a"}]}, "M_INVALID_PARAM"),
        ("override", {"actions": [], "conditions": [{"kind": "event_property_is", "key": "a"}]}, "M_INVALID_PARAM"),
        (
            "override",
            {"actions": [], "conditions": [{"kind": "event_property_is", "key": "a", "value": 1.5}]},
            "M_INVALID_PARAM",
        ),
        ("override", {"actions": [], "conditions": [{"kind": "room_member_count", "is": "two"}]}, "M_INVALID_PARAM"),
        ("override", {"actions": [], "conditions": [{"kind": "room_member_count", "is": 2}]}, "M_INVALID_PARAM"),
    ],
)
def test_bodies_that_are_refused(kind: str, body: dict[str, Any], errcode: str) -> None:
    assert refused(lambda: Ruleset().put(kind, "r", body)) == (400, errcode)


def test_unknown_conditions_are_kept() -> None:
    rules = Ruleset().put("override", "r", {"actions": [], "conditions": [{"kind": "org.example"}]})
    assert rules.rule(ME, "override", "r")["conditions"] == [{"kind": "org.example"}]


def test_what_is_not_there() -> None:
    missing = (404, "M_NOT_FOUND")
    assert refused(lambda: Ruleset().rule(ME, "content", "x")) == missing
    assert refused(lambda: Ruleset().delete("content", "x")) == missing
    assert refused(lambda: Ruleset().delete("override", ".m.rule.master")) == missing
    assert refused(lambda: Ruleset().set_enabled("content", "x", True)) == missing
    assert refused(lambda: Ruleset().set_actions("content", "x", [])) == missing
    assert refused(lambda: Ruleset().set_enabled("underride", ".m.rule.master", True)) == missing
    assert refused(lambda: Ruleset().set_enabled("override", ".m.rule.master", 1)) == (400, "M_INVALID_PARAM")
    assert refused(lambda: Ruleset().rule(ME, "x", "x")) == (400, "M_INVALID_PARAM")


def test_there_is_a_limit() -> None:
    rules = Ruleset()
    for number in range(RULES_MAX["content"]):
        rules = put(rules, str(number))
    assert refused(lambda: put(rules, "more")) == (400, "M_INVALID_PARAM")
    put(rules, "7")


@given(rulesets())
def test_what_is_stored_comes_back(ruleset: Ruleset) -> None:
    again = Ruleset.from_json(json.loads(json.dumps(ruleset.to_json())))
    assert again == ruleset
    assert again.is_default == ruleset.is_default == (ruleset.to_json() == {})
    if ruleset.is_default:
        assert ruleset.served(ME) == default_ruleset(ME)
