"""A user's push rules: the predefined ones with the user's changes laid over them, and the verbs of the /pushrules API.

A `Ruleset` is a value: each verb returns a new one. Only what the user changed is stored, so a new predefined rule
reaches everybody. Source: client-server API, "Push rules: API".
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

import msgspec

from laiwang.kit.refusals import Refused, invalid_param, missing_param, not_found
from laiwang.matrix.default_push_rules import (
    DEFAULT_KINDS,
    MASTER,
    Action,
    Rule,
    default_override_rules,
    default_underride_rules,
)

KINDS: Final = ("override", "content", "room", "sender", "underride")
"""The kinds of rules in the order in which they are tried."""

RULES_MAX: Final = {"override": 200, "content": 200, "room": 2000, "sender": 2000, "underride": 200}
"""How many rules of each kind a user may have. Rooms and senders are looked up, the others are tried one by one."""
RULE_ID_CHARS_MAX: Final = 255
PATTERN_CHARS_MAX: Final = 255
CONDITIONS_MAX: Final = 20
RULE_BYTES_MAX: Final = 8192

MEMBER_COUNT: Final = re.compile(r"(==|<=|>=|<|>)?([0-9]{1,9})")
"""The `is` of a room_member_count condition."""


@dataclass(frozen=True, slots=True)
class CustomRule:
    """A rule that the user made. Override and underride rules have `conditions`, content rules a `pattern`."""

    rule_id: str
    actions: tuple[Action, ...]
    enabled: bool = True
    conditions: tuple[Rule, ...] | None = None
    pattern: str | None = None

    def served(self) -> Rule:
        """The rule as clients get it."""
        rule: Rule = {
            "rule_id": self.rule_id,
            "default": False,
            "enabled": self.enabled,
            "actions": list(self.actions),
        }
        if self.conditions is not None:
            rule["conditions"] = list(self.conditions)
        if self.pattern is not None:
            rule["pattern"] = self.pattern
        return rule


@dataclass(frozen=True, slots=True)
class Ruleset:
    """What a user changed: own rules by kind, most important first, and changes to predefined rules by rule id."""

    custom: Mapping[str, tuple[CustomRule, ...]] = field(default_factory=dict)
    enabled: Mapping[str, bool] = field(default_factory=dict)
    actions: Mapping[str, tuple[Action, ...]] = field(default_factory=dict)

    @property
    def is_default(self) -> bool:
        """Whether the user changed nothing, so that `evaluate_default` speaks for her."""
        return not self.custom and not self.enabled and not self.actions

    def served(self, user_id: str) -> dict[str, dict[str, list[Rule]]]:
        """The answer to GET /pushrules/ and the content of m.push_rules: all five kinds under `global`."""
        own = {kind: [rule.served() for rule in self.custom.get(kind, ())] for kind in KINDS}
        master, *override = [self._changed(rule) for rule in default_override_rules(user_id)]
        own["override"] = [master, *own["override"], *override]
        own["underride"] += [self._changed(rule) for rule in default_underride_rules()]
        return {"global": own}

    def rule(self, user_id: str, kind: str, rule_id: str) -> Rule:
        """One rule as clients get it. Raises Refused 404 M_NOT_FOUND; 400 M_INVALID_PARAM for an unknown kind."""
        _check_kind(kind)
        for rule in self.served(user_id)["global"][kind]:
            if rule["rule_id"] == rule_id:
                return rule
        raise not_found("No such push rule")

    def put(
        self, kind: str, rule_id: str, body: Mapping[str, Any], *, before: str | None = None, after: str | None = None
    ) -> "Ruleset":
        """Add a rule, or change the one with this id; `body` is the request's.

        A new rule is enabled and the most important of its kind, or stands next to `before` or `after`. An existing one
        stays enabled or disabled, and stays where it is unless `before` or `after` moves it.
        Raises Refused 400 M_INVALID_PARAM or M_MISSING_PARAM, 400 M_UNKNOWN when `before` or `after` is not a rule.
        """
        _check_kind(kind)
        _check_new_id(rule_id)
        rule = _parsed(kind, rule_id, body)
        rules = list(self.custom.get(kind, ()))
        place = 0
        for index, old in enumerate(rules):
            if old.rule_id == rule_id:
                rule = replace(rule, enabled=old.enabled)
                place = index
                del rules[index]
                break
        else:
            if len(rules) >= RULES_MAX[kind]:
                raise invalid_param(f"At most {RULES_MAX[kind]} {kind} rules are allowed")
        if before is not None:
            place = _place_of(rules, before)
        elif after is not None:
            place = _place_of(rules, after) + 1
        rules.insert(place, rule)
        return replace(self, custom={**self.custom, kind: tuple(rules)})

    def delete(self, kind: str, rule_id: str) -> "Ruleset":
        """Remove a rule of the user's own. Raises Refused 404 M_NOT_FOUND, also for predefined rules."""
        _check_kind(kind)
        rules = self.custom.get(kind, ())
        left = tuple(rule for rule in rules if rule.rule_id != rule_id)
        if len(left) == len(rules):
            raise not_found("No such push rule")
        custom = {**self.custom, kind: left}
        if not left:
            del custom[kind]
        return replace(self, custom=custom)

    def set_enabled(self, kind: str, rule_id: str, enabled: object) -> "Ruleset":
        """Switch a rule on or off; predefined ones too. Raises Refused 404 M_NOT_FOUND, 400 M_INVALID_PARAM."""
        _check_kind(kind)
        if not isinstance(enabled, bool):
            raise invalid_param("enabled must be true or false")
        if DEFAULT_KINDS.get(rule_id) == kind:
            if enabled == (rule_id != MASTER):  # as it was made
                return replace(self, enabled={key: on for key, on in self.enabled.items() if key != rule_id})
            return replace(self, enabled={**self.enabled, rule_id: enabled})
        return self._with_custom(kind, rule_id, enabled=enabled)

    def set_actions(self, kind: str, rule_id: str, actions: object) -> "Ruleset":
        """Change what a rule does; predefined ones too. Raises Refused 404 M_NOT_FOUND, 400 M_INVALID_PARAM."""
        _check_kind(kind)
        parsed = _parsed_actions(actions)
        _check_size(parsed)
        if DEFAULT_KINDS.get(rule_id) == kind:
            return replace(self, actions={**self.actions, rule_id: parsed})
        return self._with_custom(kind, rule_id, actions=parsed)

    def to_json(self) -> dict[str, Any]:
        """What is stored. Empty for a user who changed nothing."""
        stored: dict[str, Any] = {}
        if self.custom:
            stored["custom"] = {kind: [rule.served() for rule in rules] for kind, rules in self.custom.items()}
        if self.enabled:
            stored["enabled"] = dict(self.enabled)
        if self.actions:
            stored["actions"] = {rule_id: list(actions) for rule_id, actions in self.actions.items()}
        return stored

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Ruleset":
        """The ruleset of which `to_json` made `stored`."""
        custom = {
            kind: tuple(
                CustomRule(
                    rule["rule_id"],
                    tuple(rule["actions"]),
                    rule["enabled"],
                    tuple(rule["conditions"]) if "conditions" in rule else None,
                    rule.get("pattern"),
                )
                for rule in rules
            )
            for kind, rules in stored.get("custom", {}).items()
        }
        actions = {rule_id: tuple(listed) for rule_id, listed in stored.get("actions", {}).items()}
        return cls(custom, dict(stored.get("enabled", {})), actions)

    def _changed(self, rule: Rule) -> Rule:
        rule_id = rule["rule_id"]
        if rule_id in self.enabled:
            rule["enabled"] = self.enabled[rule_id]
        if rule_id in self.actions:
            rule["actions"] = list(self.actions[rule_id])
        return rule

    def _with_custom(self, kind: str, rule_id: str, **changes: Any) -> "Ruleset":
        rules = self.custom.get(kind, ())
        if all(rule.rule_id != rule_id for rule in rules):
            raise not_found("No such push rule")
        changed = tuple(replace(rule, **changes) if rule.rule_id == rule_id else rule for rule in rules)
        return replace(self, custom={**self.custom, kind: changed})


