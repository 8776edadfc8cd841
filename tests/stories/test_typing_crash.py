"""Typing when the server dies: nobody remembers who typed, and nobody is shown as typing for ever."""

import pytest

from tests.harness.client import V3, Json
from tests.harness.person import Person
from tests.stories.conftest import OwnServer

pytestmark = pytest.mark.process
TYPING = f"{V3}/rooms/{{}}/typing/{{}}"


def typing_in(answer: Json, room: str) -> list[str] | None:
    """Who types, as an answer tells; None when it says nothing of it."""
    events = answer.get("rooms", {}).get("join", {}).get(room, {}).get("ephemeral", {}).get("events", [])
    found = [event["content"]["user_ids"] for event in events if event["type"] == "m.typing"]
    return found[0] if found else None


async def test_nobody_types_for_ever(own_server: OwnServer) -> None:
    """Who was told of somebody's typing is told that it is over, by the process that comes after; others are told nothing."""
    server = own_server()
    alice, bob, carol = [await Person.arrive(server.url, name) for name in ("alice", "bob", "carol")]
    room, quiet = [await alice.create_room(preset="public_chat") for _ in range(2)]
    elsewhere = await carol.create_room()
    await bob.join(room)
    for one in (alice, bob, carol):
        await one.sync()
    await bob.put(TYPING, room, bob.user_id, json={"typing": True, "timeout": 120_000})
    assert typing_in(await alice.sync(), room) == [bob.user_id]
    await carol.sync()
    told = alice.since
    server.kill()
    server.start()

    answer = await carol.sync()
    assert elsewhere not in answer.get("rooms", {}).get("join", {})
    answer = await alice.sync(timeout_ms=30_000)
    assert typing_in(answer, room) == []
    assert answer["rooms"]["join"][room]["timeline"]["events"] == []
    assert typing_in(await alice.sync(), room) is None
    assert typing_in(await alice.sync(since=told, keep=False), room) == [], "the same answer again"
    # What begins now is told as ever, and an orderly stop leaves nobody typing either.
    await bob.put(TYPING, room, bob.user_id, json={"typing": True, "timeout": 120_000})
    assert typing_in(await alice.sync(), room) == [bob.user_id]
    server.restart()
    answer = await alice.sync(timeout_ms=30_000)
    assert typing_in(answer, room) == []
    assert typing_in(answer, quiet) in (None, [])
    first = await alice.sync(since="", keep=False)
    assert typing_in(first, room) is None
    for one in (alice, bob, carol):
        await one.close()
