"""The counts say what a look at the whole log says, whatever is told again."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Collection
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from laiwang.growth.activity import store
from laiwang.growth.activity.jobs import NAME, Counter
from laiwang.growth.activity.rules import DAY_MS, DAYS, is_message, tally
from laiwang.kernel.events import stored
from laiwang.kernel.room import Draft
from laiwang.matrix.event import Event
from tests.chat.server import ALICE, BOB, CAROL, ChatServer

GHOST = CAROL
PLAIN: dict[str, Any] = {"msgtype": "m.text", "body": "x"}

KINDS: list[tuple[str, dict[str, Any]]] = [
    ("m.room.message", PLAIN),
    ("m.room.message", PLAIN | {"m.relates_to": {"rel_type": "m.replace", "event_id": "$a"}}),
    ("m.reaction", {}),
    ("m.room.encrypted", {}),
]


def event(type: str, sender: str, ts: int, content: dict[str, object], state_key: str | None = None) -> Event:
    """An event as far as counting looks at it."""
    return Event(
        event_id="$x",
        room_id="!r",
        type=type,
        sender=sender,
        state_key=state_key,
        content=content,
        origin_server_ts=ts,
        depth=1,
        prev_events=(),
        auth_events=(),
        content_hash="",
        redacts=None,
    )


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["m.room.message", "m.room.encrypted", "m.sticker", "m.reaction", "m.room.topic"]),
            st.sampled_from([ALICE, BOB]),
            st.integers(0, 60 * DAY_MS),
            st.sampled_from([{}, PLAIN, {"m.relates_to": {"rel_type": "m.replace"}}, {"m.relates_to": 5}]),
            st.sampled_from([None, None, ""]),
        )
    ),
    st.integers(0, 60),
)
def test_only_messages_of_days_that_are_shown(
    told: list[tuple[str, str, int, dict[str, object], str | None]], today: int
) -> None:
    """Each message that can be shown counts once, and nothing else."""
    events = [event(*one) for one in told]
    found = tally(events, today)
    assert all(today - DAYS < day <= today for day, _ in found)
    shown = [one for one in events if is_message(one) and today - DAYS < one.origin_server_ts // DAY_MS <= today]
    assert found.total() == len(shown)
    for one in shown:
        assert one.state_key is None
        assert one.type in ("m.room.message", "m.room.encrypted", "m.sticker")


class World(ChatServer):
    """Carol is a bridge's ghost."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.counter = Counter(self.kernel, self._people_among)
        self.follower = self.counter.follower()

    async def _people_among(self, user_ids: Collection[str]) -> set[str]:
        return set(user_ids) - {GHOST}

    async def catch_up(self) -> None:
        while await self.kernel.followers.step(self.follower):
            pass

    async def tables(self) -> tuple[list[tuple[object, ...]], ...]:
        """All that was counted."""
        found = [await self.kernel.database.fetch(select(one)) for one in (store.days, store.writers, store.last_days)]
        return tuple(sorted(rows) for rows in found)

    async def expected(self) -> tuple[list[tuple[object, ...]], ...]:
        """The same from the log."""
        facts = await self.kernel.database.facts_after(0, limit=100_000, topic_prefix="room:")
        found = tally([stored(fact).event for fact in facts], self.kernel.clock.now_ms() // DAY_MS)
        mine = {key: count for key, count in found.items() if key[1] != GHOST}
        per_day: dict[int, list[int]] = {}
        last: dict[str, int] = {}
        for (day, who), count in mine.items():
            row = per_day.setdefault(day, [0, 0])
            row[0] += count
            row[1] += 1
            last[who] = max(day, last.get(who, 0))
        return sorted((day, *row) for day, row in per_day.items()), sorted(mine), sorted(last.items())


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    world = World(tmp_path)
    await world.start()
    yield world
    await world.stop()


async def talk(world: World, seed: int) -> None:
    """Messages, reactions and edits of many days in random order, counted in batches of any size."""
    chance = random.Random(seed)
    room = await world.room_of(ALICE, BOB, CAROL)
    now_ms = world.kernel.clock.now_ms()
    for _ in range(60):
        who = chance.choice([ALICE, BOB, GHOST])
        days_ago = chance.choice([0, 0, 1, 6, 7, 29, 45])
        kind, content = chance.choice(KINDS)
        await world.kernel.rooms.submit(room, [Draft(kind, who, content, origin_server_ts=now_ms - days_ago * DAY_MS)])
        if chance.random() < 0.3:
            await world.kernel.followers.step(world.follower)


@pytest.mark.parametrize("seed", range(4))
async def test_counts_are_those_of_the_log(world: World, seed: int) -> None:
    """In any pace; counted anew from the start; and told again after a commit whose end nobody saw."""
    await talk(world, seed)
    await world.catch_up()
    counted = await world.tables()
    assert counted == await world.expected()
    assert counted[0]
    await world.kernel.followers.restart(NAME)
    await world.catch_up()
    assert await world.tables() == counted
    # Whoever waits for a batch goes away while it is on its way to disk: it is done once, or is told again.
    await talk(world, seed + 100)
    for _ in range(30):
        step = asyncio.create_task(world.kernel.followers.step(world.follower))
        await asyncio.sleep(0)
        step.cancel()
        await asyncio.gather(step, return_exceptions=True)
    await world.catch_up()
    assert await world.tables() == await world.expected()
