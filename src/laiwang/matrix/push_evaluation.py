"""What an event means to each member of the room: notify, highlight, sound, or nothing.

Make one `EventView` per event. `evaluate_default(view)` answers for all members who never changed a rule;
`CompiledRules.evaluate(view, display_name)` answers for one who did. What one evaluation learns of the event, as the
folded body or the predefined rules that match, the view remembers for the next.
Source: client-server API, "Push rules".
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from laiwang.matrix.default_push_rules import (
    MASTER,
    SILENT,
    Match,
    Outcome,
    RoomContext,
    Rule,
    matching_overrides,
    matching_underrides,
    outcome_of,
)
from laiwang.matrix.event import Event
from laiwang.matrix.globs import fold, literal_words, whole_value, whole_words
from laiwang.matrix.property_paths import MISSING, split_path, walk
from laiwang.matrix.push_rules import MEMBER_COUNT, CustomRule, Ruleset

__all__ = [
    "CompiledRules",
    "DefaultOutcome",
    "EventView",
    "Outcome",
    "RoomContext",
    "compile_rules",
    "evaluate_default",
]

_NOBODY: Final[Mapping[str, Outcome]] = MappingProxyType({})
_NAMES: Final = frozenset(("type", "sender", "state_key", "room_id", "event_id", "origin_server_ts", "redacts"))
_COMPARISONS: Final[dict[str, Callable[[int, int], bool]]] = {
    "": int.__eq__,
    "==": int.__eq__,
    "<": int.__lt__,
    ">": int.__gt__,
    "<=": int.__le__,
    ">=": int.__ge__,
}


class EventView:
    """An event as the rules of many users look at it, with what they found."""

    __slots__ = ("_texts", "event", "overrides", "room", "underrides")

    def __init__(self, event: Event, room: RoomContext) -> None:
        self.event = event
        self.room = room
        self.overrides: tuple[Match, ...] = matching_overrides(event, room)
        self.underrides: tuple[Match, ...] = matching_underrides(event, room)
        self._texts: dict[str, str | None] = {}

    def value(self, key: str) -> object:
        """The property at the dot-separated path `key`, or MISSING."""
        name, *rest = split_path(key)
        event = self.event
        if name == "content":
            return walk(event.content, tuple(rest))
        if rest or name not in _NAMES:
            return MISSING
        found = getattr(event, name)
        return MISSING if found is None else found

    def text(self, key: str) -> str | None:
        """The property at `key` folded for case-insensitive matching, or None when it is not a string."""
        if key in self._texts:
            return self._texts[key]
        value = self.value(key)
        text = self._texts[key] = fold(value) if isinstance(value, str) else None
        return text


class DefaultOutcome(NamedTuple):
    """What an event means to members with unchanged rules: the same to all but those in `special` and the sender."""

    ordinary: Outcome
    special: Mapping[str, Outcome]
    sender: str

    @property
    def notify_all(self) -> bool:
        """Whether an ordinary member is notified."""
        return self.ordinary.notify

    @property
    def highlight_all(self) -> bool:
        """Whether it is a highlight for an ordinary member, as with a permitted @room."""
        return self.ordinary.highlight

    def of(self, user_id: str) -> Outcome:
        """The outcome for one user with unchanged rules."""
        if user_id == self.sender:
            return SILENT
        return self.special.get(user_id, self.ordinary)


def evaluate_default(view: EventView) -> DefaultOutcome:
    """Evaluate the predefined rules once for everybody who did not change them."""
    sender = view.event.sender
    special: dict[str, Outcome] | None = None
    for match in view.overrides:
        if match.audience is None:
            ordinary = match.outcome
            break
        if special is None:
            special = {}
        for user_id in match.audience:
            special.setdefault(user_id, match.outcome)
    else:
        ordinary = view.underrides[0].outcome if view.underrides else SILENT
    if special is None:
        return DefaultOutcome(ordinary, _NOBODY, sender)
    special.pop(sender, None)
    return DefaultOutcome(ordinary, special, sender)


Test = Callable[[EventView, str | None], bool]
"""A compiled condition: of the event, and of the user's display name in the room."""

_Compiled = tuple[tuple[tuple[Test, ...], Outcome], ...]


