"""Messages that burn after they were read: by the server, for everybody, over restarts too."""

from typing import Any

import httpx

from tests.harness.client import V1, V3, Json, fresh
from tests.harness.person import Person
from tests.stories.conftest import Newcomer, OwnServer

BURN = "im.laiwang.burn"
LONG_MS = 3_600_000


async def burnt(person: Person, room: str, event_id: str) -> Json:
    """The event as it is served once it is burnt; waits for what /sync brings."""
    while "redacted_because" not in (found := await person.event(room, event_id)).get("unsigned", {}):
        await person.sync(timeout_ms=20_000)
    return found


async def timer(person: Person, room: str) -> Json:
    """What the server says will happen."""
    return await person.get("/api/v1/rooms/{}/burn", room)


async def waits(person: Person, room: str, count: int) -> Json:
    """The timer, once so many messages wait."""
    while (found := await timer(person, room))["pending"] != count:
        pass
    return found


async def chat(one: Person, *others: Person, **more: Any) -> str:
    """A room of these people."""
    room = await one.create_room(invite=[other.user_id for other in others], **more)
    for other in others:
        await other.join(room)
    return room


async def test_a_message_burns_after_it_was_read(alice: Person, bob: Person) -> None:
    """Either sets the timer in a direct chat. Messages of before stay; the redaction is in the name of the sender and says why."""
    room = await chat(alice, bob, is_direct=True)
    before = await alice.say(room, "for good")
    assert await timer(bob, room) == {
        "after_ms": None,
        "start": None,
        "unread_ms_max": 7 * 86_400_000,
        "pending": 0,
        "next_due_ms": None,
    }
    await bob.set_state(room, BURN, {"after_ms": 50, "from": "read"})
    secret = await alice.say(room, "for a moment")
    told = await waits(alice, room, 1)
    assert (told["after_ms"], told["start"]) == (50, "read")
    await alice.receipt(room, secret)  # her own receipt is not what it waits for
    await bob.receipt(room, secret)
    gone = await burnt(bob, room, secret)
    assert gone["content"] == {}
    because = gone["unsigned"]["redacted_because"]
    assert because["sender"] == alice.user_id
    assert because["content"]["reason"] == "Burnt after reading"
    assert (await waits(alice, room, 0))["next_due_ms"] is None
    assert (await alice.event(room, before))["content"]["body"] == "for good"
    redactions = [one for one in (await alice.messages(room, limit=50))["chunk"] if one["type"] == "m.room.redaction"]
    assert len(redactions) == 1
    # Without the timer nothing burns, and who is not in the room is not told.
    await alice.set_state(room, BURN, {})
    kept = await alice.say(room, "stays")
    await bob.receipt(room, kept)
    await alice.set_state(room, BURN, {"after_ms": 1, "from": "sent"})
    await burnt(bob, room, await bob.say(room, "goes"))
    assert (await alice.event(room, kept))["content"]["body"] == "stays"


async def test_everybody_in_a_group_reads_first(alice: Person, bob: Person, carol: Person) -> None:
    """Whoever leaves is not waited for; what is said in a thread is read in the thread. Encrypted events burn as well."""
    room = await chat(alice, bob, carol)
    await bob.set_state(room, BURN, {"after_ms": 1}, expect=(403, "M_FORBIDDEN"))
    await alice.set_state(room, BURN, {"after_ms": 1})
    sealed = {"algorithm": "m.megolm.v1.aes-sha2", "ciphertext": "AA", "session_id": "s"}
    first = await alice.send(room, sealed, "m.room.encrypted")
    threaded = await bob.say(room, "aside", **{"m.relates_to": {"rel_type": "m.thread", "event_id": first}})
    await waits(alice, room, 2)
    await bob.receipt(room, threaded)
    await alice.receipt(room, threaded, thread_id=first)
    await carol.receipt(room, first, thread_id="main")
    await burnt(carol, room, first)
    await waits(alice, room, 1)
    await carol.membership("leave", room)
    await burnt(alice, room, threaded)
    await waits(alice, room, 0)


