"""The follower of push: who is to be told of what is new outside of the app. What it finds waits in a table for its delivery."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any

import orjson

from laiwang.chat.account_data import fact_key
from laiwang.chat.push import store
from laiwang.chat.push.badges import Badges
from laiwang.chat.push.delivery import LEASE
from laiwang.chat.push.pushers import GATEWAY, PusherKey, Pushers
from laiwang.chat.push.rulebook import PUSH_RULES, RuleBook
from laiwang.chat.push.rules import tweaks_of
from laiwang.chat.receipts import reader_of
from laiwang.kernel.events import Stored, stored
from laiwang.kernel.follow import Follower
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Fact, Unit
from laiwang.kernel.room import Member, Room
from laiwang.matrix.push_evaluation import EventView, Outcome, evaluate_default

__all__ = ["Watch"]

#: facts at once: in a room of a thousand phones each of them is a thousand rows
BATCH_MAX = 50
#: keys of account data that change what counts
OF_RULES = frozenset({fact_key(PUSH_RULES, None), fact_key("m.ignored_user_list", None)})


class _Found:
    """What a batch leads to."""

    def __init__(self) -> None:
        self.rows: dict[tuple[PusherKey, int], dict[str, Any]] = {}


class Watch:
    """Looks at everything that becomes durable; while nobody has a pusher, at nothing. `wake` is told whose delivery has work."""

    def __init__(
        self,
        kernel: Kernel,
        rulebook: RuleBook,
        pushers: Pushers,
        badges: Badges,
        ignored_by: Callable[[str], Awaitable[frozenset[str]]],
        wake: Callable[[Iterable[PusherKey]], None],
    ) -> None:
        self._kernel = kernel
        self._rulebook = rulebook
        self._pushers = pushers
        self._badges = badges
        self._ignored_by = ignored_by
        self._wake = wake

    def follower(self) -> Follower:
        """For the manifest."""
        return Follower(
            "push", plan=self._plan, batch_max=BATCH_MAX, from_start=False, begin=self._badges.clear, lease=LEASE
        )

    async def _plan(self, facts: Sequence[Fact]) -> Unit | None:
        await self._pushers.refresh()
        if not self._pushers.people:
            return None
        found = _Found()
        for fact in facts:
            topic = fact.topic
            if topic.startswith("room:"):
                await self._event(fact, found)
            elif topic.startswith(("user:", "receipts:")):
                self._of_person(fact, found)
        if not found.rows:
            return None
        unit = Unit()
        unit.write(store.ADD_PENDING, list(found.rows.values()))
        keys = list(dict.fromkeys(key for key, _ in found.rows))
        unit.applied = lambda _: self._wake(keys)
        return unit

    def _of_person(self, fact: Fact, found: _Found) -> None:
        read = reader_of(fact)
        if read is not None:
            user_id, room_id = read
            if user_id in self._pushers.people:
                self._badges.touch(user_id, room_id)
                self._badge_is_due(user_id, found)
        elif fact.key in OF_RULES:
            self._badges.forget(fact.topic.removeprefix("user:"))

    async def _event(self, fact: Fact, found: _Found) -> None:
        room = await self._kernel.rooms.get(fact.topic.removeprefix("room:"))
        if room is None:
            return
        watching = self._pushers.people.keys() & room.members.keys()
        if not watching:
            return
        known = stored(fact)
        event = known.event
        for user_id in watching:
            self._badges.touch(user_id, room.room_id)
        if event.sender in watching:
            self._badge_is_due(event.sender, found)  # who speaks has read
        if event.type == "m.room.member" and event.state_key in watching:
            self._badge_is_due(event.state_key, found)
        if event.type == "m.call.hangup":
            for user_id in sorted(watching):
                self._badge_is_due(user_id, found)
        if not known.redacted:
            await self._tell(fact, known, room, sorted(watching), found)

    async def _tell(self, fact: Fact, known: Stored, room: Room, watching: Sequence[str], found: _Found) -> None:
        event = known.event
        view: EventView | None = None
        if known.outcome is None:
            view = EventView(event, room.push_context(event.sender))
            known.outcome = evaluate_default(view)
        for user_id in watching:
            if user_id == event.sender or not _concerns(known, room.members[user_id], user_id):
                continue
            rules = await self._rulebook.compiled(user_id)
            if rules is None:
                outcome: Outcome = known.outcome.of(user_id)
            else:
                view = view or EventView(event, room.push_context(event.sender))
                outcome = rules.evaluate(view, room.members[user_id].display_name)
            if not outcome.notify or event.sender in await self._ignored_by(user_id):
                continue
            if not await self._was_there(room, user_id, fact):
                continue
            tweaks = orjson.dumps(tweaks_of(outcome)).decode()
            for key, pusher in self._pushers.people.get(user_id, {}).items():
                if pusher.since < fact.position:
                    self._add(found, key, fact.position, tweaks)

    async def _was_there(self, room: Room, user_id: str, fact: Fact) -> bool:
        """Whether the person was a member when it was said: nobody is called for what was said before she came."""
        if room.members[user_id].position <= fact.position:
            return True
        at = ""
        for position, membership in await self._kernel.rooms.membership_history(room, user_id):
            if position <= fact.position:
                at = membership
        return at == room.members[user_id].membership

    def _badge_is_due(self, user_id: str, found: _Found) -> None:
        for key, pusher in self._pushers.people.get(user_id, {}).items():
            if pusher.kind == GATEWAY:
                self._add(found, key, 0, "")

    def _add(self, found: _Found, key: PusherKey, position: int, tweaks: str) -> None:
        found.rows[key, position] = {
            "user_id": key.user_id,
            "app_id": key.app_id,
            "pushkey": key.pushkey,
            "position": position,
            "tweaks": tweaks,
            "at_ms": self._kernel.clock.now_ms(),
        }


def _concerns(known: Stored, member: Member, user_id: str) -> bool:
    """Members hear of what is said, and who is invited of the invitation."""
    event = known.event
    if member.membership == "join":
        return True
    return member.membership == "invite" and event.type == "m.room.member" and event.state_key == user_id
