"""Saying things and taking them back."""

import asyncio
from typing import Any

import pytest

from tests.harness.client import V3, Json, fresh
from tests.harness.person import Person

FORBIDDEN = (403, "M_FORBIDDEN")
SEND = f"{V3}/rooms/{{}}/send/{{}}/{{}}"
REDACT = f"{V3}/rooms/{{}}/redact/{{}}/{{}}"
TOO_LARGE = (413, "M_TOO_LARGE")


def text(body: str) -> Json:
    """The content of a text message."""
    return {"msgtype": "m.text", "body": body}


async def chunk(person: Person, room: str, **query: Any) -> list[Json]:
    """One page of events."""
    events: list[Json] = (await person.messages(room, **query))["chunk"]
    return events


async def test_send_and_read(alice: Person, bob: Person) -> None:
    """What one says the other reads, as it was said."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    content = {
        "msgtype": "m.text",
        "body": '你好 👋\u0000 "quoted" </script>',
        "com.example.deep": {"a": [1, None, True]},
    }
    event_id = await alice.send(room, content)
    event = await bob.event(room, event_id)
    assert event["content"] == content
    assert (event["sender"], event["room_id"], event["type"]) == (alice.user_id, room, "m.room.message")
    assert "state_key" not in event
    assert (await chunk(bob, room, limit=1))[0]["event_id"] == event_id


@pytest.mark.parametrize("kind", ["com.example/a", "a b", "тип", "x" * 255])
async def test_any_type(alice: Person, kind: str) -> None:
    """Types are opaque, and come back as they were sent."""
    room = await alice.create_room()
    event_id = await alice.send(room, {"a": 1}, kind=kind, txn="a/b?c#d")
    assert (await alice.event(room, event_id))["type"] == kind


async def test_only_members_talk(alice: Person, bob: Person, carol: Person) -> None:
    """Strangers, the invited and those who left do not; an unknown room answers like a strange one."""
    room = await alice.create_room(invite=[carol.user_id])
    await bob.send(room, text("?"), expect=FORBIDDEN)
    await carol.send(room, text("?"), expect=FORBIDDEN)
    await bob.send("!nowhere:test.local", text("?"), expect=FORBIDDEN)
    await alice.membership("leave", room)
    await alice.send(room, text("?"), expect=FORBIDDEN)


async def test_a_retry_is_the_same_event(alice: Person, bob: Person) -> None:
    """The same transaction of the same device on the same path is one event, whatever the retry says; everything else is another."""
    room, other_room = await alice.create_room(preset="public_chat"), await alice.create_room()
    txn = fresh("txn")
    first = await alice.send(room, text("once"), txn=txn)
    assert await alice.send(room, text("once"), txn=txn) == first
    assert await alice.send(room, text("twice?"), txn=txn) == first
    assert await alice.send(other_room, text("once"), txn=txn) != first
    assert await alice.send(room, text("once"), kind="com.example.note", txn=txn) != first
    phone = await alice.other_device()
    assert await phone.send(room, text("once"), txn=txn) != first
    await bob.join(room)
    assert await bob.send(room, text("once"), txn=txn) != first
    bodies = [event["content"].get("body") for event in await chunk(alice, room, limit=50)]
    assert bodies.count("once") == 4
    assert "twice?" not in bodies


async def test_retries_at_once(alice: Person) -> None:
    """Requests that race with their own retries still make one event."""
    room = await alice.create_room()
    txn = fresh("txn")
    ids = await asyncio.gather(*(alice.send(room, text("race"), txn=txn) for _ in range(8)))
    assert len(set(ids)) == 1
    bodies = [event["content"].get("body") for event in await chunk(alice, room, limit=50)]
    assert bodies.count("race") == 1


async def test_a_retry_after_the_door_has_closed(alice: Person, bob: Person) -> None:
    """What was acknowledged stays acknowledged, even when it would be refused by now."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    txn = fresh("txn")
    first = await bob.send(room, text("last words"), txn=txn)
    await alice.membership("ban", room, bob)
    assert await bob.send(room, text("last words"), txn=txn) == first
    await bob.send(room, text("more"), expect=FORBIDDEN)


