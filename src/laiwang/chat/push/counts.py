"""Unread counts: how many events after what a person has read mean something to her by her rules.

Nothing is done for anybody when a message is sent. Each reader's count is advanced when she syncs, over the events that are new since
it was told last; most of these are in memory with the outcome of the predefined rules beside them. Decision: docs/adr/0006.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, Sequence

import orjson

from laiwang.chat.push import store
from laiwang.chat.push.rulebook import RuleBook
from laiwang.kernel.events import Stored, stored
from laiwang.kernel.machine import Kernel
from laiwang.kernel.ports import Fact
from laiwang.kernel.room import Room
from laiwang.kernel.sync import RoomView, SyncContext
from laiwang.matrix.push_evaluation import CompiledRules, EventView, Outcome, evaluate_default

__all__ = ["EVENTS_MAX", "Counts"]

#: of a longer absence the newest events are counted; clients show "99+" long before
EVENTS_MAX = 1000
#: unread events of one counter; beyond these it forgets the oldest, all but EVENTS_MAX
ENTRIES_MAX = 1250
COUNTERS_MAX = 200_000
VIEWS_MAX = 1000
PURGED_MAX = 10_000
MAIN = 0
CALL, HANGUP = "m.call.invite", "m.call.hangup"
RINGS_MS_MAX = 120_000
NOTHING: Mapping[str, bytes] = {"unread_notifications": b'{"notification_count":0,"highlight_count":0}'}

ReadUpTo = Callable[[str, str], Awaitable[Mapping[str, int]]]
IgnoredBy = Callable[[str], Awaitable[frozenset[str]]]


#: position, thread, whether it is a highlight, event id
_Entry = tuple[int, int, bool, str]


class _Counter:
    """What one person has not read of one room. Threads go by the position of their root, the main timeline by 0."""

    __slots__ = ("calls", "entries", "read", "roots", "rules", "totals", "upto")

    def __init__(self, rules: CompiledRules | None, upto: int) -> None:
        self.rules = rules
        #: events up to here are counted in
        self.upto = upto
        self.entries: list[_Entry] = []
        self.roots: dict[int, str] = {}
        #: what had been read when the totals were made
        self.read: dict[str, int] = {}
        #: thread → (notifications, highlights)
        self.totals: dict[int, tuple[int, int]] = {}
        #: event id of an invitation to a call → (id of the call, until when it rings in ms)
        self.calls: dict[str, tuple[object, int]] | None = None

    def missed(self, now_ms: int) -> int:
        """Calls among the entries that have stopped ringing. Whoever answers one has said something, so that it is no entry any more."""
        calls = self.calls
        if not calls:
            return 0
        return sum(entry[3] in calls and calls[entry[3]][1] <= now_ms for entry in self.entries)

    def add(self, entry: _Entry) -> None:
        """One more. Of what nobody ever reads the newest are kept."""
        entries, thread = self.entries, entry[1]
        entries.append(entry)
        count, highlights = self.totals.get(thread, (0, 0))
        self.totals[thread] = (count + 1, highlights + entry[2])
        if len(entries) >= ENTRIES_MAX:
            oldest = entries[-EVENTS_MAX][0]
            self.drop(lambda one: one[0] >= oldest)

    def drop(self, keep: Callable[[_Entry], bool]) -> None:
        """Forgets entries and counts the others anew."""
        kept = [entry for entry in self.entries if keep(entry)]
        if len(kept) == len(self.entries):
            return
        self.entries = []
        self.totals = {}
        for entry in kept:
            self.add(entry)

    def settle(self, read: Mapping[str, int]) -> None:
        """Forgets what has been read."""
        if read == self.read:
            return
        self.read = dict(read)
        everywhere = read.get("", 0)
        marks = {thread: max(everywhere, read.get(root, 0)) for thread, root in self.roots.items()}
        marks[MAIN] = max(everywhere, read.get("main", 0))
        self.drop(lambda entry: entry[0] > marks.get(entry[1], everywhere))


class Counts:
    """Counters by (person, room), bounded; one that was dropped is made again from the log."""

    def __init__(self, kernel: Kernel, rulebook: RuleBook, read_up_to: ReadUpTo, ignored_by: IgnoredBy) -> None:
        self._kernel = kernel
        self._rulebook = rulebook
        self._read_up_to = read_up_to
        self._ignored_by = ignored_by
        self._counters: OrderedDict[tuple[str, str], _Counter] = OrderedDict()
        self._views: OrderedDict[int, EventView] = OrderedDict()
        #: room → where another process has deleted events of it: what was counted before is made again
        self._purged: dict[str, int] = {}

    async def of_room(self, context: SyncContext, view: RoomView) -> Mapping[str, bytes]:
        """`unread_notifications` of a joined room, and `unread_thread_notifications` when the filter asks for them apart."""
        counter = await self._counter(context.user_id, view.room, context.upto)
        totals = counter.totals
        if not totals:
            return NOTHING
        if len(totals) == 1 and MAIN in totals:
            return {"unread_notifications": _pair(*totals[MAIN])}
        is_apart = context.filter.room.timeline.unread_thread_notifications
        main = [totals.get(MAIN, (0, 0))] if is_apart else list(totals.values())
        parts = {"unread_notifications": _pair(sum(one[0] for one in main), sum(one[1] for one in main))}
        if is_apart:
            threads = [
                b"%b:%b" % (orjson.dumps(counter.roots[thread]), _pair(*total))
                for thread, total in totals.items()
                if thread != MAIN
            ]
            if threads:
                parts["unread_thread_notifications"] = b"{%b}" % b",".join(threads)
        return parts

    async def badge(self, user_id: str, room: Room) -> tuple[int, int]:
        """(notifications, missed calls) of a room now, threads included."""
        counter = await self._counter(user_id, room, self._kernel.log.position)
        return sum(one[0] for one in counter.totals.values()), counter.missed(self._kernel.clock.now_ms())

    async def is_unread(self, user_id: str, room: Room, position: int) -> bool:
        """Whether the event there notifies the person and has not been read."""
        counter = await self._counter(user_id, room, self._kernel.log.position)
        return any(entry[0] == position for entry in reversed(counter.entries))

    async def totals(self, user_id: str, room: Room) -> tuple[int, int]:
        """(notifications, highlights) of a room now, threads included."""
        found = (await self._counter(user_id, room, self._kernel.log.position)).totals.values()
        return sum(one[0] for one in found), sum(one[1] for one in found)

    def forget(self, room: Room, positions: Collection[int]) -> None:
        """Takes events that have been deleted out of everybody's counts."""
        for user_id in room.members:
            counter = self._counters.get((user_id, room.room_id))
            if counter is not None and counter.entries:
                counter.drop(lambda entry: entry[0] not in positions)

    def heard_purge(self, fact: Fact) -> None:
        """Another process has deleted events of a room, and nobody here knows which."""
        if fact.key is None or fact.position == self._kernel.rooms.purged_here:
            return
        if len(self._purged) >= PURGED_MAX:
            self._purged.clear()
            self._counters.clear()
        self._purged[fact.key.removeprefix("room:")] = fact.position

    async def _counter(self, user_id: str, room: Room, upto: int) -> _Counter:
        place = (user_id, room.room_id)
        rules = await self._rulebook.compiled(user_id)
        read = await self._read_up_to(user_id, room.room_id)
        ignored = await self._ignored_by(user_id)
        counter = self._counters.get(place)
        if counter is None or counter.rules is not rules or counter.upto < self._purged.get(room.room_id, 0):
            counter = await self._make(user_id, room, rules, read, ignored, upto)
            self._counters[place] = counter
            if len(self._counters) > COUNTERS_MAX:
                self._counters.popitem(last=False)
        else:
            self._counters.move_to_end(place)
            if counter.upto < upto:
                recent = self._kernel.log.recent(room.topic, counter.upto)
                facts = await self._newest(room, counter.upto, upto) if recent is None else recent
                self._take(counter, user_id, room, facts, ignored)
                counter.upto = max(counter.upto, upto)
        counter.settle(read)
        return counter

    # --- from the log ---------------------------------------------------------------------------------------------------

    async def _make(
        self,
        user_id: str,
        room: Room,
        rules: CompiledRules | None,
        read: Mapping[str, int],
        ignored: frozenset[str],
        upto: int,
    ) -> _Counter:
        everywhere = max(await self.entered_at(user_id, room), read.get("", 0))
        main = max(everywhere, read.get("main", 0))
        counter = _Counter(rules, everywhere)
        if main > everywhere and everywhere < room.position:
            # Only the main timeline has been read this far: there may be threads with something in them before.
            if rules is None:
                facts = await self._in_threads(room, everywhere, min(main, upto))
            else:
                facts = await self._newest(room, everywhere, min(main, upto))
            self._take(counter, user_id, room, facts, ignored)
        counter.upto = max(counter.upto, main)
        if counter.upto < min(room.position, upto):
            self._take(counter, user_id, room, await self._newest(room, counter.upto, upto), ignored)
        counter.upto = max(counter.upto, upto)
        return counter

    async def entered_at(self, user_id: str, room: Room) -> int:
        """Where the person entered for the last time: nothing before that was ever new to her."""
        entered = 0
        for position, membership in reversed(await self._kernel.rooms.membership_history(room, user_id)):
            if membership != "join":
                break
            entered = position
        return entered

    async def _newest(self, room: Room, since: int, upto: int) -> Sequence[Fact]:
        facts = await self._kernel.log.read(room.topic, since, upto, limit=EVENTS_MAX, newest_first=True)
        return list(reversed(facts))

    async def _in_threads(self, room: Room, since: int, upto: int) -> Iterable[Fact]:
        rows = await self._kernel.database.fetch(
            store.CANDIDATES, {"topic_name": room.topic, "since": since, "upto": upto, "most": EVENTS_MAX}
        )
        found = await self._kernel.rooms.facts_at(sorted(row[0] for row in rows))
        return sorted(found.values(), key=lambda fact: fact.position)

    # --- one event --------------------------------------------------------------------------------------------------------

    def _take(
        self, counter: _Counter, user_id: str, room: Room, facts: Iterable[Fact], ignored: frozenset[str]
    ) -> None:
        """Counts facts in, oldest first; those that were counted in already are passed over."""
        rules = counter.rules
        for fact in facts:
            position = fact.position
            if position <= counter.upto:
                continue
            counter.upto = position
            known = stored(fact)
            event = known.event
            if event.sender == user_id:
                self._said(counter, known)
            elif (fact.mark or rules is not None) and not known.redacted and event.sender not in ignored:
                outcome = self._outcome(user_id, room, fact, known, rules)
                if outcome.notify:
                    counter.add(_entry(position, _thread(counter, known), outcome.highlight, known))
                    if event.type == CALL:
                        _rings(counter, known)
            if event.type == "m.room.redaction" and counter.entries:
                target = event.redacts or event.content.get("redacts")
                counter.drop(lambda entry, target=target: entry[3] != target)  # type: ignore[misc]
            elif event.type == HANGUP and counter.calls:
                over = event.content.get("call_id")
                counter.calls = {key: (one, 0 if one == over else ms) for key, (one, ms) in counter.calls.items()}

    def _said(self, counter: _Counter, known: Stored) -> None:
        """Who speaks has read what was said before. Source: CS "Receiving notifications"."""
        thread = _thread(counter, known)
        if counter.entries:
            counter.drop(lambda entry: entry[1] != thread)

    def _outcome(self, user_id: str, room: Room, fact: Fact, known: Stored, rules: CompiledRules | None) -> Outcome:
        if rules is None:
            if known.outcome is None:
                known.outcome = evaluate_default(EventView(known.event, room.push_context(known.event.sender)))
            found: Outcome = known.outcome.of(user_id)
            return found
        view = self._views.get(fact.position)
        if view is None:
            view = self._views[fact.position] = EventView(known.event, room.push_context(known.event.sender))
            if len(self._views) > VIEWS_MAX:
                self._views.popitem(last=False)
        member = room.members.get(user_id)
        return rules.evaluate(view, member.display_name if member is not None else None)


