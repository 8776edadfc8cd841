"""Streams of syncs as clients hold them: what each was told, gaps filled as the specification has it."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Sequence
from typing import Any

from laiwang.kernel.sync import parse_token
from tests.faults.clients import AGAIN_S, Caller
from tests.harness.client import V3, Json
from tests.harness.sliding_shapes import UNSTABLE

__all__ = ["SlidingStream", "Stream", "SyncStream"]

POLL_MS = 3000
TIMELINE = 20
FILTER = json.dumps({"room": {"timeline": {"limit": TIMELINE}}})

#: (process, event id) of every message that comes
Heard = Callable[[int, str], None]


class Stream:
    """One after the other, at one process or at any (`at` None). `heard`: room → the ids of its messages, in the order in which they
    came."""

    kind = ""

    def __init__(self, caller: Caller, at: int | None, told: Heard) -> None:
        self.caller = caller
        self.at = at
        self.heard: dict[str, list[str]] = {}
        self.wrong: list[str] = []
        self._told = told
        #: every event of a timeline, for gaps are filled up to the last one that is known
        self._known: dict[str, set[str]] = {}
        #: those that were known when the stream had to begin anew: they may come once more
        self._again: set[str] = set()
        self._changed = asyncio.Event()

    @property
    def name(self) -> str:
        """For people."""
        return (
            f"the {self.kind} of {self.caller.user_id} at {'any process' if self.at is None else f'process {self.at}'}"
        )

    async def run(self) -> None:
        """Until it is cancelled."""
        while True:
            process = self.caller.crowd.any_process() if self.at is None else self.at
            if not await self.step(process):
                await asyncio.sleep(AGAIN_S)

    async def step(self, process: int) -> bool:
        """One request; whether it was answered."""
        raise NotImplementedError

    async def has_come_to(self, last: dict[str, str], wait_s: float) -> list[str]:
        """Waits until the last message of each room was told; those that were not."""
        deadline = time.monotonic() + wait_s
        while True:
            self._changed.clear()
            missing = [event for room, event in last.items() if event not in self.heard.get(room, ())]
            left_s = deadline - time.monotonic()
            if not missing or left_s <= 0:
                return missing
            try:
                async with asyncio.timeout(left_s):
                    await self._changed.wait()
            except TimeoutError:
                return missing

    async def take(self, process: int, timelines: Sequence[tuple[str, list[Json], str | None]]) -> bool:
        """What one answer tells: room, events, and where the gap before them begins. False when a gap could not be filled now: nothing
        of the answer was taken then, and it has to be asked for again."""
        whole: list[tuple[str, list[Json]]] = []
        for room, events, gap_before in timelines:
            known = self._known.setdefault(room, set())
            if gap_before is not None and known:
                older = await self._fill(process, room, gap_before, known)
                if older is None:
                    return False
                events = older + events
            whole.append((room, events))
        for room, events in whole:
            self._note(process, room, events)
        self._changed.set()
        return True

    def _note(self, process: int, room: str, events: list[Json]) -> None:
        known = self._known[room]
        for event in events:
            event_id = event["event_id"]
            if event_id in known:
                if event_id not in self._again:
                    self.wrong.append(f"{self.name} was told {event_id} again")
                self._again.discard(event_id)
                continue
            known.add(event_id)
            if event["type"] == "m.room.message":
                self.heard.setdefault(room, []).append(event_id)
                self._told(process, event_id)

    def begin_anew(self) -> None:
        """Without a token, so that the server does not know what was told. A process that is behind tells of the rest later, as news."""
        self._again = {event for known in self._known.values() for event in known}

    async def _fill(self, process: int, room: str, before: str, known: set[str]) -> list[Json] | None:
        found: list[Json] = []
        start: str | None = before
        while start is not None:
            query = {"dir": "b", "limit": 100, "from": start}
            page = await self.caller.once(process, "GET", f"{V3}/rooms/{{}}/messages", room, params=query)
            if page is None:
                return None
            for event in page["chunk"]:
                if event["event_id"] in known:
                    return found[::-1]
                found.append(event)
            start = page.get("end")
        return found[::-1]


class SyncStream(Stream):
    """GET /sync."""

    kind = "sync"

    def __init__(self, caller: Caller, at: int | None, told: Heard) -> None:
        super().__init__(caller, at, told)
        self._since: str | None = None

    async def step(self, process: int) -> bool:
        """One poll."""
        query: dict[str, Any] = {"timeout": POLL_MS if self._since else 0, "filter": FILTER}
        if self._since:
            query["since"] = self._since
        answer = await self.caller.once(process, "GET", f"{V3}/sync", params=query, wait_s=POLL_MS / 1000)
        if answer is None:
            return False
        if "errcode" in answer:
            self.wrong.append(f"{self.name} was refused: {answer}")
            return False
        since = answer["next_batch"]
        if self._since and parse_token(since).position < parse_token(self._since).position:
            self.wrong.append(f"{self.name} went back from {self._since} to {since}")
        timelines = []
        for room, news in answer.get("rooms", {}).get("join", {}).items():
            timeline = news.get("timeline", {})
            gap = timeline.get("prev_batch") if timeline.get("limited") else None
            timelines.append((room, timeline.get("events", []), gap))
        if not await self.take(process, timelines):
            return False
        self._since = since
        return True


class SlidingStream(Stream):
    """Sliding sync. A connection that the process does not know (any more) begins anew, which tells what is known already once more."""

    kind = "sliding sync"

    def __init__(self, caller: Caller, at: int | None, told: Heard) -> None:
        super().__init__(caller, at, told)
        self._pos: str | None = None

    async def step(self, process: int) -> bool:
        """One request."""
        rooms = {"ranges": [[0, 99]], "timeline_limit": TIMELINE, "required_state": []}
        query = {"timeout": POLL_MS, "pos": self._pos} if self._pos else {"timeout": 0}
        answer = await self.caller.once(
            process,
            "POST",
            UNSTABLE,
            params=query,
            json={"conn_id": "faults", "lists": {"all": rooms}},
            wait_s=POLL_MS / 1000,
        )
        if answer is None:
            return False
        if "errcode" in answer:
            if answer["errcode"] != "M_UNKNOWN_POS":
                self.wrong.append(f"{self.name} was refused: {answer}")
            self._pos = None
            self.begin_anew()
            return False
        timelines = []
        for room, news in answer["rooms"].items():
            events = news.get("timeline", [])
            known = self._known.get(room)
            if news.get("initial") and known:
                # From where it broke off: what is known is told anew, and what is older than that is no gap.
                is_whole = any(event["event_id"] in known for event in events)
                gap = None if is_whole else news.get("prev_batch")
            else:
                gap = news.get("prev_batch") if news.get("limited") else None
            timelines.append((room, events, gap))
        if not await self.take(process, timelines):
            self._pos = None
            self.begin_anew()
            return False
        self._pos = answer["pos"]
        return True
