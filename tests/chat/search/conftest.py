"""A server with messages and search, whose follower steps when it is told to."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import select

from laiwang.chat.messages import Messages
from laiwang.chat.search import Search, SearchSettings, store
from laiwang.chat.search.model import Entry
from laiwang.chat.search.rules import Probe, unpack_entries
from laiwang.kernel.capability import Caller
from laiwang.kernel.room import Room
from laiwang.kernel.tables import topics
from tests.chat.server import ChatServer

# How long an example takes says something about the machine, nothing about the rule.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOM_NAMES = select(topics.c.name, topics.c.id)
ALL_TEXTS = select(store.texts.c.position, store.texts.c.positions, store.texts.c.text)
ALL_BLOCKS = select(
    store.blocks.c.position,
    store.blocks.c.room,
    store.blocks.c.last,
    store.blocks.c.size,
    store.blocks.c.is_sealed,
    store.blocks.c.grams,
).order_by(store.blocks.c.position)
_numbers = itertools.count()


class World(ChatServer):
    """`search` and `messages` are the capabilities; `ignored` who ignores whom."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.ignored: dict[str, frozenset[str]] = {}
        self.messages = Messages(self.kernel, check_limit=lambda _: None, ignored_by=self._ignored_by)
        self.search = Search(self.kernel, SearchSettings(), self.messages, check_limit=lambda _: None)
        self.follower = self.search.indexer.follower()

    async def _ignored_by(self, user_id: str) -> frozenset[str]:
        return self.ignored.get(user_id, frozenset())

    async def step(self) -> int:
        """Lets the index follow a little."""
        return await self.kernel.followers.step(self.follower)

    async def catch_up(self) -> None:
        """Lets the index follow up to now."""
        while await self.step():
            pass

    async def entries(self) -> dict[str, list[Entry]]:
        """What the index holds, by topic of the room; checks its form on the way."""
        names = {row[1]: row[0] for row in await self.kernel.database.fetch(ROOM_NAMES)}
        texts = {row[0]: row for row in await self.kernel.database.fetch(ALL_TEXTS)}
        found: dict[str, list[Entry]] = {}
        rows = await self.kernel.database.fetch(ALL_BLOCKS)
        assert set(texts) == {row[0] for row in rows}
        for position, room, last, size, is_sealed, grams in rows:
            entries = unpack_entries(*texts[position])
            before = found.setdefault(names[room], [])
            assert entries[0].position >= position
            assert (entries[-1].position, len(entries)) == (last, size)
            assert not before or before[-1].position < entries[0].position
            assert bool(grams) or not is_sealed
            assert Probe([one.line[:6] for one in entries]).may_hold(grams)
            before += entries
        return {topic: entries for topic, entries in found.items() if entries}

    async def say(self, room: Room, user_id: str, text: str, edits: str | None = None) -> str:
        """A message, or the edit of one; its event id."""
        content: dict[str, object] = {"msgtype": "m.text", "body": text}
        if edits is not None:
            content["m.new_content"] = {"msgtype": "m.text", "body": text}
            content["m.relates_to"] = {"rel_type": "m.replace", "event_id": edits}
        return await self.messages.actions.send(
            Caller(user_id, "DEVICE"), room.room_id, "m.room.message", content, f"t{next(_numbers)}"
        )

    async def redact(self, room: Room, user_id: str, event_id: str) -> None:
        """Takes an event back."""
        await self.messages.actions.redact(Caller(user_id, "DEVICE"), room.room_id, event_id, {}, f"t{next(_numbers)}")

    async def found(self, user_id: str, term: str, **criteria: object) -> list[str]:
        """Event ids of everything that somebody finds, page by page, newest first unless `order_by` says otherwise."""
        found: list[str] = []
        batch: str | None = None
        while True:
            body = {"search_categories": {"room_events": {"search_term": term, "order_by": "recent", **criteria}}}
            answer = await self.call("search", user_id, body, {"next_batch": batch} if batch else {})
            page = answer["search_categories"]["room_events"]
            found += [one["result"]["event_id"] for one in page["results"]]
            batch = page.get("next_batch")
            if batch is None:
                return found


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    one = World(tmp_path)
    await one.start(one.messages.manifest(), one.search.manifest())
    yield one
    await one.stop()