def _rings(counter: _Counter, known: Stored) -> None:
    event = known.event
    lifetime = event.content.get("lifetime")
    rings_ms = lifetime if isinstance(lifetime, int) and 0 <= lifetime <= RINGS_MS_MAX else RINGS_MS_MAX
    if counter.calls is None or len(counter.calls) >= EVENTS_MAX:
        counter.calls = {}
    counter.calls[event.event_id] = (event.content.get("call_id"), event.origin_server_ts + rings_ms)


def _thread(counter: _Counter, known: Stored) -> int:
    """The thread of an event; its root's id is noted, for receipts go by it."""
    thread = known.thread
    if thread and thread not in counter.roots:
        relates_to = known.event.content.get("m.relates_to")
        if not isinstance(relates_to, dict) or relates_to.get("rel_type") != "m.thread":
            return MAIN
        counter.roots[thread] = str(relates_to.get("event_id"))
    return thread


def _entry(position: int, thread: int, is_highlight: bool, known: Stored) -> _Entry:
    """The entry; members of a room hold the same one, not one each."""
    if is_highlight:
        return (position, thread, True, known.event.event_id)
    entry: _Entry | None = known.entry
    if entry is None or entry[1] != thread:
        entry = known.entry = (position, thread, False, known.event.event_id)
    return entry


def _pair(count: int, highlights: int) -> bytes:
    return b'{"notification_count":%d,"highlight_count":%d}' % (count, highlights)
