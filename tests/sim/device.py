"""A device of a person: it asks, loses answers, asks again with the same transaction id, and follows /sync."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from tests.sim.judge import Poll
from tests.sim.mirror import Mirror, differences
from tests.sim.process import Answer, ConnectionLost, Process

if TYPE_CHECKING:
    from tests.sim.world import World

__all__ = ["Device"]

CLIENT = "/_matrix/client/v3"
#: judges an answer when the server gives it: (answer, when the request reached the server)
Promise = Callable[[Answer, float], None]
FATES = ("arrives",) * 14 + ("answer is lost", "client goes away", "client asks anew")


class Device:
    """Sends requests and keeps a mirror."""

    def __init__(self, world: World, user_id: str, device_id: str, token: str) -> None:
        self.world = world
        self.user_id = user_id
        self.device_id = device_id
        self.token = token
        self.chance = random.Random(f"{world.seed}/{user_id}/{device_id}")
        self.mirror = Mirror(self._find)
        self.received: set[str] = set()
        self.is_finishing = False
        self.is_finished = False
        limit = self.chance.choice((None, None, 1, 3, 6))
        filter = quote(f'{{"room":{{"timeline":{{"limit":{limit}}}}}}}') if limit else ""
        self._query = (f"&filter={filter}" if filter else "") + self.chance.choice(("", "", "&use_state_after=true"))

    def __str__(self) -> str:
        return f"{self.user_id}/{self.device_id}"

    def _find(self, kind: str, text: str) -> None:
        self.world.history.find(kind, f"{self}: {text}")

    # --- requests ---------------------------------------------------------------------------------------------------------

    async def attempt(self, method: str, path: str, body: Any = None, *, promise: Promise | None = None) -> Answer:
        """One request. Raises ConnectionLost when nobody is there, when the server dies, or when the answer gets lost."""
        world, chance = self.world, self.chance
        await asyncio.sleep(world.latency_s(chance))
        process = world.pick(chance)
        if process is None:
            raise ConnectionLost
        began_s = world.loop.time()

        def answered(answer: Answer) -> None:
            world.history.note(f"{self} {method} {path} → {answer.status}", answer.body)
            world.check_time(f"{self} {method} {path}", began_s)
            if promise is not None:
                promise(answer, began_s)

        path_only, _, query = path.partition("?")
        future, _ = process.request(method, path_only, query, body, self.token, answered)
        is_lost = not world.is_calm and chance.random() < 0.06
        if is_lost and chance.random() < 0.5:
            await asyncio.wait([future], timeout=chance.choice((0.0, 0.001, 0.01)))
            raise ConnectionLost
        answer = await future
        await asyncio.sleep(world.latency_s(chance))
        if is_lost:
            raise ConnectionLost
        return answer

    async def persist(self, method: str, path: str, body: Any = None, *, promise: Promise | None = None) -> Answer:
        """Asks until there is an answer that is final."""
        while True:
            try:
                answer = await self.attempt(method, path, body, promise=promise)
                if answer.status != 503:
                    return answer
            except ConnectionLost:
                pass
            await asyncio.sleep(self.chance.choice((0.01, 0.1, 0.5, 1.5)))

    # --- /sync ------------------------------------------------------------------------------------------------------------

    async def follow(self) -> None:
        """Polls until it is told to finish, then until it knows everything."""
        chance = self.chance
        while not self.is_finished:
            if self.is_finishing:
                await self._poll(0)
                self.is_finished = self.mirror.position == self.world.history.position
                continue
            await self._poll(chance.choice((0, 1000, 10_000, 30_000, 30_000, 30_000)))
            if chance.random() < 0.1:
                await asyncio.sleep(chance.choice((0.2, 1.0, 8.0)))
            if chance.random() < 0.01:
                self.mirror = Mirror(self._find)

    async def fresh(self) -> Mirror:
        """What a client knows that begins now."""
        mirror = Mirror(self._find)
        while mirror.token is None:
            answer = await self._ask(self.world.pick(self.chance), None, 0, "arrives")
            if answer is not None:
                mirror.apply(answer)
        return mirror

    def forget_typing(self) -> None:
        """The server has gone, and with it the knowledge of who typed: nobody will say that it is over."""
        for room in self.mirror.joined.values():
            room.typing = []

    def differences(self, fresh: Mirror) -> Iterator[str]:
        """Where the mirror differs from that of a client which begins now."""

        def has_been_told(room_id: str, user_id: str, event_id: str) -> bool:
            history = self.world.history
            standings = history.standings.get((user_id, room_id), ())
            entered = max(
                (at for (_, before), (at, value) in pairwise([(0, ""), *standings]) if value != before), default=0
            )
            return history.latest_key(f"receipts:{room_id}", f"{user_id}/") > entered

        return differences(self.mirror, fresh, has_been_told)

    async def _poll(self, timeout_ms: int) -> None:
        fate = "arrives" if self.world.is_calm else self.chance.choice(FATES)
        mirror = self.mirror
        process = self.world.pick(self.chance)
        answer = await self._ask(process, mirror.token, timeout_ms, fate)
        if answer is None:
            return
        mirror.apply(answer)
        self.received.update(mirror.messages)
        if process is not None and process.is_dead:
            self.forget_typing()

    async def _ask(self, process: Process | None, since: str | None, timeout_ms: int, fate: str) -> Any:
        """The answer, None when there is none; then the next poll comes with the same token."""
        world, chance = self.world, self.chance
        await asyncio.sleep(world.latency_s(chance))
        if process is None or not process.is_up:
            await asyncio.sleep(chance.choice((0.05, 0.3, 1.0)))
            return None
        query = f"timeout={timeout_ms}{self._query}" + ("" if since is None else f"&since={since}")
        poll = Poll(self.user_id, self.device_id, since, timeout_ms / 1000, world.loop.time(), process.boot)
        world.judge.began(poll)

        def answered(answer: Answer) -> None:
            world.history.note(f"{self} /sync since {since} → {answer.status}", answer.body)
            world.judge.answered(poll, answer)

        future, go_away = process.request("GET", f"{CLIENT}/sync", query, None, self.token, answered)
        if fate in ("client goes away", "client asks anew"):
            await asyncio.wait([future], timeout=chance.choice((0.0, 0.0005, 0.002, 0.01, 1.0, 5.0)))
            if not future.done() and fate == "client goes away":
                world.judge.ended(poll)
                go_away()
            return None
        try:
            answer = await future
        except ConnectionLost:
            world.judge.ended(poll)
            await asyncio.sleep(chance.choice((0.05, 0.3)))
            return None
        await asyncio.sleep(world.latency_s(chance))
        if answer.status != 200:
            await asyncio.sleep(0.5)
            return None
        return None if fate == "answer is lost" else answer.json()
