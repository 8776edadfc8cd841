"""Delivery: each pusher has a lane of its own, which brings out in order what waits for it, and waits longer after each failure.

What waits is in the database, so that it survives a restart. One process of the cluster brings it. A crash between an answer and the
note of it tells a phone twice, and so does a process that stood still just then until another took over; gateways recognise the event
id. Nothing waits for longer than a day.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from typing import Protocol

import orjson
import structlog

from laiwang.chat.push import store
from laiwang.chat.push.badges import Badge, Badges
from laiwang.chat.push.counts import Counts
from laiwang.chat.push.pushers import Pusher, PusherKey, Pushers
from laiwang.kernel.errand import Errand
from laiwang.kernel.events import Stored, stored
from laiwang.kernel.lease import LeaseLost
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Fact, Unit, Unreachable
from laiwang.kernel.room import Room

__all__ = ["LEASE", "Delivery", "Gone", "News", "Sender"]

#: of the follower and the delivery: what one finds the other brings, in the same process
LEASE = "push"
BATCH_MAX = 20
#: of what waits for a pusher that cannot be reached
KEPT_MAX = 100
#: how long what is on its way holds up a stop
STOP_S = 5.0
GIVE_UP_MS = 24 * 3_600_000
FIRST_PAUSE_S = 1.0
LONGEST_PAUSE_S = 600.0
log_ = structlog.get_logger(__name__)


class Gone(Exception):
    """The other side says that this pusher does not exist any more."""


class News:
    """One event on its way to one person."""

    __slots__ = ("known", "room", "tweaks")

    def __init__(self, room: Room, known: Stored, tweaks: Mapping[str, object]) -> None:
        self.room = room
        self.known = known
        self.tweaks = tweaks


class Sender(Protocol):
    """How pushers of one kind are reached."""

    async def send(self, pusher: Pusher, badge: Badge, news: News | None) -> None:
        """Delivers an event, or the badge alone. Raises Gone, Unreachable (to be tried again)."""
        ...


class Delivery:
    """All lanes. `senders` by the kind of pusher."""

    def __init__(
        self, kernel: Kernel, pushers: Pushers, counts: Counts, badges: Badges, senders: Mapping[str, Sender]
    ) -> None:
        self._kernel = kernel
        self._pushers = pushers
        self._counts = counts
        self._badges = badges
        self._senders = senders
        self._lanes: dict[PusherKey, _Lane] = {}
        #: the badge that the other side has
        self._told: dict[PusherKey, Badge] = {}
        self._errand = Errand(
            kernel.leases, "push deliveries", self._look, lease=LEASE, finish=self._finish, is_woken=False
        )
        self.start = self._errand.start
        self.stop = self._errand.stop

    async def _look(self) -> None:
        """Goes on with what waited when this process took over."""
        self.wake([PusherKey(*row) for row in await self._kernel.database.fetch(store.PENDING_PUSHERS)])

    async def _finish(self) -> None:
        """Lets what is on its way arrive, so that whoever takes over does not tell it again."""
        lanes = list(self._lanes.values())
        for lane in lanes:
            if not lane.is_busy:
                lane.task.cancel()
        tasks = [lane.task for lane in lanes]
        if tasks:
            await asyncio.wait(tasks, timeout=STOP_S)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._told.clear()

    def wake(self, keys: Iterable[PusherKey]) -> None:
        """Something waits for these pushers."""
        for key in keys:
            lane = self._lanes.get(key)
            if lane is not None:
                lane.has_more = True
            elif self._errand.lease.is_held:
                self._lanes[key] = lane = _Lane()
                lane.task = asyncio.create_task(self._run(key, lane), name=f"push to {key.app_id}")

    async def _run(self, key: PusherKey, lane: _Lane) -> None:
        pause_s = 0.0
        try:
            while True:
                lane.has_more = False
                try:
                    rows = await self._kernel.database.fetch(store.PENDING, {**key.params, "most": BATCH_MAX})
                    if not rows and not lane.has_more:
                        return
                    for position, tweaks, at_ms in rows:
                        lane.is_busy = True
                        await self._one(key, position, tweaks, at_ms)
                        lane.is_busy, pause_s = False, 0.0
                        if not self._errand.lease.is_held:
                            return
                except Gone:
                    log_.info("a push key was rejected; its pusher is removed", app_id=key.app_id, user_id=key.user_id)
                    await self._pushers.drop(key)
                except Exception as error:
                    lane.is_busy = False
                    if not self._errand.lease.is_held:
                        return
                    pause_s = min(max(FIRST_PAUSE_S, pause_s * 2), LONGEST_PAUSE_S)
                    if isinstance(error, (Unreachable, LeaseLost)):
                        # Said once, not with every further try.
                        tell = log_.info if pause_s == FIRST_PAUSE_S else log_.debug
                        tell("a push was not delivered", app_id=key.app_id, reason=str(error), retry_s=pause_s)
                    else:
                        log_.exception("a push failed; it will be tried again", app_id=key.app_id, retry_s=pause_s)
                    await asyncio.sleep(pause_s * (0.75 + 0.5 * self._kernel.chance.random()))
                    await self._write(store.DROP_OLD, {**key.params, "keep": KEPT_MAX})
        finally:
            self._lanes.pop(key, None)

    async def _one(self, key: PusherKey, position: int, tweaks: str, at_ms: int) -> None:
        pusher = await self._pushers.find(key)
        if pusher is None:
            self._told.pop(key, None)
            await self._write(store.DONE_ALL, key.params)
            return
        if self._kernel.clock.now_ms() - at_ms < GIVE_UP_MS:
            sender = self._senders[pusher.kind]
            if position == 0:
                badge = await self._badges.of(key.user_id)
                if badge != self._told.get(key):
                    self._errand.lease.check()
                    await sender.send(pusher, badge, None)
                    self._told[key] = badge
            else:
                news = await self._news(key.user_id, position, tweaks)
                if news is not None:
                    badge = await self._badges.of(key.user_id)
                    self._errand.lease.check()
                    await sender.send(pusher, badge, news)
                    self._told[key] = badge
        await self._write(store.DONE, {**key.params, "at": position})

    async def _news(self, user_id: str, position: int, tweaks: str) -> News | None:
        """The event, unless nobody needs to be told any more: she has read it or left, or it has been redacted."""
        recent = self._kernel.log.newest_of_all(position - 1, None, 1)
        if recent and recent[0].position == position:
            fact: Fact | None = recent[0]
        else:
            fact = (await self._kernel.rooms.facts_at([position])).get(position)
        room = await self._kernel.rooms.get(fact.topic.removeprefix("room:")) if fact is not None else None
        if fact is None or room is None:
            return None
        known = stored(fact)
        membership = room.membership(user_id)
        if membership == "invite":
            is_wanted = known.event.state_key == user_id and not known.redacted
        else:
            is_wanted = membership == "join" and await self._counts.is_unread(user_id, room, position)
        return News(room, known, orjson.loads(tweaks)) if is_wanted else None

    async def _write(self, statement: object, params: Mapping[str, object]) -> None:
        unit = Unit()
        unit.write(statement, params)  # type: ignore[arg-type]
        await self._kernel.log.append(unit)


class _Lane:
    """One pusher while something waits for it."""

    __slots__ = ("has_more", "is_busy", "task")

    task: asyncio.Task[None]

    def __init__(self) -> None:
        self.has_more = False
        #: something may be on its way
        self.is_busy = False
