"""The power fails: what was acknowledged is there, once, in order; what was not can be sent again."""

import asyncio
import random
import secrets
import threading
from collections import Counter
from dataclasses import dataclass, field

import httpx
import pytest

from tests.harness.client import V1, V3, Door, Json, fresh
from tests.harness.person import Person
from tests.harness.server import ServerProcess
from tests.stories.conftest import OwnServer

pytestmark = pytest.mark.process

ROUNDS = 10
SENDERS = 64
ROOMS = 4
PAGE_EVENTS = 100
PARKED = 24


@dataclass
class Sender:
    """Somebody who sends one message after the other, and remembers what she was told."""

    person: Person
    room: str
    #: (body, event id), in the order of the acknowledgements, over all rounds
    acknowledged: list[tuple[str, str]] = field(default_factory=list)
    #: what was sent when the server died: (transaction id, body)
    open: tuple[str, str] | None = None

    async def send(self, txn: str, body: str) -> None:
        """Send, and remember the acknowledgement."""
        self.open = (txn, body)
        event_id = await self.person.send(self.room, {"msgtype": "m.text", "body": body}, txn=txn)
        self.acknowledged.append((body, event_id))
        self.open = None


class PowerCut:
    """Kills the server a moment after a number of acknowledgements; the moment may fall anywhere in a commit.

    The network fails first: the tasks in `hanging_up` end then, without the answers to what they have sent.
    """

    def __init__(self, server: ServerProcess, after: int, delay_s: float) -> None:
        self._server = server
        self._left = after
        self._delay_s = delay_s
        self._done = threading.Event()
        self.hanging_up: list[asyncio.Task[None]] = []

    def acknowledged(self) -> None:
        """Count one."""
        self._left -= 1
        if self._left == 0:
            for task in self.hanging_up:
                task.cancel()
            threading.Timer(self._delay_s, self._cut).start()

    def _cut(self) -> None:
        self._server.kill()
        self._done.set()

    async def happened(self) -> None:
        """Wait until the server is dead."""
        assert await asyncio.to_thread(self._done.wait, 10), "the connections broke while the server ran"


async def send_until_killed(sender: Sender, number: int, cut: PowerCut) -> None:
    """Send without end; the power cut is the end."""
    count = 0
    try:
        while True:
            count += 1
            await sender.send(fresh("txn"), f"{sender.person.user_id} round {number} message {count}")
            cut.acknowledged()
    except httpx.TransportError:
        await cut.happened()


async def upload_until_killed(person: Person, kept: list[tuple[str, bytes]], cut: PowerCut) -> None:
    """Upload without end, and remember what was acknowledged."""
    try:
        while True:
            content = secrets.token_bytes(30_000)
            answer = await person.request(
                "POST", "/_matrix/media/v3/upload", content=content, headers={"Content-Type": "image/png"}
            )
            kept.append((answer["content_uri"], content))
    except httpx.TransportError:
        await cut.happened()


async def read_back(reader: Person, room: str, direction: str) -> list[Json]:
    """All messages of a room, page by page."""
    found: list[Json] = []
    start: str | None = None
    while True:
        page = await reader.messages(room, dir=direction, limit=PAGE_EVENTS, start=start)
        found += page["chunk"]
        if "end" not in page:
            return [event for event in found if event["type"] == "m.room.message"]
        assert page["end"] != start
        start = page["end"]


async def history(reader: Person, room: str) -> list[tuple[str, str]]:
    """(body, event id) of all messages of a room in their order, which is the same from both ends; none is there twice."""
    forwards = [(event["content"]["body"], event["event_id"]) for event in await read_back(reader, room, "f")]
    backwards = [(event["content"]["body"], event["event_id"]) for event in await read_back(reader, room, "b")]
    assert forwards == backwards[::-1]
    assert [body for body, count in Counter(body for body, _ in forwards).items() if count > 1] == []
    assert len({event_id for _, event_id in forwards}) == len(forwards)
    return forwards


async def check_rooms(reader: Person, rooms: list[str], senders: list[Sender]) -> dict[str, str]:
    """Hold the rooms to what the senders were told; answer the event ids of messages of which nobody was told, by body."""
    untold: dict[str, str] = {}
    for room in rooms:
        seen = await history(reader, room)
        of_room = [sender for sender in senders if sender.room == room]
        for sender in of_room:
            of_sender = [entry for entry in seen if entry[0].startswith(f"{sender.person.user_id} ")]
            told = len(sender.acknowledged)
            assert of_sender[:told] == sender.acknowledged
            # One message was open at most, and it is the last one if it came in.
            rest = of_sender[told:]
            assert [body for body, _ in rest] in ([], [sender.open[1]] if sender.open else [])
            untold.update(rest)
        names = {sender.person.user_id for sender in of_room}
        assert {body.split(" ", 1)[0] for body, _ in seen} <= names
    return untold