async def test_one_who_has_left_and_one_who_takes_back_herself(alice: Person, bob: Person, carol: Person) -> None:
    """Words of who has left are taken back in the name of another; what is redacted already is not redacted again."""
    room = await chat(alice, bob, carol)
    await alice.set_state(room, BURN, {"after_ms": 1})
    mine = await bob.say(room, "oh no")
    left = await bob.say(room, "bye")
    await waits(alice, room, 2)
    await bob.redact(room, mine)
    await waits(alice, room, 1)
    await bob.membership("leave", room)
    for reader in (alice, carol):
        await reader.receipt(room, left)
    gone = await burnt(carol, room, left)
    assert gone["unsigned"]["redacted_because"]["sender"] == alice.user_id
    await bob.get("/api/v1/rooms/{}/burn", room, expect=(403, "M_FORBIDDEN"))
    redactions = [one for one in (await alice.messages(room, limit=50))["chunk"] if one["type"] == "m.room.redaction"]
    assert len(redactions) == 2


async def test_files_go_with_the_message(alice: Person, bob: Person) -> None:
    """Unless another message, a profile or her own stickers show them, or they belong to somebody else."""
    room, elsewhere = await chat(alice, bob, is_direct=True), await alice.create_room()
    files = {}
    for name, owner in {"gone": alice, "kept": alice, "face": alice, "cat": alice, "his": bob, "later": alice}.items():
        uploaded = await owner.request("POST", "/_matrix/media/v3/upload", content=name.encode())
        files[name] = uploaded["content_uri"]
    await alice.put(f"{V3}/profile/{{}}/avatar_url", alice.user_id, json={"avatar_url": files["face"]})
    pack = {"images": {"cat": {"url": files["cat"]}, "dog": {"url": files["gone"] + "x"}}}
    await alice.put(f"{V3}/user/{{}}/account_data/{{}}", alice.user_id, "im.ponies.user_emotes", json=pack)
    await alice.send(elsewhere, {"msgtype": "m.file", "body": "kept", "url": files["kept"]})
    await alice.set_state(room, BURN, {"after_ms": 1})

    async def share(*names: str) -> None:
        for name in names:
            event = await alice.send(room, {"msgtype": "m.file", "body": name, "url": files[name]})
        await bob.receipt(room, event)
        await burnt(alice, room, event)
        await waits(alice, room, 0)

    async def status(name: str) -> int:
        _, _, server, media = files[name].split("/")
        path = f"{V1}/media/download/{{}}/{{}}"
        try:
            return (await alice.respond("GET", path, server, media, expect=None)).status_code
        except httpx.RemoteProtocolError:
            return 0  # it went while it was on its way

    await share("gone", "kept", "face", "cat", "his")
    while await status("gone") != 404:
        pass
    await share("later")
    while await status("later") != 404:
        pass
    assert [await status(name) for name in ("kept", "face", "cat", "his")] == [200] * 4


async def test_timers_survive_a_crash(own_server: OwnServer, newcomer: Newcomer) -> None:
    """A timer that runs when the power goes ends at the next start; a message that nobody reads goes too, after the longest wait."""
    server = own_server()
    alice, bob = await newcomer("alice", server.url), await newcomer("bob", server.url)
    room = await chat(alice, bob, is_direct=True)
    await alice.set_state(room, BURN, {"after_ms": LONG_MS, "from": "sent"})
    long = await alice.say(room, "stays for now")
    await alice.set_state(room, BURN, {"after_ms": 1500, "from": "read"})
    read = await alice.say(room, "read before the crash")
    await waits(alice, room, 2)
    await bob.receipt(room, read)
    await bob.get(f"{V3}/account/whoami")
    server.kill()
    server.start()
    await burnt(bob, room, read)
    assert (await waits(bob, room, 1))["next_due_ms"] > 0
    assert "body" in (await bob.event(room, long))["content"]


async def test_what_nobody_reads_and_thousands_at_once(own_server: OwnServer, newcomer: Newcomer) -> None:
    """The longest wait ends for everything, each once."""
    server = own_server({"LAIWANG_BURN__UNREAD_MS_MAX": "1500"})
    alice, bob = await newcomer("alice", server.url), await newcomer("bob", server.url)
    room = await chat(alice, bob, is_direct=True)
    await alice.set_state(room, BURN, {"after_ms": 100})
    events = [await alice.say(room, fresh("word")) for _ in range(120)]
    for event in events:
        await burnt(bob, room, event)
    await waits(alice, room, 0)
    found, page = [], await alice.messages(room, limit=400)
    found += [one["content"]["redacts"] for one in page["chunk"] if one["type"] == "m.room.redaction"]
    assert sorted(found) == sorted(events)
