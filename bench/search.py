"""A million messages searched: the index and its searches, in this process, over a log that is written without HTTP.

Half of the messages are Chinese, half are of a language with spaces; words are as frequent as in any language (Zipf), and so are rooms. One
person is in all rooms, another one in every tenth.
"""

from __future__ import annotations

import random
import tempfile
import time
from itertools import accumulate
from pathlib import Path
from typing import cast

import apsw
import orjson

from bench.load import percentile
from laiwang.adapters.sqlite import SQLiteDatabase
from laiwang.chat.messages import Messages
from laiwang.chat.search import Search, SearchSettings
from laiwang.kernel.capability import Caller, Request
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Blobs
from laiwang.kernel.room import Draft, Room
from laiwang.kit.ports import SystemChance, SystemClock
from laiwang.matrix.versions import get_version

__all__ = ["MESSAGES", "Words", "measure"]

MESSAGES = 1_000_000
ROOMS = 200
DRAFTS_AT_ONCE = 250
ROUNDS = 15
ALL, FEW = "@all:bench.local", "@few:bench.local"
#: said this often, whatever the number of messages
RARE = {"marmalade": 7, "鈴虫": 7}


class Words:
    """Texts from a seed."""

    def __init__(self, seed: int = 1) -> None:
        self.random = random.Random(seed)
        chance = self.random
        syllables = [
            a + b for a in "bcdfghklmnprstvw" for b in ("a", "e", "i", "o", "u", "an", "er", "ing", "ar", "on")
        ]
        self.latin = list(
            dict.fromkeys("".join(chance.choices(syllables, k=chance.choice((1, 2, 2, 3)))) for _ in range(30_000))
        )
        characters = [chr(0x4E00 + number) for number in chance.sample(range(20_000), 3500)]
        by_rank = list(accumulate(1 / (rank + 10) for rank in range(len(characters))))
        self.han = list(
            dict.fromkeys(
                "".join(chance.choices(characters, cum_weights=by_rank, k=chance.choice((1, 2, 2, 2, 3))))
                for _ in range(30_000)
            )
        )
        self._latin_weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.latin))))
        self._han_weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.han))))

    def text(self) -> str:
        """One message."""
        chance = self.random
        if chance.random() < 0.5:
            return " ".join(chance.choices(self.latin, cum_weights=self._latin_weights, k=chance.randint(2, 16)))
        return "".join(chance.choices(self.han, cum_weights=self._han_weights, k=chance.randint(2, 16)))


