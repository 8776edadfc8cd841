"""What sliding sync may forget at any time, and what it must not: bells, order, rooms, the log's memory go; what was told stays."""

from __future__ import annotations

import asyncio
import gc
import random
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from laiwang.chat.sliding_sync.connections import Connections, Mark
from laiwang.chat.sliding_sync.model import RoomRule, Told
from laiwang.edge.app import Server
from laiwang.edge.connection import Connection as HttpConnection
from laiwang.edge.connections import Connections as HttpConnections
from laiwang.edge.data_folder import DataFolder
from laiwang.edge.settings import load
from laiwang.kernel.wake import Bells
from laiwang.kit.refusals import Refused
from tests.harness.person import Person
from tests.harness.server import SETTINGS
from tests.harness.sliding import Slider, all_rooms
from tests.stories.looking import ids
from tests.stories.test_sliding_mirror import live

FAR_S = 1e12


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    """A server in this process, so that a test can make it forget."""
    thresholds = gc.get_threshold()
    with DataFolder(tmp_path / "data") as folder:
        server = Server(load(None, SETTINGS), folder)
        await server.start(alone=True)
        yield server
        await server.stop()
    gc.unfreeze()
    gc.set_threshold(*thresholds)


@pytest.fixture
async def url(server: Server) -> AsyncIterator[str]:
    """Where it listens."""
    loop = asyncio.get_running_loop()
    connections = HttpConnections()
    listener = await loop.create_server(lambda: HttpConnection(server.application, connections, loop), "127.0.0.1", 0)
    yield f"http://127.0.0.1:{listener.sockets[0].getsockname()[1]}"
    listener.close()
    for connection in list(connections.open):
        connection.shut_down()
    await connections.wait_for_none()


def forget(server: Server) -> None:
    """Lets the server forget everything that it may, as if a long time had passed and memory were short."""
    server.capabilities.sliding_sync.connections.sweep(FAR_S)
    rooms, log = server.kernel.rooms, server.kernel.log
    kept = rooms._members_max_awake, log._bytes_max
    rooms._members_max_awake, log._bytes_max = 0, 0
    rooms._sleep_some()
    log._evict()
    rooms._members_max_awake, log._bytes_max = kept


async def test_a_connection_outlives_what_was_forgotten(server: Server, url: str) -> None:
    """A client that comes back after a long time is told what it missed, no more and no less."""
    alice = await Person.arrive(url, "alice")
    rooms = [await alice.create_room(name=f"room {number}") for number in range(3)]
    on = {"enabled": True}
    slider = Slider(alice, lists={"all": all_rooms(5)}, extensions={"receipts": on, "account_data": on})
    await slider.ask()
    forget(server)
    assert (await slider.ask())["rooms"] == {}
    forget(server)
    said = [await alice.say(rooms[1], str(number)) for number in range(7)]
    await alice.receipt(rooms[1], said[-1])
    await alice.set_state(rooms[2], "m.room.topic", {"topic": "tea"})
    forget(server)
    answer = await slider.ask()
    assert set(answer["rooms"]) == {rooms[1], rooms[2]}
    assert not any("initial" in room for room in answer["rooms"].values())
    assert ids(answer["rooms"][rooms[1]]["timeline"]) == said[-5:]
    assert answer["rooms"][rooms[1]]["limited"] is True
    assert "m.room.topic" in [one["type"] for one in answer["rooms"][rooms[2]]["required_state"]]
    assert set(answer["extensions"]["receipts"]["rooms"][rooms[1]]["content"]) == {said[-1]}
    assert (await slider.ask())["rooms"] == {}
    await alice.close()


@pytest.mark.parametrize("seed", range(6))
async def test_mirror_of_a_forgetful_server(server: Server, url: str, seed: int) -> None:
    """The property of sliding sync holds on a server that keeps forgetting."""
    await live(url, random.Random(f"forgetful {seed}").getrandbits(32), lambda: forget(server))


# --- bounds -----------------------------------------------------------------------------------------------------------


def connections(*, per_device_max: int = 3, rooms_max: int = 10) -> Connections:
    """An empty record."""
    return Connections(Bells(), per_device_max=per_device_max, rooms_max=rooms_max, idle_s=120)


def told() -> Told:
    """A room that was told."""
    return Told(1, "join", RoomRule(1, frozenset()))


def test_connections_of_one_device_are_bounded() -> None:
    """The one that was used longest ago ends; other devices are not concerned."""
    all_of_them = connections()
    other = all_of_them.begin("@bob:x/B", "main", 0)
    names = [all_of_them.begin("@alice:x/A", f"c{number}", number).name for number in range(3)]
    all_of_them.find("@alice:x/A", "c0", names[0], 5)
    all_of_them.begin("@alice:x/A", "c3", 6)
    with pytest.raises(Refused):
        all_of_them.find("@alice:x/A", "c1", names[1], 7)
    all_of_them.find("@alice:x/A", "c0", names[0], 7)
    all_of_them.find("@bob:x/B", "main", other.name, 7)
    assert len(all_of_them) == 4
    all_of_them.remove_device("@alice:x/A")
    assert len(all_of_them) == 1


def test_remembered_rooms_are_bounded() -> None:
    """Beyond the bound the connections that were used longest ago end, but none that waits."""
    all_of_them = connections(rooms_max=10)
    made = []
    for number in range(4):
        connection = all_of_them.begin(f"@a:x/{number}", "main", number)
        connection.settle(Mark(connection.next_serial()), {f"!{room}": told() for room in range(4)})
        made.append(connection)
    made[0].owner = object()
    all_of_them.sweep(10)
    left = [connection in list(all_of_them.all()) for connection in made]
    assert left == [True, False, False, True]


def test_an_answer_counts_when_its_token_comes_back() -> None:
    """Until then it leaves no trace; an older token drops it; tokens of neither are unknown."""
    connection = connections().begin("@alice:x/A", "main", 0)
    connection.acknowledge(0)
    first = connection.next_serial()
    connection.settle(Mark(first), {"!a": told()})
    assert connection.told == {}
    connection.acknowledge(0)
    second = connection.next_serial()
    connection.settle(Mark(second), {"!b": told()})
    with pytest.raises(Refused):
        connection.acknowledge(first)
    connection.settle(Mark(second), {"!b": told()})
    connection.acknowledge(second)
    assert set(connection.told) == {"!b"}
    with pytest.raises(Refused):
        connection.acknowledge(0)
