"""A room made of real events, for tests of the rules."""

from typing import Any

import pytest

from laiwang.matrix import auth
from laiwang.matrix.event import Event, build
from laiwang.matrix.state import RoomState
from laiwang.matrix.versions import get_version

ANN, BEN, CAT, DAN = "@ann:here", "@ben:here", "@cat:here", "@dan:here"
STRANGER = "@eve:there"


class Room:
    """A room that `ANN` made. `put` writes without asking the rules, `check` asks without writing, `send` does both."""

    def __init__(self, version_id: str, *, create_content: dict[str, Any] | None = None, joined: bool = True) -> None:
        self.version = get_version(version_id)
        self.state = RoomState(self.version)
        self.last: Event | None = None
        self.moment = 1_700_000_000_000
        content: dict[str, Any] = {"room_version": version_id, **(create_content or {})}
        if version_id == "10":
            content.setdefault("creator", ANN)
        self.create = self.put("m.room.create", ANN, content, "")
        if joined:
            self.member(ANN, "join")

    @property
    def room_id(self) -> str:
        return "!room:here" if not self.version.room_id_is_create_hash else "!" + self.create.event_id[1:]

    def draft(
        self, type: str, sender: str, content: dict[str, Any], state_key: str | None = None, **changed: Any
    ) -> Event:
        keys = auth.auth_event_keys(self.version, type, sender, state_key, content)
        found = [self.state.get(*key) for key in keys]
        hashed = self.version.room_id_is_create_hash
        values: dict[str, Any] = {
            "room_id": None if hashed and type == "m.room.create" else self.room_id,
            "depth": 1 if self.last is None else self.last.depth + 1,
            "prev_events": () if self.last is None else (self.last.event_id,),
            "auth_events": tuple(event.event_id for event in found if event is not None),
            **changed,
        }
        self.moment += 1
        return build(
            self.version,
            type=type,
            sender=sender,
            state_key=state_key,
            content=content,
            origin_server_ts=self.moment,
            **values,
        ).event

    def put(self, type: str, sender: str, content: dict[str, Any], state_key: str | None = None) -> Event:
        event = self.draft(type, sender, content, state_key)
        self.state.apply(event)
        self.last = event
        return event

    def check(
        self, type: str, sender: str, content: dict[str, Any], state_key: str | None = None, **changed: Any
    ) -> None:
        auth.check(self.version, self.draft(type, sender, content, state_key, **changed), self.state)

    def send(self, type: str, sender: str, content: dict[str, Any], state_key: str | None = None) -> Event:
        self.check(type, sender, content, state_key)
        return self.put(type, sender, content, state_key)

    def refuses(
        self,
        rules: tuple[str, str],
        type: str,
        sender: str,
        content: dict[str, Any],
        state_key: str | None = None,
        **changed: Any,
    ) -> None:
        """Assert that the event is refused by the rule numbered `rules` (in v10 and v11, in v12)."""
        with pytest.raises(auth.AuthFailed) as failure:
            self.check(type, sender, content, state_key, **changed)
        assert failure.value.rule == rules[self.version.id == "12"]

    def member(self, user_id: str, membership: str, *, sender: str | None = None, **content: Any) -> Event:
        return self.put("m.room.member", sender or user_id, {"membership": membership, **content}, user_id)

    def join_rule(self, rule: str, **content: Any) -> None:
        self.put("m.room.join_rules", ANN, {"join_rule": rule, **content}, "")

    def levels(self, users: dict[str, int] | None = None, **content: Any) -> Event:
        named = dict(users or {})
        if self.version.id != "12":
            named.setdefault(ANN, 100)
        return self.put("m.room.power_levels", ANN, {"users": named, **content}, "")