class CompiledRules:
    """One user's rules, ready to be tried on many events. Made by `compile_rules`; worth keeping until they change."""

    __slots__ = (
        "_content",
        "_enabled",
        "_outcomes",
        "_override",
        "_room",
        "_sender",
        "_silenced",
        "_underride",
        "user_id",
    )

    def __init__(self, ruleset: Ruleset, user_id: str) -> None:
        self.user_id = user_id
        self._enabled = ruleset.enabled
        self._outcomes = {rule_id: outcome_of(actions) for rule_id, actions in ruleset.actions.items()}
        # .m.rule.master comes before everything else and matches every event.
        self._silenced = self._outcomes.get(MASTER, SILENT) if ruleset.enabled.get(MASTER, False) else None
        custom = {kind: [rule for rule in rules if rule.enabled] for kind, rules in ruleset.custom.items()}
        self._override = _compiled(custom.get("override", []))
        self._content = _compiled(custom.get("content", []))
        self._underride = _compiled(custom.get("underride", []))
        self._room = {rule.rule_id: outcome_of(rule.actions) for rule in custom.get("room", ())}
        self._sender = {rule.rule_id: outcome_of(rule.actions) for rule in custom.get("sender", ())}

    def evaluate(self, view: EventView, display_name: str | None = None) -> Outcome:
        """What the event means to this user, whose name in the room is `display_name`. Own events mean nothing."""
        event = view.event
        if event.sender == self.user_id:
            return SILENT
        if self._silenced is not None:
            return self._silenced
        for tests, outcome in self._override:
            for test in tests:
                if not test(view, display_name):
                    break
            else:
                return outcome
        found = self._predefined(view.overrides) if view.overrides else None
        if found is not None:
            return found
        # What has no body, as an encrypted event, has no keyword either: none of them is looked for.
        if self._content and view.text("content.body") is not None:
            for tests, outcome in self._content:
                if tests[0](view, display_name):
                    return outcome
        if event.room_id in self._room:
            return self._room[event.room_id]
        if event.sender in self._sender:
            return self._sender[event.sender]
        for tests, outcome in self._underride:
            for test in tests:
                if not test(view, display_name):
                    break
            else:
                return outcome
        return self._predefined(view.underrides) or SILENT

    def _predefined(self, matches: tuple[Match, ...]) -> Outcome | None:
        for rule_id, outcome, audience in matches:
            if (audience is None or self.user_id in audience) and self._enabled.get(rule_id, True):
                return self._outcomes.get(rule_id, outcome)
        return None


def compile_rules(ruleset: Ruleset, user_id: str) -> CompiledRules:
    """Prepare the rules of one user for evaluation."""
    return CompiledRules(ruleset, user_id)


def _compiled(rules: list[CustomRule]) -> _Compiled:
    compiled: list[tuple[tuple[Test, ...], Outcome]] = []
    for rule in rules:
        if rule.pattern is not None:
            tests: tuple[Test, ...] = (_event_match("content.body", rule.pattern),)
        else:
            tests = tuple(_compiled_condition(condition) for condition in rule.conditions or ())
        if _never not in tests:
            compiled.append((tests, outcome_of(rule.actions)))
    return tuple(compiled)


def _never(view: EventView, display_name: str | None) -> bool:
    """The test of a condition that is unknown or not understood."""
    return False


def _compiled_condition(condition: Rule) -> Test:
    kind, key = condition.get("kind"), condition.get("key")
    if kind == "contains_display_name":
        return _contains_display_name
    if kind == "room_member_count":
        return _member_count(condition.get("is"))
    if not isinstance(key, str):
        return _never
    if kind == "sender_notification_permission":
        return lambda view, display_name: view.room.sender_may(key)
    if kind == "event_match" and isinstance(condition.get("pattern"), str):
        return _event_match(key, condition["pattern"])
    if kind in ("event_property_is", "event_property_contains") and "value" in condition:
        value = condition["value"]
        if isinstance(value, str | int | bool | None):
            return _property_is(key, value) if kind == "event_property_is" else _property_contains(key, value)
    return _never


def _event_match(key: str, pattern: str) -> Test:
    matches = whole_words(pattern) if split_path(key) == ("content", "body") else whole_value(pattern)

    def test(view: EventView, display_name: str | None) -> bool:
        text = view.text(key)
        return text is not None and matches(text)

    return test


def _property_is(key: str, value: Any) -> Test:
    type_ = type(value)

    def test(view: EventView, display_name: str | None) -> bool:
        found = view.value(key)
        return type(found) is type_ and found == value  # the types too, for True == 1

    return test


def _property_contains(key: str, value: Any) -> Test:
    type_ = type(value)

    def test(view: EventView, display_name: str | None) -> bool:
        found = view.value(key)
        return isinstance(found, list) and any(type(item) is type_ and item == value for item in found)

    return test


def _member_count(is_: object) -> Test:
    parsed = MEMBER_COUNT.fullmatch(is_) if isinstance(is_, str) else None
    if parsed is None:
        return _never
    compare, count = _COMPARISONS[parsed[1] or ""], int(parsed[2])
    return lambda view, display_name: compare(view.room.member_count, count)


def _contains_display_name(view: EventView, display_name: str | None) -> bool:
    if not display_name or display_name.isspace():
        return False
    body = view.text("content.body")
    # Hardly any text holds the name: only for one that does is the pattern made, of which a large room has more than are kept.
    return body is not None and fold(display_name) in body and literal_words(display_name)(body)
