"""What the server processes know together and nobody stores: who types, who is here.

A *saying* is a value by kind and key that ends by itself. It is said to all other processes over the bus, and each keeps all of them, so a
client may ask any. The newest saying holds, wherever it was said; a process that ends without a word is silent from then on, and what it
said ends with its time. Words get lost: they are counted, and who misses one, comes in new or was cut off asks the others, who then say
everything that they have said and that still holds.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

import msgspec
import structlog
from msgspec import structs

from laiwang.kernel.bus import Bus
from laiwang.kernel.ephemeral import Cause, Ephemeral
from laiwang.kernel.peers import GONE_AFTER_S, TICK_S, Peer, Peers
from laiwang.kit.ports import Clock

if TYPE_CHECKING:
    from laiwang.kernel.sync import SyncToken

__all__ = ["Hearsay", "Saying"]

SUBJECT = "hearsay"
#: a process tells that it is there
HERE_S = 5.0
#: others end what a process said so much later than it does itself
GRACE_S = 3.0
#: that something has ended is remembered for so long: what was said before may come later
ENDED_KEPT_S = 60.0
#: a saying is said again only when it would otherwise end this much earlier elsewhere
REFRESH_S = 1.0
#: of sayings in one word
TABLE_SAYINGS_MAX = 500
#: what holds is asked for, and told, once in so many seconds
ASK_S, ANSWER_S = 0.25, 0.02
#: how long a token of another process is waited for that knows more than this one
MEET_S, LOOK_S = 0.1, 0.005
log_ = structlog.get_logger(__name__)


class Saying(msgspec.Struct, array_like=True):
    """One value by kind and key; None when it has ended."""

    kind: str
    key: str
    value: bytes | None
    #: the order of sayings about one key: microseconds, and never behind what the speaker has heard
    stamp: int
    boot: str
    number: int
    #: how long it holds from now, in ms, without a further word; 0 for as long as the processes run
    lasts_ms: int = 0
    #: nobody is to be woken for it alone
    is_quiet: bool = False
    #: it has ended because its time was over
    is_over: bool = False

    @property
    def cause(self) -> Cause:
        """Who said it."""
        return Cause(self.boot, self.number)

    @property
    def rank(self) -> tuple[int, bool, str]:
        """The highest holds. That the time of one is over is the same whoever says it."""
        return (self.stamp, self.value is None, "" if self.value is None else self.boot)


class _Said(msgspec.Struct, array_like=True, tag="said"):
    boot: str
    count: int
    saying: Saying


class _Here(msgspec.Struct, array_like=True, tag="here"):
    boot: str
    count: int
    number: int
    stamp: int
    wants_all: bool


class _Table(msgspec.Struct, array_like=True, tag="table"):
    """What somebody has said, and what those said who are gone; `number` is as far as the last part goes."""

    boot: str
    count: int
    number: int
    is_first: bool
    is_last: bool
    sayings: list[Saying]
    gone: dict[str, tuple[int, float]]


class _Bye(msgspec.Struct, array_like=True, tag="bye"):
    boot: str
    count: int


_Word = _Said | _Here | _Table | _Bye
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(_Word).decode
#: is given a saying, and whether it holds already and is only to be shown again
Take = Callable[[Saying, bool], None]


@dataclass(slots=True)
class _Kept:
    saying: Saying
    #: when it ends here, on the monotonic clock; None for never
    until: float | None
    #: when others think that it ends, if it is one's own
    told_until: float | None
    timer: asyncio.TimerHandle | None = None


class Hearsay:
    """Says, hears and keeps. `take` of a kind is called with each saying that changes a value, one's own and those of others alike."""

    def __init__(self, bus: Bus, ephemeral: Ephemeral, clock: Clock) -> None:
        self._bus = bus
        self._ephemeral = ephemeral
        self._clock = clock
        self._boot = ephemeral.boot
        self._kept: dict[tuple[str, str], _Kept] = {}
        self._takes: dict[str, Take] = {}
        self.peers = Peers(ephemeral, clock)
        self._stamp = 0
        self._count = 0
        self._task: asyncio.Task[None] | None = None
        self._answer: asyncio.TimerHandle | None = None
        self._asked_at = float("-inf")
        bus.subscribe(SUBJECT, self._hear, missed=self._ask)

    def on(self, kind: str, take: Take) -> None:
        """Who keeps memory of a kind. It shows whatever it is told with `Ephemeral.publish(…, cause=saying.cause)`, in the same step of the
        event loop, or holds the number until then (`hold`)."""
        self._takes[kind] = take

    async def start(self) -> None:
        """Comes in and asks for what holds."""
        self._task = asyncio.create_task(self._run(), name="hearsay")

    async def stop(self) -> None:
        """Says goodbye."""
        if self._task is None:
            return
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        self._task = None
        if self._answer is not None:
            self._answer.cancel()
        for kept in self._kept.values():
            if kept.timer is not None:
                kept.timer.cancel()
        self._say(_Bye(self._boot, self._next_count()))

    async def meet(self, token: SyncToken) -> None:
        """Waits a moment when a token names more than what has been heard here."""
        if token.boot == self._boot or not self.peers.others:
            return
        end_s = self._clock.monotonic() + MEET_S
        while self.peers.is_ahead(token) and self._bus.is_connected:
            if self._clock.monotonic() >= end_s:
                return
            await asyncio.sleep(LOOK_S)

    # --- saying -----------------------------------------------------------------------------------------------------------

    def say(
        self,
        kind: str,
        key: str,
        value: bytes | None,
        *,
        lasts_s: float | None = None,
        slack_s: float = REFRESH_S,
        is_quiet: bool = False,
    ) -> None:
        """From now on this holds, in all processes, for a time or until it is said otherwise; None ends it.

        What holds already is not said again when that would make less than `slack_s` of difference.
        """
        known = self._kept.get((kind, key))
        is_same = (known.saying.value if known is not None else None) == value
        if is_same and value is None and not self.peers.others:
            return
        if is_same and value is not None and known is not None:
            if lasts_s is None:
                return
            until = self._clock.monotonic() + lasts_s
            if known.told_until is not None and 0 <= until - known.told_until < slack_s:
                if known.until is not None and known.saying.boot == self._boot:
                    known.until = max(known.until, until)
                return
        lasts_ms = int((ENDED_KEPT_S if value is None else lasts_s or 0) * 1000)
        cause = self._ephemeral.next_cause()
        self._pass_on(Saying(kind, key, value, self._next_stamp(), *cause, lasts_ms, is_quiet))

    def _pass_on(self, saying: Saying) -> None:
        self._say(_Said(self._boot, self._next_count(), saying))
        self._take(saying, grace_s=0.0)

    def said_ms(self, kind: str, key: str) -> int:
        """When it was said last, in ms since 1970; 0 for never."""
        known = self._kept.get((kind, key))
        return known.saying.stamp // 1000 if known is not None else 0

    def hold(self, cause: Cause) -> None:
        """What was said under this cause shows later."""
        trail = self._ephemeral.trails.get(cause.boot)
        if trail is not None:
            trail.hold(cause.number)

    def release(self, cause: Cause) -> None:
        """It shows now."""
        trail = self._ephemeral.trails.get(cause.boot)
        if trail is not None:
            trail.release(cause.number)

    def _next_stamp(self) -> int:
        self._stamp = max(self._stamp + 1, self._clock.now_ms() * 1000)
        return self._stamp

    def _next_count(self) -> int:
        self._count += 1
        return self._count

    def _say(self, word: _Word) -> None:
        self._bus.publish(SUBJECT, _encode(word))

    # --- what holds ---------------------------------------------------------------------------------------------------------

    def _take(self, saying: Saying, *, grace_s: float) -> None:
        place = (saying.kind, saying.key)
        known = self._kept.get(place)
        self._stamp = max(self._stamp, saying.stamp)
        take = self._takes.get(saying.kind)
        if known is not None and known.saying.rank >= saying.rank:
            if known.saying.value != saying.value and saying.boot != self._boot and take is not None:
                # Who asked the other process may have been told of it: he is told anew of what holds.
                take(structs.replace(known.saying, boot=saying.boot, number=saying.number), True)
            return
        if known is not None and known.timer is not None:
            known.timer.cancel()
        until = told_until = None
        if saying.lasts_ms:
            told_until = self._clock.monotonic() + saying.lasts_ms / 1000
            until = told_until + grace_s
        kept = self._kept[place] = _Kept(saying, until, told_until)
        self._set_timer(place, kept)
        was = known.saying.value if known is not None else None
        if take is not None and (was != saying.value or (known is None and saying.is_over)):
            take(saying, was == saying.value)

    def _set_timer(self, place: tuple[str, str], kept: _Kept) -> None:
        if kept.until is not None:
            left_s = max(0.0, kept.until - self._clock.monotonic())
            kept.timer = asyncio.get_running_loop().call_later(left_s, self._end, place, kept)

    def _end(self, place: tuple[str, str], kept: _Kept) -> None:
        """Its time is over, unless it has become longer."""
        if self._kept.get(place) is not kept or kept.until is None:
            return
        if kept.until > self._clock.monotonic() + 0.001:
            self._set_timer(place, kept)
        elif kept.saying.value is None:
            del self._kept[place]
        else:
            # Of the same stamp: should it have been said anew and not been heard here, that holds.
            cause = self._ephemeral.next_cause()
            self._pass_on(Saying(*place, None, kept.saying.stamp, *cause, int(ENDED_KEPT_S * 1000), is_over=True))

    def end_all(self, kind: str) -> None:
        """Ends what no other process can end: everything, when this is the last one."""
        if not self.peers.others:
            for (of, key), kept in list(self._kept.items()):
                if of == kind and kept.saying.value is not None:
                    self.say(kind, key, None)

    # --- hearing ------------------------------------------------------------------------------------------------------------

    def _hear(self, _: str, word: bytes) -> None:
        try:
            said = _decode(word)
        except msgspec.DecodeError as error:
            log_.warning("a word of another version was passed over", reason=str(error))
            return
        if said.boot == self._boot:
            return
        peer, is_next = self.peers.hear(said.boot, said.count)
        match said:
            case _Said():
                self._take(said.saying, grace_s=GRACE_S)
                self.peers.reach(peer, said.saying.number)
            case _Here():
                self._stamp = max(self._stamp, said.stamp)
                self.peers.reach(peer, said.number)
                if said.wants_all:
                    self._answer_soon()
            case _Table():
                self._take_table(peer, said, is_next=is_next)
                return
            case _Bye():
                self.peers.go(peer)
        if peer.has_gap:
            self._ask()

    def _take_table(self, peer: Peer, table: _Table, *, is_next: bool) -> None:
        self.peers.learn(table.gone)
        for saying in table.sayings:
            if saying.boot != self._boot:
                self._take(saying, grace_s=GRACE_S)
        peer.is_whole = table.is_first or (peer.is_whole and is_next)
        if peer.is_whole and table.is_last:
            self.peers.fill(peer, table.number)

    # --- telling what holds -------------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        """Wants to hear everything that holds; not more often than it can be told."""
        now = self._clock.monotonic()
        if self._task is not None and now - self._asked_at >= ASK_S:
            self._asked_at = now
            self._say_here(wants_all=True)

    def _say_here(self, *, wants_all: bool = False) -> None:
        number = self._ephemeral.own.heard
        self._say(_Here(self._boot, self._next_count(), number, self._stamp, wants_all))

    def _answer_soon(self) -> None:
        if self._answer is None and self._task is not None:
            self._answer = asyncio.get_running_loop().call_later(ANSWER_S, self._tell_all)

    def _tell_all(self) -> None:
        self._answer = None
        gone = self.peers.gone()
        sayings = iter(self._own_and_orphaned())
        is_first, part = True, list(islice(sayings, TABLE_SAYINGS_MAX))
        while True:
            rest = list(islice(sayings, TABLE_SAYINGS_MAX))
            number = self._ephemeral.own.heard
            self._say(_Table(self._boot, self._next_count(), number, is_first, not rest, part, gone))
            if not rest:
                return
            is_first, part, gone = False, rest, {}

    def _own_and_orphaned(self) -> Iterator[Saying]:
        now = self._clock.monotonic()
        for kept in list(self._kept.values()):
            saying = kept.saying
            if saying.boot == self._boot or self.peers.is_silent(saying.boot):
                left_ms = 0 if kept.told_until is None else max(1, int((kept.told_until - now) * 1000))
                yield structs.replace(saying, lasts_ms=left_ms)

    async def _run(self) -> None:
        self._asked_at = self._clock.monotonic()
        self._say_here(wants_all=True)
        ticked_at = self._asked_at
        began_at: float | None = ticked_at
        while True:
            await asyncio.sleep(HERE_S)
            now = self._clock.monotonic()
            if began_at is not None and now - began_at > GONE_AFTER_S + HERE_S:
                # One that ended just before this one came in was not known to be gone then.
                began_at = None
                self._ask()
            if self.peers.others and now - ticked_at >= TICK_S:
                ticked_at = now
                self._ephemeral.next_cause()
            self._say_here()
            if self.peers.sweep():
                self._answer_soon()
