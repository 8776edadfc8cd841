"""The quick evaluation agrees with the rules that clients are served, for every event and every set of rules."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laiwang.matrix.default_push_rules import outcome_of
from laiwang.matrix.event import Event
from laiwang.matrix.push_evaluation import EventView, Outcome, RoomContext, compile_rules, evaluate_default
from laiwang.matrix.push_rules import Ruleset, default_ruleset
from tests.matrix.push_reference import actions_for, as_client_sees, holds
from tests.matrix.push_strategies import ALICE, BOB, CAROL, ROOMS, USERS, conditions, events, rooms, rulesets

BIG = RoomContext(10, 0, {})
PAIR = RoomContext(2, 0, {})


def event(type_: str, content: dict[str, Any], *, sender: str = ALICE, state_key: str | None = None) -> Event:
    return Event("$e", ROOMS[0], type_, sender, state_key, content, 1, 1, (), (), "")


def message(**content: Any) -> Event:
    return event("m.room.message", {"msgtype": "m.text", "body": "hello", **content})


def default(seen: Event, room: RoomContext = BIG, user_id: str = BOB) -> Outcome:
    return evaluate_default(EventView(seen, room)).of(user_id)


@settings(max_examples=400)
@given(events, rooms)
def test_one_evaluation_for_all_is_what_each_would_get(seen: Event, room: RoomContext) -> None:
    view = EventView(seen, room)
    together = evaluate_default(view)
    for user_id in USERS:
        expected = outcome_of(tuple(actions_for(default_ruleset(user_id), seen, room, user_id, "Bob")))
        assert together.of(user_id) == expected
        assert compile_rules(Ruleset(), user_id).evaluate(view, "Bob") == expected
    stranger = outcome_of(tuple(actions_for(default_ruleset("@d:x"), seen, room, "@d:x", None)))
    assert (together.notify_all, together.highlight_all) == (stranger.notify, stranger.highlight)
    assert seen.sender not in together.special


@settings(max_examples=600)
@given(rulesets(), events, rooms, st.sampled_from(USERS), st.sampled_from([None, "Bob", "a", "*", " "]))
def test_compiled_rules_do_what_the_served_rules_say(
    ruleset: Ruleset, seen: Event, room: RoomContext, user_id: str, display_name: str | None
) -> None:
    name = None if display_name == " " else display_name  # a blank name is in every text, and means nobody
    expected = outcome_of(tuple(actions_for(ruleset.served(user_id), seen, room, user_id, name)))
    view = EventView(seen, room)
    assert compile_rules(ruleset, user_id).evaluate(view, display_name) == expected
    # What the view remembers must not change the answer.
    assert compile_rules(ruleset, user_id).evaluate(view, display_name) == expected


@settings(max_examples=2000)
@given(conditions, events, rooms, st.sampled_from([None, "Bob", "a", "*"]))
def test_each_condition_holds_when_the_specification_says(
    condition: dict[str, Any], seen: Event, room: RoomContext, display_name: str | None
) -> None:
    body = {"conditions": [condition], "actions": ["notify", {"set_tweak": "sound", "value": "matched"}]}
    rules = compile_rules(Ruleset().put("override", "only", body), "@dave:x")
    matched = rules.evaluate(EventView(seen, room), display_name).sound == "matched"
    assert matched == holds(condition, as_client_sees(seen), room, display_name)


@pytest.mark.parametrize(
    ("kind", "found", "wanted", "matched"),
    [
        ("event_property_is", 1, True, False),
        ("event_property_is", True, 1, False),
        ("event_property_is", False, 0, False),
        ("event_property_is", 1, "1", False),
        ("event_property_is", None, None, True),
        ("event_property_is", True, True, True),
        ("event_property_is", [1], 1, False),
        ("event_property_contains", [1, 0], True, False),
        ("event_property_contains", [True], 1, False),
        ("event_property_contains", [True], True, True),
        ("event_property_contains", [None], None, True),
        ("event_property_contains", "abc", "a", False),
    ],
)
def test_values_are_compared_with_their_types(kind: str, found: object, wanted: object, matched: bool) -> None:
    condition = {"kind": kind, "key": "content.it", "value": wanted}
    rules = compile_rules(Ruleset().put("override", "only", {"conditions": [condition], "actions": ["notify"]}), BOB)
    assert rules.evaluate(EventView(event("org.example", {"it": found}), BIG)).notify is matched


def test_changed_actions_of_a_predefined_rule() -> None:
    view = EventView(message(**{"m.mentions": {"user_ids": [BOB]}}), PAIR)
    quiet = Ruleset().set_actions("override", ".m.rule.is_user_mention", [])
    assert compile_rules(quiet, BOB).evaluate(view) == Outcome(False, False, None, ())
    assert compile_rules(quiet, CAROL).evaluate(view).sound == "default"
    unmentioned = Ruleset().set_enabled("override", ".m.rule.is_user_mention", False)
    unmentioned = unmentioned.set_enabled("underride", ".m.rule.room_one_to_one", False)
    assert compile_rules(unmentioned, BOB).evaluate(view) == Outcome(True, False, None, ("notify",))


def test_messages() -> None:
    assert default(message()) == Outcome(True, False, None, ("notify",))
    assert default(message(), PAIR).sound == "default"
    assert not default(message(), user_id=ALICE).notify
    assert not default(message(msgtype="m.notice")).notify
    assert default(event("m.room.encrypted", {}), PAIR).sound == "default"
    assert default(event("m.room.encrypted", {})).notify
    assert default(event("m.call.invite", {}), PAIR).sound == "ring"
    assert not default(event("m.room.topic", {"topic": "x"}, state_key="")).notify


def test_mentions() -> None:
    to_bob = message(**{"m.mentions": {"user_ids": [BOB, ALICE]}})
    assert default(to_bob).highlight
    assert default(to_bob).sound == "default"
    assert default(to_bob, user_id=CAROL) == Outcome(True, False, None, ("notify",))
    assert not default(to_bob, user_id=ALICE).notify
    edit = message(**{"m.mentions": {"user_ids": [BOB]}, "m.relates_to": {"rel_type": "m.replace"}})
    assert default(edit).highlight
    assert not default(edit, user_id=CAROL).notify


def test_a_name_in_the_body_is_no_mention() -> None:
    assert not default(message(body="bob @bob:x @room")).highlight


@pytest.mark.parametrize(
    ("level", "levels", "highlight"),
    [(0, {}, False), (50, {}, True), (49, {}, False), (0, {"room": 0}, True), (99, {"room": 100}, False)],
)
def test_room_mentions_need_power(level: float, levels: dict[str, int], highlight: bool) -> None:
    room = RoomContext(10, level, levels)
    outcome = evaluate_default(EventView(message(**{"m.mentions": {"room": True}}), room))
    assert outcome.notify_all
    assert outcome.highlight_all is highlight


def test_one_is_not_true() -> None:
    room = RoomContext(10, 100, {})
    assert not default(message(**{"m.mentions": {"room": 1}}), room).highlight


def test_state_and_relations() -> None:
    assert default(event("m.room.tombstone", {}, state_key="")).highlight
    assert not default(event("m.room.tombstone", {})).notify
    assert not default(event("m.room.server_acl", {}, state_key="")).notify
    assert not default(event("m.reaction", {"m.relates_to": {"rel_type": "m.annotation"}})).notify
    assert not default(message(**{"m.relates_to": {"rel_type": "m.replace"}})).notify
    invite = event("m.room.member", {"membership": "invite"}, state_key=BOB)
    assert default(invite).sound == "default"
    assert not default(invite, user_id=CAROL).notify
    assert not default(event("m.room.member", {"membership": "join"}, state_key=BOB)).notify


def test_master_silences_everything() -> None:
    silenced = Ruleset().set_enabled("override", ".m.rule.master", True)
    silenced = silenced.put("override", "mine", {"actions": ["notify"]})
    view = EventView(message(**{"m.mentions": {"user_ids": [BOB]}}), PAIR)
    assert not compile_rules(silenced, BOB).evaluate(view).notify


def test_a_muted_room_still_highlights_mentions() -> None:
    rules = compile_rules(Ruleset().put("room", ROOMS[0], {"actions": []}), BOB)
    assert not rules.evaluate(EventView(message(), BIG)).notify
    assert rules.evaluate(EventView(message(**{"m.mentions": {"user_ids": [BOB]}}), BIG)).highlight


def test_a_highlight_without_notify_is_none() -> None:
    assert outcome_of(({"set_tweak": "highlight"},)).highlight is False