class _World:
    def __init__(self, folder: Path) -> None:
        self.path = folder / "server.db"
        self.kernel = Kernel.build(
            server_name="bench.local",
            database=lambda publish: SQLiteDatabase(self.path, publish),
            blobs=cast(Blobs, None),
            clock=SystemClock(),
            chance=SystemChance(),
        )
        self.messages = Messages(self.kernel, check_limit=lambda _: None, ignored_by=_ignores_nobody)
        self.search = Search(self.kernel, SearchSettings(), self.messages, check_limit=lambda _: None)

    async def write(self, count: int) -> Words:
        """The rooms and what is said in them."""
        words = Words()
        rooms = [await self._room(number) for number in range(ROOMS)]
        weights = list(accumulate(1 / (rank + 1) for rank in range(ROOMS)))
        rare = {words.random.randrange(count): term for term, times in RARE.items() for _ in range(times)}
        for start in range(0, count, DRAFTS_AT_ONCE):
            (room,) = words.random.choices(rooms, cum_weights=weights)
            texts = [
                f"{words.text()} {rare[number]} {words.text()}" if number in rare else words.text()
                for number in range(start, min(start + DRAFTS_AT_ONCE, count))
            ]
            await room.submit([Draft("m.room.message", ALL, {"msgtype": "m.text", "body": text}) for text in texts])
        return words

    async def _room(self, number: int) -> Room:
        drafts = [
            Draft("m.room.create", ALL, {"room_version": "11"}, ""),
            Draft("m.room.member", ALL, {"membership": "join"}, ALL),
            Draft("m.room.join_rules", ALL, {"join_rule": "public"}, ""),
        ]
        if number % 10 == 9:
            drafts.append(Draft("m.room.member", FEW, {"membership": "join"}, FEW))
        room, _ = await self.kernel.rooms.create(get_version("11"), drafts)
        return room

    async def index(self) -> tuple[float, float]:
        """(processor time of the event loop's thread, of the process) of taking everything in, in seconds."""
        follower = self.search.indexer.follower()
        loop, process = time.thread_time(), time.process_time()
        while await self.kernel.followers.step(follower):
            pass
        return time.thread_time() - loop, time.process_time() - process

    def index_bytes(self) -> int:
        """What the index takes in the file."""
        reader = apsw.Connection(str(self.path), flags=apsw.SQLITE_OPEN_READONLY)
        try:
            (row,) = reader.execute("SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'search_%'")
            return int(row[0])
        finally:
            reader.close()

    async def ask(self, user_id: str, term: str, order: str) -> tuple[int, float, float]:
        """(count, seconds, seconds of processor time) of a search, medians of some."""
        body = {"search_categories": {"room_events": {"search_term": term, "order_by": order}}}
        seconds, cpu = [], []
        for _ in range(ROUNDS):
            request = Request("POST", {}, b"", (), orjson.dumps(body), "127.0.0.1", Caller(user_id, "BENCH"))
            begin, used = time.perf_counter(), time.process_time()
            response = await self.search.manifest().routes[0].handler(request)
            seconds.append(time.perf_counter() - begin)
            cpu.append(time.process_time() - used)
        assert isinstance(response.body, bytes)
        found = orjson.loads(response.body)["search_categories"]["room_events"]
        return found["count"], percentile(seconds, 0.5), percentile(cpu, 0.5)


async def _ignores_nobody(_: str) -> frozenset[str]:
    return frozenset()


def _terms(words: Words) -> dict[str, str]:
    """What is searched for, by what it stands for."""
    latin, han = words.latin, words.han
    two = [word for word in han if len(word) == 2]
    return {
        "common_word": latin[0],
        "common_two_words": f"{latin[1]} {latin[4]}",
        "seldom_word": max(latin[9000:9200], key=len),
        "part_of_a_word": max(latin[2000:2200], key=len)[1:6],
        "rare_word": "marmalade",
        "absent_word": "rhododendron",
        "common_chinese": two[5],
        "seldom_chinese": two[9000],
        "rare_chinese": "鈴虫",
        "absent_chinese": "鈴鈴",
        "one_character": han[0][0],
        "one_letter": "b",
    }


async def measure(count: int = MESSAGES) -> dict[str, float]:
    """Writes, indexes, searches; figures by name."""
    figures: dict[str, float] = {"search_messages": count}
    with tempfile.TemporaryDirectory(prefix="laiwang-bench-") as folder:
        world = _World(Path(folder))
        await world.kernel.start()
        words = await world.write(count)
        begin = time.perf_counter()
        loop, process = await world.index()
        figures["search_indexed_per_s"] = count / (time.perf_counter() - begin)
        figures["search_index_loop_us"] = loop / count * 1e6
        figures["search_index_cpu_us"] = process / count * 1e6
        figures["search_index_bytes_per_message"] = world.index_bytes() / count
        figures |= await _ask(world, words)
        await world.kernel.stop()
    return figures


async def _ask(world: _World, words: Words) -> dict[str, float]:
    figures: dict[str, float] = {}
    slowest = dearest = 0.0
    for order in ("rank", "recent"):
        for what, term in _terms(words).items():
            found, seconds, cpu = await world.ask(ALL, term, order)
            slowest, dearest = max(slowest, seconds), max(dearest, cpu)
            if order == "rank":
                figures[f"search_{what}_found"] = found
            figures[f"search_{what}_{order}_ms"] = seconds * 1000
    figures["search_few_rooms_ms"] = (await world.ask(FEW, words.latin[50], "rank"))[1] * 1000
    figures["search_slowest_ms"] = slowest * 1000
    figures["search_slowest_cpu_ms"] = dearest * 1000
    return figures