async def test_a_retry_after_a_new_login(alice: Person) -> None:
    """A new token of the same device still knows the device's transactions."""
    room = await alice.create_room()
    txn = fresh("txn")
    first = await alice.send(room, text("once"), txn=txn)
    again = await alice.other_device(device_id=alice.device_id)
    assert await again.send(room, text("once"), txn=txn) == first


async def test_the_sending_device_knows_its_own(alice: Person, bob: Person) -> None:
    """Only the device that sent an event is told its transaction id, wherever it reads the event."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    phone = await alice.other_device()
    txn = fresh("txn")
    event_id = await alice.send(room, text("mine"), txn=txn)

    async def told(person: Person) -> list[str | None]:
        synced = (await person.sync(since="", keep=False))["rooms"]["join"][room]["timeline"]["events"]
        context = await person.get(f"{V3}/rooms/{{}}/context/{{}}", room, event_id)
        events = [
            await person.event(room, event_id),
            (await chunk(person, room, limit=1))[0],
            context["event"],
            *(event for event in synced if event["event_id"] == event_id),
        ]
        assert [event["event_id"] for event in events] == [event_id] * 4
        return [event["unsigned"].get("transaction_id") for event in events]

    assert await told(alice) == [txn] * 4
    assert await told(phone) == [None] * 4
    assert await told(bob) == [None] * 4


async def test_what_is_no_event(alice: Person) -> None:
    """Contents are objects of what canonical JSON knows, and the server's own fields are not the client's."""
    room = await alice.create_room()
    for body, errcode in (
        (b"", "M_NOT_JSON"),
        (b"{", "M_NOT_JSON"),
        (b"[]", "M_BAD_JSON"),
        (b'"text"', "M_BAD_JSON"),
        (b'{"a":1.5}', "M_BAD_JSON"),
        (b'{"a":9007199254740992}', "M_BAD_JSON"),
        (b'{"a":NaN}', "M_NOT_JSON"),
        (b'{"a":"\\ud800"}', None),
        (b"\xff\xfe", "M_NOT_JSON"),
    ):
        refused = await alice.request(
            "PUT",
            SEND,
            room,
            "m.room.message",
            fresh("txn"),
            content=body,
            expect=400 if errcode is None else (400, errcode),
        )
        assert "event_id" not in refused
    await alice.send(room, {"membership": "join"}, kind="m.room.member", expect=FORBIDDEN)
    await alice.send(room, {}, kind="m.room.create", expect=FORBIDDEN)
    assert len(await chunk(alice, room, limit=50)) == 6


async def test_the_limit_of_64_kib(alice: Person) -> None:
    """An event just below the limit passes, one above it is refused; so are types of more than 255 bytes."""
    room = await alice.create_room()
    large = await alice.send(room, text("x" * 60_000))
    assert len((await alice.event(room, large))["content"]["body"]) == 60_000
    await alice.send(room, text("x" * 65_536), expect=TOO_LARGE)
    await alice.send(room, text("字" * 30_000), expect=TOO_LARGE)
    await alice.send(room, {}, kind="t" * 256, expect=TOO_LARGE)
    await alice.say(room, "still fine")


async def test_redaction_clears(alice: Person, bob: Person) -> None:
    """A redacted message keeps its place and loses its content, for everybody and everywhere."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    said = await alice.say(room, "oops")
    await bob.sync()
    redaction = await alice.redact(room, said, reason="a slip")
    context = await bob.get(f"{V3}/rooms/{{}}/context/{{}}", room, said)
    page = [event for event in await chunk(bob, room) if event["event_id"] == said]
    for event in (await bob.event(room, said), context["event"], *page):
        assert event["content"] == {}
        because = event["unsigned"]["redacted_because"]
        assert because["event_id"] == redaction
        assert because["content"]["reason"] == "a slip"
        assert because["content"]["redacts"] == said
    timeline = (await bob.sync())["rooms"]["join"][room]["timeline"]["events"]
    assert [event["event_id"] for event in timeline] == [redaction]
    assert timeline[0]["type"] == "m.room.redaction"
    assert timeline[0]["redacts"] == timeline[0]["content"]["redacts"] == said
    initial = (await bob.sync(since="", keep=False))["rooms"]["join"][room]["timeline"]["events"]
    assert [event["content"] for event in initial if event["event_id"] == said] == [{}]