def default_ruleset(user_id: str) -> dict[str, dict[str, list[Rule]]]:
    """What GET /pushrules/ answers to a user who changed nothing."""
    return Ruleset().served(user_id)


def _check_kind(kind: str) -> None:
    if kind not in KINDS:
        raise invalid_param(f"Unknown kind of push rule, not one of {', '.join(KINDS)}")


def _check_new_id(rule_id: str) -> None:
    if rule_id.startswith("."):
        raise invalid_param("Rule ids that start with a dot belong to predefined rules")
    if not rule_id or "/" in rule_id or "\\" in rule_id:
        raise invalid_param("A rule id must not be empty or contain slashes or backslashes")
    if len(rule_id) > RULE_ID_CHARS_MAX:
        raise invalid_param(f"A rule id has at most {RULE_ID_CHARS_MAX} characters")


def _place_of(rules: list[CustomRule], rule_id: str) -> int:
    if rule_id.startswith("."):
        raise invalid_param("A rule cannot be placed relative to a predefined rule")
    for index, rule in enumerate(rules):
        if rule.rule_id == rule_id:
            return index
    raise Refused("M_UNKNOWN", 400, f"before/after rule not found: {rule_id}")


def _parsed(kind: str, rule_id: str, body: Mapping[str, Any]) -> CustomRule:
    if "actions" not in body:
        raise missing_param("actions")
    rule = CustomRule(rule_id, _parsed_actions(body["actions"]))
    if kind in ("override", "underride"):
        rule = replace(rule, conditions=_parsed_conditions(body.get("conditions", [])))
    elif kind == "content":
        if "pattern" not in body:
            raise missing_param("pattern")
        rule = replace(rule, pattern=_parsed_pattern(body["pattern"]))
    _check_size(rule.served())
    return rule


