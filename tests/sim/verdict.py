"""The end of a world: the disk against the history, memory against the disk, promises against both."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

import orjson

from laiwang.kernel.events import room_topic, stored
from laiwang.kernel.log import _latest_by_key
from laiwang.kernel.ports import Fact
from laiwang.kernel.room import Room
from laiwang.matrix import auth
from laiwang.matrix.event import Event
from laiwang.matrix.power_levels import PowerLevels
from laiwang.matrix.versions import RoomVersion, get_version
from tests.sim.device import Device
from tests.sim.history import History
from tests.sim.postman import letters_in
from tests.sim.process import Process
from tests.sim.promises import Promises
from tests.sim.store import Disk
from tests.sim.tally import TALLY

__all__ = ["Verdict"]

#: how often memory is compared with the disk until nothing is on its way between them, and how long apart, in the world's seconds
LOOKS_MAX, LOOK_S = 100, 0.01

_LOG = "SELECT position, topics.name, kind, key, mark, body, meta FROM log JOIN topics ON topics.id = log.topic ORDER BY position"


class _State:
    """The state before an event, made of the events before it alone (AuthState)."""

    def __init__(self, version: RoomVersion) -> None:
        self._version = version
        self._events: dict[tuple[str, str], Event] = {}

    def get(self, type: str, state_key: str) -> Event | None:
        """Current state event."""
        return self._events.get((type, state_key))

    @property
    def power_levels(self) -> PowerLevels:
        """Power levels now."""
        return PowerLevels(self._version, self.get("m.room.create", ""), self.get("m.room.power_levels", ""))

    def take(self, event: Event) -> None:
        """Goes on."""
        if event.state_key is not None:
            self._events[event.type, event.state_key] = event


class Verdict:
    """All comparisons of a world that has come to rest."""

    def __init__(self, history: History, promises: Promises, disk: Disk, processes: Sequence[Process]) -> None:
        self._history = history
        self._promises = promises
        self._processes = processes
        self._disk = disk
        self._facts = [Fact(*row) for row in disk.connection.execute(_LOG)]

    async def check(self, successor: Callable[[], Process]) -> None:
        """Everything; `successor` makes a process that knows nothing but the disk."""
        self._check_log()
        self._check_promises()
        for room_id in self._history.rooms:
            self._check_chain(room_id)
        self._check_tally()
        self._check_letters()
        for process in self._processes:
            await self._check_tails(process)
        await self._check_replay(successor())

    # --- the disk ---------------------------------------------------------------------------------------------------------

    def _check_log(self) -> None:
        """What became durable is there, but for what was replaced or is meant to go."""
        at = {fact.position: fact for fact in self._facts}
        for entry in self._history.entries:
            fact = at.get(entry.position)
            if entry.topic.startswith("device:"):
                continue
            if entry.key is not None:
                newest = self._history.latest_key(entry.topic, entry.key) == entry.position
                if newest != (fact is not None):
                    self._history.find(
                        "loss" if newest else "duplication", f"{entry.key} of {entry.topic} at {entry.position}"
                    )
            elif fact is None or fact.topic != entry.topic:
                self._history.find("loss", f"{entry.kind} of {entry.topic} at {entry.position} is gone")
        if len(at) > len(self._history.entries):
            self._history.find("order", "the log has facts that nobody wrote")

    def _check_promises(self) -> None:
        said: dict[str, int] = {}
        for _, one in self._history.said.values():
            body = one.content.get("body")
            if isinstance(body, str):
                said[body] = said.get(body, 0) + 1
        for body, count in said.items():
            if count > 1:
                self._history.find("duplication", f"{body} is in the log {count} times")
        for body, what in self._promises.refused.items():
            if body in said:
                self._history.find("auth", f"{what} was refused and is in the log")
        ids = {stored(fact).event.event_id for fact in self._facts if fact.topic.startswith("room:")}
        for event_id in self._promises.events:
            if event_id not in ids:
                self._history.find("loss", f"{event_id} was acknowledged and is gone")

    def check_messages(self, device: Device) -> None:
        """Every acknowledged message for the device has come, in the order of each sender."""
        sent = self._promises.messages.get(str(device), [])
        missing = [body for body in sent if body not in device.received]
        if missing:
            self._history.find("loss", f"{device} never got {missing}")

    def _check_chain(self, room_id: str) -> None:
        """A room's history is a line without forks, and every event was allowed where it stands."""
        facts = [fact for fact in self._facts if fact.topic == room_topic(room_id)]
        first = stored(facts[0]).event
        version = self._version(first)
        state, before = _State(version), ""
        for number, fact in enumerate(facts):
            event = stored(fact).event
            if event.depth != number + 1 or list(event.prev_events) != ([before] if before else []):
                self._history.find(
                    "order",
                    f"{room_id}: {event.type} at {fact.position} has depth {event.depth}, stands at {number + 1}",
                )
            before = event.event_id
            try:
                auth.check(version, event, state)
            except auth.AuthFailed as error:
                self._history.find("auth", f"{room_id}: {event.type} at {fact.position}: {error.reason}")
            state.take(event)

    def _version(self, create: Event) -> RoomVersion:
        return get_version(str(create.content.get("room_version")))

    def _check_tally(self) -> None:
        counts = {fact.key: orjson.loads(fact.body)[0] for fact in self._facts if fact.topic == TALLY}
        really = {room_topic(room_id): len(events) for room_id, events in self._history.rooms.items()}
        if counts != really:
            self._history.find("follower", f"the tally says {counts}, really {really}")

    def _check_letters(self) -> None:
        """What one process does at a time is done once, whichever process does it."""
        numbers = letters_in(self._facts)
        if numbers != list(range(1, len(numbers) + 1)):
            self._history.find("lease", f"letters were brought in this order: {numbers}")

    # --- memory -----------------------------------------------------------------------------------------------------------

    async def _check_tails(self, process: Process) -> None:
        """What memory holds of a topic is what the disk has."""
        log = process.kernel.log
        for topic, tail in list(log._tails.items()):
            for _ in range(LOOKS_MAX):
                kept = [(fact.position, fact.body) for fact in _latest_by_key(list(tail.facts))]
                position = log.position
                disk = await process.kernel.database.facts(topic, tail.floor, position)
                if self._disk.position == position:
                    break
                # Errands go on: what is on its way from the disk to memory has replaced facts there already.
                await asyncio.sleep(LOOK_S)
            if kept != [(fact.position, fact.body) for fact in disk] and not topic.startswith("device"):
                self._history.find("replay", f"the tail of {topic} after {tail.floor}: {kept}, on disk {disk}")

    async def _check_replay(self, successor: Process) -> None:
        """Rooms and memberships in memory are what a new process makes of the log."""
        await successor.spawn(successor.kernel.start())
        for process in self._processes:
            live = process.kernel
            for room_id in self._history.rooms:
                room = live.rooms._awake.get(room_id)
                rebuilt = await successor.kernel.rooms.get(room_id)
                assert rebuilt is not None
                if room is not None:
                    self._compare(room, rebuilt)
            for user_id in self._history.rooms_of:
                known = _plain(await live.memberships.of(user_id))
                really = _plain(await successor.kernel.memberships.of(user_id))
                if known != really:
                    self._history.find("replay", f"memberships of {user_id}: {known}, on disk {really}")
                await self._compare_person(user_id, process, successor)
        successor.die("it was only asked")

    async def _compare_person(self, user_id: str, process: Process, successor: Process) -> None:
        """What capabilities remember of a person."""
        for room_id in self._history.rooms_of[user_id]:
            marks = [await _hearer(one, "receipts", "m.read").marks(user_id, room_id) for one in (process, successor)]
            if marks[0].by_kind != marks[1].by_kind:
                self._history.find("replay", f"{user_id} has read {marks[0].by_kind}, on disk {marks[1].by_kind}")
        data = [
            await _hearer(one, "account_data", "m.account_data").ignored_by(user_id) for one in (process, successor)
        ]
        if data[0] != data[1]:
            self._history.find("replay", f"{user_id} ignores {data[0]}, on disk {data[1]}")

    def _compare(self, room: Room, rebuilt: Room) -> None:
        for name in (
            "depth",
            "head",
            "position",
            "first_position",
            "joined_count",
            "invited_count",
            "visibility",
            "exists",
        ):
            ours, theirs = getattr(room, name), getattr(rebuilt, name)
            if ours != theirs:
                self._history.find("replay", f"{room.room_id}: {name} is {ours}, by the log {theirs}")
        if _state(room) != _state(rebuilt):
            self._history.find("replay", f"{room.room_id}: state is {_state(room)}, by the log {_state(rebuilt)}")
        if _members(room) != _members(rebuilt):
            self._history.find(
                "replay", f"{room.room_id}: members are {_members(room)}, by the log {_members(rebuilt)}"
            )
        if room.hero_candidates() != rebuilt.hero_candidates():
            self._history.find("replay", f"{room.room_id}: heroes are {room.hero_candidates()}")


def _hearer(process: Process, capability: str, kind: str) -> Any:
    """Whose memory follows facts of that kind."""
    [found] = [one.mirrors[kind] for one in process.manifests if one.name == capability]
    return getattr(found, "__self__")  # noqa: B009 - a bound method, which no type says


def _plain(memberships: Any) -> dict[str, tuple[str, int, bool]]:
    return {room_id: (one.membership, one.position, one.forgotten) for room_id, one in sorted(memberships.items())}


def _state(room: Room) -> dict[tuple[str, str], tuple[int, bytes]]:
    return {key: (fact.position, fact.body) for key, fact in sorted(room.state.items())}


def _members(room: Room) -> dict[str, tuple[str, int, str, str, str | None]]:
    return {
        user_id: (one.membership, one.position, one.event_id, one.sender, one.display_name)
        for user_id, one in sorted(room.members.items())
    }
