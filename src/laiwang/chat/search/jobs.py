"""The follower that keeps the index, and how it sees a stretch of the log.

What the index says of an event follows from what the log says of it now: the same whether it is told live or read again from the start.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from laiwang.chat.messages import Messages
from laiwang.chat.search import store
from laiwang.chat.search.lines import edited_line_of, line_of, parse
from laiwang.chat.search.model import Block, Entry
from laiwang.chat.search.rules import grams_of, pack_entries, pack_grams, seals, unpack_entries
from laiwang.kernel.follow import Follower
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Fact, Unit

__all__ = ["LEASE", "NAME", "Indexer", "Seen"]

#: a change of the index's form changes the name, and so begins a new index
NAME = "search"
#: held by whatever writes the index: the follower, and who deletes what it has of deleted history
LEASE = "search"
FACTS_PER_BATCH = 512
LINGER_S = 1.0
#: small blocks of a room that are put together when there is one more
OPEN_BLOCKS_MAX = 12
GRAMS_FROM_ENTRIES = 16
ROOMS_REMEMBERED_MAX = 50_000
FACTS_PER_BREATH = 64
#: blocks that are cleaned of deleted events in one unit
PURGED_AT_ONCE = 8


class Seen:
    """What a stretch of the log does to the index: by topic of the room, what became of events that say something now, or said something
    before (None: nothing is left to find). `again` are those that were said before and then edited or redacted."""

    def __init__(self) -> None:
        self.rooms: dict[str, dict[int, Entry | None]] = defaultdict(dict)
        self.again: dict[int, Entry | None] = {}


class Indexer:
    """Plans the index."""

    def __init__(self, kernel: Kernel, messages: Messages) -> None:
        self._database = kernel.database
        self._followers = kernel.followers
        self._latest_edits = messages.bundler.latest_edits
        self._rooms: OrderedDict[str, int] = OrderedDict()

    def follower(self) -> Follower:
        """For the manifest."""
        return Follower(
            NAME,
            plan=self.plan,
            topic_prefix="room:",
            batch_max=FACTS_PER_BATCH,
            linger_s=LINGER_S,
            forget=store.FORGET,
            lease=LEASE,
        )

    async def plan(self, facts: Sequence[Fact]) -> Unit:
        """The unit that takes the next facts into the index."""
        seen = await self.look(facts)
        first = facts[0].position
        ids = await self.rooms(list(seen.rooms))
        changes = _Changes(self)
        fresh: dict[int, list[Entry]] = {}
        for topic, entries in seen.rooms.items():
            for position, entry in sorted(entries.items()):
                if position < first:
                    await changes.alter(ids[topic], position, entry)
                elif entry is not None:
                    fresh.setdefault(ids[topic], []).append(entry)
        await changes.add(fresh)
        unit = await changes.unit()
        for position, entry in seen.again.items():
            unit.write(store.DROP_EDIT, {"of": position})
            if entry is not None and entry.source != position:
                unit.write(store.SAVE_EDIT, {"source": entry.source, "original": position})
        return unit

    # --- reading the log ------------------------------------------------------------------------------------------------

    async def look(self, facts: Sequence[Fact]) -> Seen:
        """What facts of room topics, in order, do to the index."""
        seen = Seen()
        edited: set[str] = set()
        redacted: set[str] = set()
        for number, fact in enumerate(facts):
            if number % FACTS_PER_BREATH == FACTS_PER_BREATH - 1:
                await asyncio.sleep(0)
            event = parse(fact)
            target = event.edits
            if target is not None:
                edited.add(target)
            elif event.type == "m.room.redaction":
                if event.redacted is not None:
                    redacted.add(event.redacted)
            else:
                line = line_of(event)
                if line is not None:
                    seen.rooms[fact.topic][fact.position] = Entry(fact.position, fact.position, line)
        if edited or redacted:
            await self._look_again(seen, await self._touched(edited, redacted))
        return seen

    async def _touched(self, edited: set[str], redacted: set[str]) -> list[int]:
        """Positions of the events whose text may be another one now."""
        places = dict(await self.some(store.POSITIONS, [*edited, *redacted]))
        positions = set(places.values())
        gone = [places[event_id] for event_id in redacted if event_id in places]
        positions.update(row[0] for row in await self.some(store.EDITED_BY, gone))
        return sorted(positions)

    async def _look_again(self, seen: Seen, positions: Sequence[int]) -> None:
        facts = await self._database.facts_at(positions)
        edits = await self._latest_edits(facts)
        for fact in facts:
            if not fact.topic.startswith("room:"):
                continue
            event = parse(fact)
            if event.edits is not None:
                continue  # the event that it edits was looked at
            edit = edits.get(fact.position)
            line = line_of(event) if edit is None else edited_line_of(parse(edit))
            source = fact.position if edit is None else edit.position
            entry = None if line is None else Entry(fact.position, source, line)
            seen.rooms[fact.topic][fact.position] = seen.again[fact.position] = entry

    async def rooms(self, names: Sequence[str]) -> dict[str, int]:
        """Numbers of rooms by their topics; a room that has no fact has none."""
        missing = [name for name in names if name not in self._rooms]
        if missing:
            self._rooms.update(await self.some(store.ROOMS, missing))
        found = {name: self._rooms[name] for name in names if name in self._rooms}
        while len(self._rooms) > ROOMS_REMEMBERED_MAX:
            self._rooms.popitem(last=False)
        return found

    async def some(self, statement: Any, keys: Sequence[Any]) -> list[Any]:
        """The rows of a statement with a list of keys."""
        found: list[Any] = []
        for start in range(0, len(keys), store.AT_ONCE):
            found += await self._database.fetch(statement, store.some(keys[start : start + store.AT_ONCE]))
        return found

    # --- reading the index ----------------------------------------------------------------------------------------------

    async def load(self, positions: Sequence[int]) -> dict[int, Block]:
        """Whole blocks by their positions."""
        return {row[0]: Block(row[0], unpack_entries(*row)) for row in await self.some(store.TEXTS, positions)}

    async def block_of(self, room: int, position: int) -> tuple[int, bool] | None:
        """(position, is sealed) of the block that an event belongs to; None when it stands before all of its room."""
        row = await self._database.fetch_one(store.BLOCK_OF, {"room": room, "at": position})
        return None if row is None else (row[0], bool(row[1]))

    # --- what is deleted --------------------------------------------------------------------------------------------------

    async def purge(self, topic: str, before: int) -> None:
        """Takes out of the index what the log does not have any more of a room before a position; some blocks at a time, between two
        batches of the follower."""
        room = (await self.rooms([topic])).get(topic)
        after = -1
        while room is not None:
            async with self._followers.pause(NAME):
                params = {"room": room, "after": after, "before": before, "most": PURGED_AT_ONCE}
                positions = [int(row[0]) for row in await self._database.fetch(store.BLOCKS_BETWEEN, params)]
                if not positions:
                    return
                blocks = await self.load(positions)
                await self._purge(room, [entry for at in positions for entry in blocks[at].entries])
            after = positions[-1]
            await asyncio.sleep(0)

    async def _purge(self, room: int, entries: Sequence[Entry]) -> None:
        places = sorted({at for entry in entries for at in (entry.position, entry.source)})
        there = {fact.position for fact in await self._database.facts_at(places)}
        wrong = [entry.position for entry in entries if not {entry.position, entry.source} <= there]
        if not wrong:
            return
        seen = Seen()
        # What stands there while its edit is gone says again what it said first.
        await self._look_again(seen, [position for position in wrong if position in there])
        changes = _Changes(self)
        for position in wrong:
            await changes.alter(room, position, seen.again.get(position))
        unit = await changes.unit()
        unit.write(store.DROP_EDIT, [{"of": position} for position in wrong])
        await self._database.commit(unit)


class _Changes:
    """Blocks in the making, until they become a unit."""

    def __init__(self, indexer: Indexer) -> None:
        self._indexer = indexer
        #: position → (room, block) of what will be written
        self._blocks: dict[int, tuple[int, Block]] = {}
        self._dropped: set[int] = set()

    async def alter(self, room: int, position: int, entry: Entry | None) -> None:
        """Changes the entry of an event that was in the index before, or could have been."""
        found = await self._indexer.block_of(room, position)
        if found is None:
            # Sealed, for open blocks are those at the end of a room.
            _, block = self._blocks.setdefault(position, (room, Block(position, is_sealed=True)))
        else:
            at, is_sealed = found
            if at not in self._blocks:
                self._blocks[at] = (room, (await self._indexer.load([at]))[at])
            block = self._blocks[at][1]
            block.is_sealed = is_sealed
        block.entries = [one for one in block.entries if one.position != position]
        if entry is not None:
            block.entries.append(entry)
            block.entries.sort()

    async def add(self, fresh: Mapping[int, Sequence[Entry]]) -> None:
        """Adds entries at the end of rooms; small blocks at the end become one when they are many or make a large one."""
        ends: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
        for room, *block in await self._indexer.some(store.OPEN_BLOCKS, list(fresh)):
            ends[room].append((block[0], block[1], block[2]))
        for room, entries in fresh.items():
            count = len(entries) + sum(block[1] for block in ends[room])
            text_bytes = sum(len(one.line) for one in entries) + sum(block[2] for block in ends[room])
            if len(ends[room]) < OPEN_BLOCKS_MAX and not seals(count, text_bytes):
                self._blocks[entries[0].position] = (room, Block(entries[0].position, list(entries)))
                continue
            positions = [block[0] for block in ends[room]]
            known = await self._indexer.load([at for at in positions if at not in self._blocks])
            known |= {at: self._blocks.pop(at)[1] for at in positions if at in self._blocks}
            together = [one for at in positions for one in known[at].entries]
            self._dropped.update(positions)
            for block in _parted([*together, *entries]):
                self._blocks[block.position] = (room, block)

    async def unit(self) -> Unit:
        """All of it as rows."""
        unit = Unit()
        saved = {at: one for at, one in self._blocks.items() if one[1].entries}
        gone = (self._dropped | self._blocks.keys()) - saved.keys()
        if gone:
            unit.write(store.DROP_BLOCK, [{"at": at} for at in sorted(gone)])
            unit.write(store.DROP_TEXT, [{"at": at} for at in sorted(gone)])
        blocks, texts = [], []
        for at, (room, block) in sorted(saved.items()):
            positions, text = pack_entries(at, block.entries)
            blocks.append(
                {
                    "position": at,
                    "room": room,
                    "last": block.entries[-1].position,
                    "size": len(block.entries),
                    "text_bytes": len(text),
                    "is_sealed": int(block.is_sealed),
                    "grams": b"",
                }
            )
            texts.append({"position": at, "positions": positions, "text": text})
            if block.is_sealed or len(block.entries) >= GRAMS_FROM_ENTRIES:
                blocks[-1]["grams"] = pack_grams(grams_of(text.decode("utf-8", "surrogatepass")))
                await asyncio.sleep(0)  # the dearest part of it: others come in between
        if saved:
            unit.write(store.SAVE_BLOCK, blocks)
            unit.write(store.SAVE_TEXT, texts)
        return unit


def _parted(entries: Sequence[Entry]) -> list[Block]:
    """Entries in blocks, all of them full and sealed but the last one."""
    found: list[Block] = []
    text_bytes = 0
    for one in entries:
        if not found or found[-1].is_sealed:
            found.append(Block(one.position))
            text_bytes = 0
        found[-1].entries.append(one)
        text_bytes += len(one.line)
        found[-1].is_sealed = seals(len(found[-1].entries), text_bytes)
    return found