@pytest.mark.parametrize("version", ["10", "11", "12"])
async def test_a_redaction_names_its_event_in_every_version(alice: Person, version: str) -> None:
    """Old clients look at the top, new ones into the content: both find it."""
    room = await alice.create_room(room_version=version)
    said = await alice.say(room, "oops")
    redaction = await alice.event(room, await alice.redact(room, said))
    assert redaction["redacts"] == redaction["content"]["redacts"] == said


async def test_who_may_redact(alice: Person, bob: Person, carol: Person) -> None:
    """One's own always, others' with the room's power, and nothing that one cannot see."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    said, mine = await bob.say(room, "bob's"), await alice.say(room, "alice's")
    await bob.redact(room, mine, expect=FORBIDDEN)
    await carol.redact(room, mine, expect=FORBIDDEN)
    await alice.redact(room, said)
    await bob.redact(room, await bob.say(room, "again"))
    await alice.redact(room, "$nothing", expect=(404, "M_NOT_FOUND"))
    other = await alice.create_room()
    await alice.redact(other, said, expect=(404, "M_NOT_FOUND"))
    response = await alice.respond("GET", f"{V3}/rooms/{{}}/state", room)
    create = next(event["event_id"] for event in response.json() if event["type"] == "m.room.create")
    await alice.redact(room, create, expect=FORBIDDEN)
    await alice.redact(room, mine, reason=7, expect=(400, "M_BAD_JSON"))


async def test_a_redaction_retried(alice: Person) -> None:
    """The same transaction is one redaction; a second one of the same event is a second event."""
    room = await alice.create_room()
    said, txn = await alice.say(room, "oops"), fresh("txn")
    first = await alice.put(REDACT, room, said, txn, json={})
    assert await alice.put(REDACT, room, said, txn, json={"reason": "again"}) == first
    assert await alice.redact(room, said) != first["event_id"]
    assert (await alice.event(room, said))["unsigned"]["redacted_because"]["event_id"] == first["event_id"]


async def test_redaction_by_send(alice: Person, bob: Person) -> None:
    """Since v1.18 a redaction can be sent like any event, under the same rules."""
    room = await alice.create_room(preset="public_chat")
    await bob.join(room)
    said, mine = await bob.say(room, "bob's"), await alice.say(room, "alice's")
    await bob.send(room, {"redacts": mine}, kind="m.room.redaction", expect=FORBIDDEN)
    await bob.send(room, {}, kind="m.room.redaction", expect=(400, "M_MISSING_PARAM"))
    await bob.send(room, {"redacts": said}, kind="m.room.redaction")
    assert (await alice.event(room, said))["content"] == {}


async def test_redacted_state_still_stands(alice: Person) -> None:
    """State that was redacted is state without content, and members stay members."""
    room = await alice.create_room(preset="public_chat")
    name = await alice.set_state(room, "m.room.name", {"name": "Rude"})
    await alice.redact(room, name)
    assert await alice.state(room, "m.room.name") == {}
    rude = {"membership": "join", "displayname": "Rude"}
    await alice.redact(room, await alice.set_state(room, "m.room.member", rude, key=alice.user_id))
    assert await alice.state(room, "m.room.member", alice.user_id) == {"membership": "join"}
    await alice.say(room, "still in")
