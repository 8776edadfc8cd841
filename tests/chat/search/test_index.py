"""The index says the same however it came about, and a search finds what a slow look at the whole log finds."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from laiwang.chat.messages.actions import related
from laiwang.chat.search import Search, SearchSettings, jobs, queries, rules
from laiwang.kernel.events import stored
from laiwang.kernel.ports import Fact
from laiwang.kernel.room import Draft, Room
from laiwang.kit.folding import fold
from laiwang.kit.refusals import Busy
from laiwang.matrix.relations import latest_edit
from tests.chat.search.conftest import World
from tests.chat.server import ALICE, BOB, CAROL
from tests.matrix.visibility_reference import may_see

PEOPLE = (ALICE, BOB, CAROL)
WORDS = ("鈴虫の声", "lake", "Blake", "Nguyễn", "茶", "西湖龙井茶", "tea", "steam", "ok", "a", "ขอบคุณ", "أصدقاء")
TERMS = ("鈴虫", "lake", "nguyen", "茶", "湖龙", "tea", "ok", "a", "lake tea", "ขอบ", "اصدقاء", "o", "xyz")


class Story:
    """Things happen at random in some rooms; one seed is one story."""

    def __init__(self, world: World, seed: int) -> None:
        self.world = world
        self.random = random.Random(seed)
        self.rooms: list[Room] = []
        self.said: list[tuple[Room, str, str]] = []

    async def begin(self) -> None:
        """Everybody in two rooms, one room with one person."""
        self.rooms = [
            await self.world.room_of(*PEOPLE),
            await self.world.room_of(*PEOPLE),
            await self.world.room_of(BOB),
        ]

    async def happen(self) -> None:
        """One thing."""
        choice = self.random.random()
        room = self.random.choice(self.rooms)
        who = self.random.choice([one for one in PEOPLE if room.membership(one) == "join"] or [BOB])
        if room.membership(who) != "join":
            return
        text = " ".join(self.random.choices(WORDS, k=self.random.randint(1, 4)))
        if choice < 0.6 or not self.said:
            self.said.append((room, who, await self.world.say(room, who, text)))
        elif choice < 0.75:
            where, author, event_id = self.random.choice(self.said)
            if where.membership(author) == "join":
                self.said.append((where, author, await self.world.say(where, author, text, edits=event_id)))
        elif choice < 0.87:
            where, author, event_id = self.random.choice(self.said)
            if where.membership(author) == "join":
                await self.world.redact(where, author, event_id)
        elif choice < 0.92:
            mover = self.random.choice((ALICE, CAROL))
            if room.membership(mover) is not None:
                await self.world.move(room, mover, "leave" if room.membership(mover) == "join" else "join")
        elif choice < 0.96:
            await self.state(
                "m.room.history_visibility",
                room,
                history_visibility=self.random.choice(("shared", "joined", "invited")),
            )
        else:
            await self.state("m.room.name", room, name=text)

    async def state(self, type: str, room: Room, **content: str) -> None:
        """State that the room's creator sets."""
        creator = room.state_event("m.room.create")
        assert creator is not None
        if room.membership(creator.sender) == "join":
            await self.world.kernel.rooms.submit(room, [Draft(type, creator.sender, dict(content), "")])


async def slowly(world: World, rooms: Sequence[Room], reader: str, term: str) -> list[str]:
    """Ids of all that a reader may find, newest first, from a look at every event."""
    found: list[tuple[int, str]] = []
    for room in rooms:
        if room.membership(reader) not in ("join", "leave", "ban"):
            continue
        facts = await world.kernel.database.facts(room.topic, 0, world.kernel.log.position)
        events = [(fact, stored(fact)) for fact in facts]
        settings = [
            (fact.position, str(known.event.content["history_visibility"]))
            for fact, known in events
            if known.event.type == "m.room.history_visibility"
        ]
        memberships = [
            (fact.position, str(known.event.content["membership"]))
            for fact, known in events
            if known.event.type == "m.room.member" and known.event.state_key == reader
        ]
        edits: dict[str, list[Fact]] = {}
        for fact, known in events:
            relation = known.event.content.get("m.relates_to")
            if isinstance(relation, dict) and relation.get("rel_type") == "m.replace":
                edits.setdefault(str(relation["event_id"]), []).append(fact)
        for fact, known in events:
            event = known.event
            if known.redacted or not may_see(fact.position, settings, memberships):
                continue
            if event.type == "m.room.name":
                text = event.content["name"]
            elif event.type == "m.room.message" and "m.relates_to" not in event.content:
                own = {related(one).event_id: one for one in edits.get(event.event_id, [])}
                best = latest_edit(related(fact), [related(one) for one in own.values()])
                text = event.content["body"]
                if best is not None:
                    if not may_see(own[best.event_id].position, settings, memberships):
                        continue
                    text = stored(own[best.event_id]).event.content["m.new_content"]["body"]
            else:
                continue
            if all(word in fold(text) for word in fold(term).split()):
                found.append((fact.position, event.event_id))
    return [event_id for _, event_id in sorted(found, reverse=True)]