async def catch_up(reader: Person, seen: dict[str, list[str]]) -> None:
    """Take up the reader's sync where the power cut left it, and note the messages of each room."""
    filter_ = '{"room":{"timeline":{"limit":1000,"types":["m.room.message"]}}}'
    answer = await reader.sync(filter=filter_)
    for room, news in answer["rooms"].get("join", {}).items():
        assert not news["timeline"].get("limited", False)
        seen.setdefault(room, []).extend(event["event_id"] for event in news["timeline"]["events"])


async def test_kill_in_the_middle_of_64_senders(own_server: OwnServer, store: str) -> None:
    """Ten power cuts at different moments: nothing acknowledged is lost, doubled or out of order, and all can be sent again.

    Three on PostgreSQL, whose server goes on meanwhile.
    """
    server = own_server()
    chance = random.Random(64)
    people = [await Person.arrive(server.url, "sender") for _ in range(SENDERS)]
    reader = await Person.arrive(server.url, "reader")
    rooms = [await people[number].create_room(preset="public_chat") for number in range(ROOMS)]
    senders = [Sender(person, rooms[number % ROOMS]) for number, person in enumerate(people)]
    for sender in senders:
        await sender.person.join(sender.room)
    for room in rooms:
        await reader.join(room)
    synced: dict[str, list[str]] = {}
    await catch_up(reader, synced)

    untold_count = resent_count = 0
    rounds = ROUNDS if store == "sqlite" else 3
    for number in range(rounds):
        cut = PowerCut(server, after=chance.randint(1, 4 * SENDERS), delay_s=chance.uniform(0, 0.02))
        sending = [asyncio.create_task(send_until_killed(sender, number, cut)) for sender in senders]
        cut.hanging_up = sending[number % 2 :: 4]
        for ended in await asyncio.gather(*sending, return_exceptions=True):
            assert ended is None or isinstance(ended, asyncio.CancelledError)
        await cut.happened()
        server.start()

        untold = await check_rooms(reader, rooms, senders)
        untold_count += len(untold)
        waiting = [sender for sender in senders if sender.open is not None]
        resent_count += len(waiting)
        for sender in waiting:
            assert sender.open is not None
            await sender.send(*sender.open)
            body, event_id = sender.acknowledged[-1]
            # What had come in before the power failed is not sent again, but named.
            assert untold.get(body, event_id) == event_id
        assert await check_rooms(reader, rooms, senders) == {}
        await catch_up(reader, synced)
        for room in rooms:
            assert synced[room] == [event_id for _, event_id in await history(reader, room)]

    # All of this would mean little if the power had not failed in the middle: some messages had come in, some had not.
    assert resent_count > rounds * SENDERS / 2
    assert 0 < untold_count < resent_count
    for person in (*people, reader):
        await person.close()


async def test_kill_in_the_middle_of_uploads(own_server: OwnServer) -> None:
    """A file that was acknowledged is there, whole; one that was not leaves nothing that stands in the way."""
    server = own_server()
    people = [await Person.arrive(server.url, "photographer") for _ in range(8)]
    kept: list[tuple[str, bytes]] = []
    for _ in range(3):
        cut = PowerCut(server, after=1, delay_s=0.2)
        cut.acknowledged()
        await asyncio.gather(*(upload_until_killed(person, kept, cut) for person in people))
        server.start()
        assert kept
        for uri, content in kept:
            server_name, media_id = uri.removeprefix("mxc://").split("/")
            response = await people[0].respond("GET", f"{V1}/media/download/{{}}/{{}}", server_name, media_id)
            assert response.content == content
    for person in people:
        await person.close()


async def parked_syncs(door: Door) -> int:
    """How many long polls wait, as the server counts them."""
    text = (await door.respond("GET", "/metrics")).text
    (line,) = [line for line in text.splitlines() if line.startswith("laiwang_syncs_parked ")]
    return int(float(line.split()[1]))


async def test_stop_answers_parked_syncs(own_server: OwnServer) -> None:
    """Asked to stop, the server answers who waits, finishes what it accepted, and ends with status 0."""
    server = own_server()
    people = [await Person.arrive(server.url, "waiting") for _ in range(PARKED)]
    for person in people:
        await person.sync()
    waiting = [asyncio.create_task(person.sync(timeout_ms=120_000)) for person in people]
    async with Door(server.url) as door:
        while await parked_syncs(door) < PARKED:
            pass
    assert not any(task.done() for task in waiting)
    room = asyncio.create_task(people[0].create_room(name="made in the last moment"))
    status = await asyncio.to_thread(server.stop)
    answers = await asyncio.gather(*waiting)
    assert status == 0
    assert len(answers) == PARKED
    assert not server.running()
    try:
        made: str | None = await room
    except httpx.TransportError:
        made = None  # the door was closed before it knocked

    server.start()
    for person in people:
        # The tokens of the last answers are good.
        await person.sync()
    rooms = (await people[0].get(f"{V3}/joined_rooms"))["joined_rooms"]
    assert rooms == ([made] if made is not None else rooms)
    for person in people:
        await person.close()