def _check_size(value: object) -> None:
    try:
        size_bytes = len(msgspec.json.encode(value))
    except (UnicodeEncodeError, msgspec.ValidationError):
        raise invalid_param("The push rule is not valid Unicode") from None
    if size_bytes > RULE_BYTES_MAX:
        raise invalid_param(f"A push rule has at most {RULE_BYTES_MAX} bytes")


def _parsed_actions(actions: object) -> tuple[Action, ...]:
    if not isinstance(actions, list):
        raise invalid_param("actions must be an array")
    parsed: list[Action] = []
    for action in actions:
        if action in ("dont_notify", "coalesce"):
            continue  # historical actions are to be ignored
        if action != "notify" and not (isinstance(action, dict) and isinstance(action.get("set_tweak"), str)):
            raise invalid_param("An action is notify or an object with set_tweak")
        parsed.append(action)
    return tuple(parsed)


def _parsed_pattern(pattern: object) -> str:
    if not isinstance(pattern, str) or len(pattern) > PATTERN_CHARS_MAX:
        raise invalid_param(f"pattern must be a string of at most {PATTERN_CHARS_MAX} characters")
    return pattern


def _parsed_conditions(conditions: object) -> tuple[Rule, ...]:
    if not isinstance(conditions, list) or len(conditions) > CONDITIONS_MAX:
        raise invalid_param(f"conditions must be an array of at most {CONDITIONS_MAX} objects")
    for condition in conditions:
        _check_condition(condition)
    return tuple(conditions)


def _check_condition(condition: object) -> None:
    """Conditions of a kind that the server does not know are allowed: they never match."""
    if not isinstance(condition, dict) or not isinstance(condition.get("kind"), str):
        raise invalid_param("A condition is an object with a kind")
    kind = condition["kind"]
    keyed = ("event_match", "event_property_is", "event_property_contains", "sender_notification_permission")
    if kind in keyed and not isinstance(condition.get("key"), str):
        raise invalid_param(f"A condition {kind} needs a key")
    if kind == "event_match":
        _parsed_pattern(condition.get("pattern"))
    elif kind in ("event_property_is", "event_property_contains"):
        if "value" not in condition or not isinstance(condition["value"], str | int | bool | None):
            raise invalid_param(f"A condition {kind} needs a value that is a string, integer, boolean or null")
    elif kind == "room_member_count":
        count = condition.get("is")
        if not isinstance(count, str) or not MEMBER_COUNT.fullmatch(count):
            raise invalid_param("A condition room_member_count needs is, as in >=3")