def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks, windows and batches so small that a short story fills many."""
    monkeypatch.setattr(rules, "ENTRIES_PER_BLOCK", 6)
    monkeypatch.setattr(jobs, "OPEN_BLOCKS_MAX", 3)
    monkeypatch.setattr(jobs, "GRAMS_FROM_ENTRIES", 2)
    monkeypatch.setattr(jobs, "FACTS_PER_BATCH", 9)
    monkeypatch.setattr(queries, "WINDOW_MAX", 7)
    monkeypatch.setattr(queries, "CANDIDATES_MAX", 12)
    monkeypatch.setattr(queries, "CHECKED_AT_ONCE", 4)
    monkeypatch.setattr(queries, "BLOCKS_FIRST", 2)
    monkeypatch.setattr(queries, "BLOCKS_MAX", 5)


@pytest.mark.parametrize("seed", range(6))
async def test_whatever_happens_a_search_finds_what_is_there_and_visible(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    small(monkeypatch)
    world = World(tmp_path)
    await world.start(world.messages.manifest(), world.search.manifest())
    story = Story(world, seed)
    await story.begin()
    chance = random.Random(seed)
    for _ in range(120):
        await story.happen()
        if chance.random() < 0.1:
            await world.step()
        if chance.random() < 0.05:
            reader, term = chance.choice(PEOPLE), chance.choice(TERMS)
            assert await world.found(reader, term) == await slowly(world, story.rooms, reader, term), (reader, term)
    for caught_up in (False, True):
        if caught_up:
            await world.catch_up()
        for reader in PEOPLE:
            for term in TERMS:
                wanted = await slowly(world, story.rooms, reader, term)
                assert await world.found(reader, term) == wanted, (reader, term, caught_up)
                ranked = await world.found(reader, term, order_by="rank", filter={"limit": 3})
                assert sorted(ranked) == sorted(wanted)
    live = await world.entries()
    await world.kernel.followers.restart(jobs.NAME)
    await world.catch_up()
    assert await world.entries() == live
    await world.stop()


async def test_searches_see_everything_while_the_index_is_on_its_way(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    small(monkeypatch)
    room = await world.room_of(ALICE, BOB)
    said: list[str] = []
    world.kernel.followers.start([world.search.indexer.follower()])

    async def talk() -> None:
        for number in range(150):
            said.append(await world.say(room, BOB, f"heron {number}"))

    talking = asyncio.create_task(talk())
    while not talking.done():
        before = list(said)
        found = await world.found(ALICE, "heron")
        assert found[::-1][: len(before)] == before
        assert len(set(found)) == len(found)
    await talking
    assert (await world.found(ALICE, "heron"))[::-1] == said


async def test_a_window_of_invisible_messages_is_passed_over(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    small(monkeypatch)
    room = await world.room_of(ALICE)
    await world.kernel.rooms.submit(
        room, [Draft("m.room.history_visibility", ALICE, {"history_visibility": "joined"}, "")]
    )
    await world.move(room, BOB, "join")
    seen = await world.say(room, ALICE, "stork")
    await world.move(room, BOB, "leave")
    for _ in range(40):
        await world.say(room, ALICE, "stork")
    await world.catch_up()
    assert await world.found(BOB, "stork") == [seen]


async def test_many_rooms_and_long_messages(world: World) -> None:
    rooms = [await world.room_of(ALICE) for _ in range(150)]
    for room in rooms:
        await world.say(room, ALICE, "crane " + "long " * 1000 + "neck")
    for _ in range(20):
        await world.say(rooms[0], ALICE, "a very long crane " * 500)
    await world.catch_up()
    await world.entries()
    assert len(await world.found(ALICE, "crane neck", filter={"limit": 100})) == 150
    assert len(await world.found(ALICE, "very long crane")) == 20


async def test_who_searches_too_much_at_once_is_told_to_come_back(world: World) -> None:
    room = await world.room_of(ALICE)
    await world.say(room, ALICE, "gull")
    narrow = Search(
        world.kernel, SearchSettings(at_once_max=1, waiting_max=2), world.messages, check_limit=lambda _: None
    )
    world.routes = {route.operation: route for route in narrow.manifest().routes}
    outcomes = await asyncio.gather(*(world.found(ALICE, "gull") for _ in range(10)), return_exceptions=True)
    assert any(isinstance(one, Busy) for one in outcomes)
    assert sum(isinstance(one, list) and len(one) == 1 for one in outcomes) >= 3
    assert len(await world.found(ALICE, "gull")) == 1
